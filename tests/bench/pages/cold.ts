/**
 * The cold rows: what whole pages cost in a fresh tab and on the next page of the site, above an extension that does
 * nothing, in interleaved rounds against other ways of marking names and other extensions.
 */
import { basename } from 'node:path';
import type { Server } from '../../../src/cli/serve.ts';
import { BUILDS } from '../../../src/cli/paths.ts';
import { median } from '../measure.ts';
import { contenders } from './contenders.ts';
import { longestTask, parsedScripts, startMetrics, traceLoad } from './counters.ts';
import type { Document } from './documents.ts';
import { emptyExtension } from './empty-extension.ts';
import { printHead, printRow, short } from './rows.ts';
import { openScene, type Scene } from './scene.ts';
import type { Tab } from './tab.ts';

const ROUNDS = 7;
/** Beyond this many UTF-16 units fewer rounds are enough, in fresh tabs alone. */
const LARGE_UNITS = 500_000;
const LARGE_ROUNDS = 3;
/** Rounds that look at the heap, and at a trace for the longest piece of work. */
const FEW_ROUNDS = 3;

/** An extension in a browser, by name. */
interface Entrant {
  name: string;
  scene: Scene;
  pages: 'all' | 'small';
}

/** Above an extension that does nothing. */
interface Figures {
  /** CPU time of the main thread in ms: in a fresh tab, and on the next page of the site in the same tab. */
  fresh: number;
  next: number;
  /** Script of the extension, in kB of 1000 bytes. */
  parsed: number;
  /** After a collection, in kB. */
  heap: number;
}

/** What is measured of one document: figures by the name of an entrant. */
interface Row {
  document: Document;
  figures: ReadonlyMap<string, Figures>;
  /** Our longest task, in ms. */
  longest: number;
}

const isLarge = ({ html }: Document): boolean => html.length > LARGE_UNITS;

/** @param folders of unpacked extensions that are measured too, such as an older build */
export async function printCold(
  server: Server,
  documents: readonly Document[],
  folders: readonly string[],
): Promise<void> {
  const made = contenders().map((each) => ({ ...each, folder: emptyExtension(each.script) }));
  const nothing = emptyExtension(';');
  const entrants: Entrant[] = [];
  const enter = async (name: string, folder: string, pages: 'all' | 'small'): Promise<void> => {
    entrants.push({ name, scene: await openScene(server, folder), pages });
  };
  try {
    await enter('nothing', nothing.path, 'all');
    await enter('ours', BUILDS.chromium, 'all');
    for (const folder of folders) await enter(basename(folder), folder, 'all');
    for (const { name, folder, pages } of made) await enter(name, folder.path, pages);
    const rows: Row[] = [];
    for (const document of documents) {
      console.error(`Measuring: ${document.name}`);
      rows.push(await measure(document, entrants));
    }
    printTables(rows, entrants.slice(1));
  } finally {
    for (const { scene } of entrants) await scene.close();
    for (const { remove } of [nothing, ...made.map(({ folder }) => folder)]) remove();
  }
}

async function measure(document: Document, all: readonly Entrant[]): Promise<Row> {
  const entrants = all.filter(({ pages }) => pages === 'all' || !isLarge(document));
  const times = entrants.map((): Times[] => []);
  for (let round = 0; round < (isLarge(document) ? LARGE_ROUNDS : ROUNDS); round++) {
    for (let turn = 0; turn < entrants.length; turn++) {
      const at = (round + turn) % entrants.length;
      const cost = await entrants[at]?.scene.inTab((tab) => visit(tab, document));
      if (cost) times[at]?.push(cost);
    }
  }
  const weights: Weight[] = [];
  for (const { scene } of entrants) weights.push(await weigh(scene, document));
  const above = (at: number, part: keyof Times): number =>
    median((times[at] ?? []).map((each, round) => each[part] - (times[0]?.[round]?.[part] ?? NaN)));
  const heavier = (at: number, part: keyof Weight): number =>
    (weights[at]?.[part] ?? NaN) - (weights[0]?.[part] ?? NaN);
  const figures = entrants.map(({ name }, at): [string, Figures] => [
    name,
    {
      ...{ fresh: above(at, 'fresh'), next: above(at, 'next') },
      ...{ parsed: heavier(at, 'parsed'), heap: heavier(at, 'heap') },
    },
  ]);
  return { document, figures: new Map(figures), longest: await longestOf(all, document) };
}

type Times = Pick<Figures, 'fresh' | 'next'>;
type Weight = Pick<Figures, 'parsed' | 'heap'>;

async function visit(tab: Tab, document: Document): Promise<Times> {
  const read = await startMetrics(tab);
  await tab.load(document);
  const fresh = 1000 * (await read('TaskDuration'));
  if (isLarge(document)) return { fresh, next: NaN };
  // The browser counts anew for each document.
  await tab.load(document);
  return { fresh, next: 1000 * (await read('TaskDuration')) };
}

async function weigh(scene: Scene, document: Document): Promise<Weight> {
  const scripts = await scene.inTab((tab) => parsedScripts(tab, document));
  const heaps: number[] = [];
  // In other tabs: a debugger keeps things on the heap.
  for (let round = 0; round < FEW_ROUNDS; round++) {
    heaps.push(
      await scene.inTab(async (tab) => {
        const read = await startMetrics(tab);
        await tab.load(document);
        await tab.session.send('HeapProfiler.collectGarbage');
        return read('JSHeapUsedSize');
      }),
    );
  }
  return {
    parsed: scripts.reduce((sum, bytes) => sum + bytes, 0) / 1000,
    heap: median(heaps) / 1000,
  };
}

async function longestOf(entrants: readonly Entrant[], document: Document): Promise<number> {
  const ours = entrants.find(({ name }) => name === 'ours')?.scene;
  const longest: number[] = [];
  for (let round = 0; ours && round < FEW_ROUNDS; round++) {
    longest.push(longestTask(await ours.inTab((tab) => traceLoad(tab, document))));
  }
  return median(longest);
}

function printTables(rows: readonly Row[], entrants: readonly Entrant[]): void {
  const print = (title: string, part: keyof Figures, of: readonly Row[]): void => {
    const names = entrants.map(({ name }) => name);
    console.log(`\n${title}\n`);
    printHead(['page', ...names, 'ours : findAndReplaceDOMText']);
    for (const { document, figures } of of) {
      const values = names.map((name) => figures.get(name)?.[part]);
      const other = figures.get('findAndReplaceDOMText')?.[part] ?? NaN;
      // Of what cannot be told from nothing there is no ratio.
      const ratio = other < 1 ? '' : ((figures.get('ours')?.[part] ?? NaN) / other).toFixed(2);
      printRow([
        document.name,
        ...values.map((value) => (value === undefined ? '' : short(value))),
        ratio,
      ]);
    }
  };
  const small = rows.filter(({ document }) => !isLarge(document));
  console.log(
    `\nAbove an extension whose content script is empty; medians of ${ROUNDS} interleaved rounds (large pages: ${LARGE_ROUNDS}).`,
  );
  print('Fresh tab, a new process: CPU ms of the main thread', 'fresh', rows);
  print('Next page of the site, the same process: CPU ms of the main thread', 'next', small);
  print('Script of the extension that the browser parses in the page: kB', 'parsed', rows);
  print('Heap after a collection: kB', 'heap', rows);
  console.log('\nOur longest task: ms of thread time\n');
  printHead(['page', 'UTF-16 units', 'longest task']);
  for (const { document, longest } of rows) {
    printRow([document.name, document.html.length.toLocaleString('en'), short(longest)]);
  }
}
