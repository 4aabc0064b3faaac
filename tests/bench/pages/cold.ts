/** The cold rows: what whole pages cost in fresh tabs, in interleaved rounds, against other ways of marking names. */
import type { Server } from '../../../src/cli/serve.ts';
import { BUILDS } from '../../../src/cli/paths.ts';
import { median } from '../measure.ts';
import { scriptOf, type Way } from './contenders.ts';
import type { Document } from './documents.ts';
import { emptyExtension } from './empty-extension.ts';
import { printRow } from './rows.ts';
import { openScene, type Cost, type Scene } from './scene.ts';

const ROUNDS = 11;
/** Beyond this many UTF-16 units fewer rounds are enough, and mark.js is left out: it takes minutes. */
const LARGE_UNITS = 500_000;
const LARGE_ROUNDS = 3;
/** Rounds that look at a trace, for the longest piece of work. */
const TRACED = 3;

const WAYS = ['walk', 'findAndReplaceDOMText', 'wrapper', 'mark.js'] as const satisfies Way[];
type Contender = Way | 'nothing' | 'ours';
/** Those that are looked at on a site's next page. */
const ON_NEXT: readonly Contender[] = ['walk', 'findAndReplaceDOMText', 'ours'];

export async function printCold(server: Server, documents: readonly Document[]): Promise<void> {
  const folders = [emptyExtension(';'), ...WAYS.map((way) => emptyExtension(scriptOf(way)))];
  const scenes = new Map<Contender, Scene>();
  try {
    scenes.set('ours', await openScene(server, BUILDS.chromium));
    for (const [at, name] of (['nothing', ...WAYS] as const).entries()) {
      scenes.set(name, await openScene(server, folders[at]?.path ?? ''));
    }
    console.log(
      `\nCold: CPU ms of the whole main thread above the bare walk, each page in a fresh tab, medians of ${ROUNDS} interleaved rounds (large pages: ${LARGE_ROUNDS})\n`,
    );
    const ways = ['fARDT', 'wrapper', 'mark.js'];
    printRow('page', [
      'units',
      'walk',
      'ours',
      ...ways,
      'to fARDT',
      'longest',
      'style',
      'layouts',
      'heap kB',
    ]);
    for (const document of documents) await printDocument(document, scenes);
    console.log(
      `\nwalk: above a content script that is empty. fARDT: findAndReplaceDOMText 0.4.6; it, the wrapper and mark.js 8.11.1 get the listed\nnames of the main entities as one case-insensitive expression, without inflection, the idea and a judge. longest: the longest of our tasks,\nthread time. style, layouts, heap: ours less the empty one's (style in ms; heap after a collection).`,
    );
    await printNext(documents, scenes);
  } finally {
    for (const scene of scenes.values()) await scene.close();
    for (const folder of folders) folder.remove();
  }
}

async function printDocument(
  document: Document,
  scenes: ReadonlyMap<Contender, Scene>,
): Promise<void> {
  const isLarge = document.html.length > LARGE_UNITS;
  const rounds = isLarge ? LARGE_ROUNDS : ROUNDS;
  const asked = [...scenes].filter(([name]) => name !== 'mark.js' || !isLarge);
  const above = await compare(new Map(asked), rounds, (scene) => scene.cost(document));
  const longest: number[] = [];
  for (let round = 0; round < (isLarge ? 1 : TRACED); round++) {
    longest.push((await scenes.get('ours')?.longest(document)) ?? NaN);
  }
  const ours = above('ours', 'task', 'walk');
  const other = above('findAndReplaceDOMText', 'task', 'walk');
  printRow(document.name, [
    document.html.length.toLocaleString('en'),
    above('walk', 'task', 'nothing').toFixed(1),
    ours.toFixed(1),
    other.toFixed(1),
    above('wrapper', 'task', 'walk').toFixed(1),
    isLarge ? '-' : above('mark.js', 'task', 'walk').toFixed(1),
    ratioOf(ours, other),
    Math.max(...longest).toFixed(1),
    above('ours', 'style', 'nothing').toFixed(1),
    String(above('ours', 'layouts', 'nothing')),
    (above('ours', 'heap', 'nothing') / 1000).toFixed(0),
  ]);
}

/** Of what cannot be told from nothing there is no ratio. */
const ratioOf = (ours: number, other: number): string =>
  other < 1 ? '-' : `${(ours / other).toFixed(2)}×`;

/** The next page of a site in the same tab, where the browser still has what it compiled for the first. */
async function printNext(
  documents: readonly Document[],
  scenes: ReadonlyMap<Contender, Scene>,
): Promise<void> {
  console.log(
    '\nThe same for the page that a reader goes on to on the same site, in the same tab\n',
  );
  printRow('page', ['ours', 'fARDT', 'to fARDT']);
  const asked = new Map([...scenes].filter(([name]) => ON_NEXT.includes(name)));
  for (const document of documents.filter(({ html }) => html.length <= LARGE_UNITS)) {
    const above = await compare(asked, ROUNDS, (scene) => scene.cost(document, 'next'));
    const ours = above('ours', 'task', 'walk');
    const other = above('findAndReplaceDOMText', 'task', 'walk');
    printRow(document.name, [ours.toFixed(1), other.toFixed(1), ratioOf(ours, other)]);
  }
}

/** @returns medians of the differences between two contenders within each round */
async function compare(
  scenes: ReadonlyMap<Contender, Scene>,
  rounds: number,
  costOf: (scene: Scene) => Promise<Cost>,
): Promise<(name: Contender, part: keyof Cost, floor: Contender) => number> {
  const costs = new Map<Contender, Cost[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, scene] of scenes) {
      costs.set(name, [...(costs.get(name) ?? []), await costOf(scene)]);
    }
  }
  return (name, part, floor) =>
    median(
      (costs.get(name) ?? []).map(
        (cost, at) => cost[part] - (costs.get(floor)?.[at]?.[part] ?? NaN),
      ),
    );
}
