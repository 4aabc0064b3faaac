/** Waits for what the extension shows in a page, for pictures. Knows no picture. */
import type { Page } from 'playwright-core';
import { seeCard, type SeenCard } from './browsers/card-probe.ts';
import { seeMarks, type SeenMark } from './browsers/marks-probe.ts';
import { until } from './until.ts';

/** @throws Error if the words are not highlighted in time */
export async function markOf(page: Page, surface: string): Promise<SeenMark> {
  const mark = await until(async () =>
    (await page.evaluate(seeMarks)).find((seen) => seen.surface === surface),
  );
  if (!mark) throw new Error(`"${surface}" was not highlighted.`);
  return mark;
}

/**
 * The open card, once it has arrived.
 * @throws Error if none opens in time
 */
export async function cardOn(page: Page): Promise<SeenCard> {
  const card = await until(() => seeCard(page));
  if (!card) throw new Error('The popover did not open.');
  // Past its arrival.
  await page.waitForTimeout(250);
  return card;
}
