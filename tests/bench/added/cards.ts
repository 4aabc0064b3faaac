/** How long the first card of a page takes from the pointer's rest to its opening: of an added entity and of a bundled one. */
import type { Page } from 'playwright-core';
import { seeCard } from '../../../src/cli/browsers/card-probe.ts';
import { seeMarks } from '../../../src/cli/browsers/marks-probe.ts';
import type { Server } from '../../../src/cli/serve.ts';
import { until } from '../../../src/cli/until.ts';
import { median } from '../measure.ts';
import type { Scene } from '../pages/scene.ts';
import { short } from '../pages/rows.ts';
import { inventShelf, openShelf } from './shelf.ts';
import { spread } from './visits.ts';

const ROUNDS = 5;
/** The dwell of the default settings, in ms. */
const DWELL_MS = 500;

/** In ms. */
const QUIET_MS = 1000;

/** In the page: when the pointer moved last, and when something opened after it. */
const WATCH = `globalThis.seen = { rest: 0, open: 0 };
addEventListener('pointermove', () => { if (!seen.open) seen.rest = performance.now(); }, true);
addEventListener('beforetoggle', ({ newState }) => {
  if (newState === 'open' && seen.rest) seen.open ||= performance.now();
}, true);`;

export async function printCards(server: Server): Promise<void> {
  const inventions = inventShelf(12, 500);
  const surname = inventions[5]?.surnames?.[0] ?? '';
  const { scene } = await openShelf(server, inventions);
  const html = `<!doctype html><html lang="en"><p style="margin: 90px">Minister Anna ${surname} met Antony Blinken.`;
  const conditions = [surname, 'Blinken'].flatMap((name) =>
    [true, false].map((isAsleep) => ({ name, isAsleep, times: [] as number[] })),
  );
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const { name, isAsleep, times } of conditions) {
        const time = await scene.inTab(async ({ page, load }) => {
          await load({ name: 'a card', html });
          return timeOf({ page, scene, name, isAsleep });
        });
        times.push(time);
      }
    }
  } finally {
    await scene.close();
  }
  console.log(
    `\nThe first card of a page, ms on the clock from the pointer's rest to its opening, dwell ${DWELL_MS}, ${ROUNDS} rounds\n`,
  );
  for (const { name, isAsleep, times } of conditions) {
    const whose = name === surname ? 'added' : 'bundled';
    const state = isAsleep ? 'asleep' : 'awake';
    const after = short(median(times) - DWELL_MS);
    console.log(
      `  ${whose.padEnd(8)} background ${state.padEnd(7)} ${spread(times)}; ${after} after the dwell`,
    );
  }
}

interface Rest {
  page: Page;
  scene: Scene;
  name: string;
  isAsleep: boolean;
}

async function timeOf({ page, scene, name, isAsleep }: Rest): Promise<number> {
  const marks = await until(async () => {
    const all = await page.evaluate(seeMarks);
    return all.find(({ surface }) => surface.includes(name));
  });
  if (!marks) throw new Error(`${name} is not highlighted.`);
  await page.evaluate(WATCH);
  await page.mouse.move(5, 5);
  // What the page had to tell the background comes first.
  await page.waitForTimeout(QUIET_MS);
  if (isAsleep) await scene.stopBackground();
  await page.mouse.move(marks.x, marks.y, { steps: 4 });
  const time = await until(
    async () => (await page.evaluate<number>('seen.open && seen.open - seen.rest')) || undefined,
  );
  const card = await seeCard(page);
  if (time === undefined || !card?.name.includes(name)) throw new Error(`${name} has no card.`);
  return time;
}
