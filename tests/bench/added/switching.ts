/** What a change of the added datasets costs all open tabs together, beside the same time in which nothing happens. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from '../../../src/cli/serve.ts';
import { startMetrics } from '../pages/counters.ts';
import type { Document } from '../pages/documents.ts';
import type { Scene } from '../pages/scene.ts';
import { inventShelf, openShelf, SETTLE_MS } from './shelf.ts';
import { spread } from './visits.ts';

const TABS = 20;
const ROUNDS = 7;

/** @param pages shown by turns */
export async function printSwitching(server: Server, pages: readonly Document[]): Promise<void> {
  const inventions = inventShelf(12, 500);
  const [first] = inventions;
  const shelf = await openShelf(server, inventions);
  const id = first?.id ?? '';
  const changes = {
    nothing: () => Promise.resolve(),
    'one of twelve off': () => shelf.switchOn(id, false),
    'on again': () => shelf.switchOn(id, true),
  };
  const costs = Object.keys(changes).map((): number[] => []);
  try {
    await inTabs(shelf.scene, pages, TABS, async (read) => {
      for (let round = 0; round < ROUNDS; round++) {
        for (const [at, change] of Object.values(changes).entries()) {
          const before = await read();
          await change();
          await wait(2 * SETTLE_MS);
          costs[at]?.push((await read()) - before);
        }
      }
    });
  } finally {
    await shelf.scene.close();
  }
  const names = pages.map(({ name }) => name).join(', ');
  console.log(
    `\n${TABS} open tabs (${names}): CPU ms of all main threads, median of ${ROUNDS} rounds\n`,
  );
  for (const [at, name] of Object.keys(changes).entries()) {
    console.log(`  ${name.padEnd(18)} ${spread(costs[at] ?? [])}`);
  }
}

/** Opens tabs and hands over what reads the CPU time of all of them, in ms. */
async function inTabs(
  scene: Scene,
  pages: readonly Document[],
  count: number,
  work: (read: () => Promise<number>) => Promise<void>,
): Promise<void> {
  const page = pages[count % pages.length];
  if (count === 0 || !page) return work(() => Promise.resolve(0));
  await scene.inTab(async (tab) => {
    const read = await startMetrics(tab);
    await tab.load(page);
    await inTabs(scene, pages, count - 1, (others) =>
      work(async () => 1000 * (await read('TaskDuration')) + (await others())),
    );
  });
}
