/** What a page costs with added datasets, beside the same build without one, and beside other builds: pairs of the same round. */
import { basename } from 'node:path';
import type { Server } from '../../../src/cli/serve.ts';
import { median } from '../measure.ts';
import { parsedScripts, startMetrics } from '../pages/counters.ts';
import type { Document } from '../pages/documents.ts';
import { printHead, printRow, short } from '../pages/rows.ts';
import { openScene, type Scene } from '../pages/scene.ts';
import { inventShelf, openShelf } from './shelf.ts';

const ROUNDS = 15;
const DATASETS = 12;

/** CPU ms of the main thread: in a fresh tab, and on the next page of the site. */
type Cost = readonly [fresh: number, next: number];

/** @param folders of other builds, such as one of before added datasets */
export async function printVisits(
  server: Server,
  pages: readonly Document[],
  folders: readonly string[],
): Promise<void> {
  const scenes = new Map<string, Scene>();
  try {
    scenes.set('nothing added', (await openShelf(server)).scene);
    for (const folder of folders) scenes.set(basename(folder), await openScene(server, folder));
    for (const people of [500, 500 * DATASETS]) {
      const { scene } = await openShelf(server, inventShelf(DATASETS, people));
      scenes.set(`${DATASETS} added, ${people} people in all`, scene);
    }
    console.log(`\nA page: CPU ms of the main thread, median (lowest to highest) of ${ROUNDS}\n`);
    printHead(['page', 'extension', 'fresh tab', 'above', 'next page', 'above', 'script kB']);
    for (const page of pages) await printPage(page, scenes);
  } finally {
    for (const scene of scenes.values()) await scene.close();
  }
}

async function printPage(page: Document, scenes: ReadonlyMap<string, Scene>): Promise<void> {
  const entrants = [...scenes];
  const costs = entrants.map((): Cost[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < entrants.length; turn++) {
      const at = (round + turn) % entrants.length;
      const cost = await entrants[at]?.[1].inTab(async (tab): Promise<Cost> => {
        const read = await startMetrics(tab);
        await tab.load(page);
        const fresh = 1000 * (await read('TaskDuration'));
        await tab.load(page);
        return [fresh, 1000 * (await read('TaskDuration'))];
      });
      if (cost) costs[at]?.push(cost);
    }
  }
  for (const [at, [name, scene]] of entrants.entries()) {
    const scripts = await scene.inTab((tab) => parsedScripts(tab, page));
    const own = costs[at] ?? [];
    const cells = ([0, 1] as const).flatMap((part) => [
      spread(own.map((cost) => cost[part])),
      short(median(own.map((cost, round) => cost[part] - (costs[0]?.[round]?.[part] ?? NaN)))),
    ]);
    const kB = scripts.map((bytes) => (bytes / 1000).toFixed(1)).join(' + ');
    printRow([page.name, name, ...cells, kB]);
  }
}

export const spread = (values: readonly number[]): string =>
  `${short(median(values))} (${short(Math.min(...values))} to ${short(Math.max(...values))})`;
