/** The warm rows: reading pages again and again in one page, without the extension, against the bare walk. */
import { build } from 'vite';
import { datasetPlugin } from '../../../src/cli/dataset-plugin.ts';
import { ROOT } from '../../../src/cli/paths.ts';
import { median } from '../measure.ts';
import { thousandMarks, type Document } from './documents.ts';
import { printHead, printRow } from './rows.ts';
import type { Scene } from './scene.ts';
import type { Tab } from './tab.ts';
import type { WarmPage } from './warm-page.ts';

/** How often a page is read before it counts, and how often it counts. */
const WARM_UP = 8;
const ROUNDS = 15;
/** Beyond this many UTF-16 units fewer rounds are enough. */
const LARGE_UNITS = 500_000;
const FEW = { warmUp: 3, rounds: 5 };
/** Changes of one text among so many. */
const CHANGES = 15;
const POINTS = 10_000;
const WARM_COLUMNS = 'page,walk,every unit,scanner,whole page,: walk,: every unit,marks'.split(',');

type InPage = typeof globalThis & { warm: WarmPage };

export async function printWarm(scene: Scene, documents: readonly Document[]): Promise<void> {
  const script = await bundle();
  const open = <Result>(document: Document, look: (tab: Tab) => Promise<Result>) =>
    scene.inTab(async (tab) => {
      await tab.load(document);
      await tab.page.evaluate(script);
      return look(tab);
    });
  console.log(
    '\nWarm: ms on pages that are read again and again, and as multiples of the bare walk and of every unit read\n',
  );
  printHead(WARM_COLUMNS);
  for (const document of documents) {
    await open(document, async ({ page }) => {
      const [walk, read, scan] = [
        await page.evaluate(() => (globalThis as InPage).warm.time('walk')),
        await page.evaluate(() => (globalThis as InPage).warm.time('read')),
        await page.evaluate(() => (globalThis as InPage).warm.time('scan')),
      ];
      const whole = await rereads({ page }, document);
      const marks = await page.evaluate(() => (globalThis as InPage).warm.marks());
      printRow([
        document.name,
        ...[walk, read, scan, whole].map((ms) => ms.toFixed(2)),
        ...[walk, read].map((base) => (whole / base).toFixed(1)),
        String(marks),
      ]);
    });
  }
  await printRescan(open, documents);
  await open(thousandMarks(), async ({ page }) => {
    await page.evaluate(() => (globalThis as InPage).warm.reread());
    // The first call compiles and lays out.
    await page.evaluate(() => (globalThis as InPage).warm.hitTest(1000));
    const { ms, hits } = await page.evaluate(
      (points) => (globalThis as InPage).warm.hitTest(points),
      POINTS,
    );
    const marks = await page.evaluate(() => (globalThis as InPage).warm.marks());
    console.log(
      `\nHit-test: ${(1000 * ms).toFixed(1)} µs a move, ${marks} marks, ${POINTS} points of which ${hits} hit one.`,
    );
  });
}

async function rereads({ page }: Pick<Tab, 'page'>, { html }: Document): Promise<number> {
  const isLarge = html.length > LARGE_UNITS;
  const times: number[] = [];
  const warmUp = isLarge ? FEW.warmUp : WARM_UP;
  for (let round = 0; round < warmUp + (isLarge ? FEW.rounds : ROUNDS); round++) {
    const ms = await page.evaluate(() => (globalThis as InPage).warm.reread());
    if (round >= warmUp) times.push(ms);
  }
  return median(times);
}

/** One changed text on the page of most nodes, against reading it as a whole. */
async function printRescan(
  open: <Result>(document: Document, look: (tab: Tab) => Promise<Result>) => Promise<Result>,
  documents: readonly Document[],
): Promise<void> {
  const heavy = documents.find(({ name }) => name === 'node-heavy');
  if (!heavy) return;
  await open(heavy, async ({ page }) => {
    const whole = await rereads({ page }, heavy);
    const times: number[] = [];
    for (let change = 0; change < CHANGES; change++) {
      const at = 2000 * (change + 1);
      times.push(await page.evaluate((node) => (globalThis as InPage).warm.change(node), at));
    }
    const each = median(times);
    console.log(
      `\nOne changed text among 60,000: ${each.toFixed(2)} ms; the whole page ${whole.toFixed(0)} ms: ${(whole / each).toFixed(0)} times cheaper.`,
    );
  });
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    plugins: [datasetPlugin()],
    build: {
      write: false,
      target: 'chrome144',
      lib: {
        entry: new URL('warm-page.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'warmPage',
      },
    },
  });
  const [chunk] = [result].flat().flatMap((output) => ('output' in output ? output.output : []));
  if (!chunk || !('code' in chunk)) throw new Error('The script of the benchmark was not built.');
  return chunk.code;
}
