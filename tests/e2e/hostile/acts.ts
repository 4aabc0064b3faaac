/** What a reader does on a hostile page, done in Chromium. Finds words by the page's text, not by marks. */
import type { Page } from 'playwright-core';
import { seeCard, type SeenCard } from '../../../src/cli/browsers/card-probe.ts';
import { PATIENCE_MS } from '../../../src/cli/until.ts';
import type { ChromiumScene } from '../harness.ts';
import type { HostilePage } from './chromium-page.ts';
import type { Act } from './fixtures.ts';
import { isPopoverAt, placeOfText } from './see-article.ts';

/** For what must not come: well beyond dwell and settle times together, in ms. */
export const STILLNESS_MS = 1200;
/** Between two looks whether the card is there, in ms. */
const PAUSE_MS = 100;
/** How long the pointer first rests before it comes anew, in ms. Each time it rests twice as long, for slow machines. */
const FIRST_REST_MS = 500;
/** The word that the pointer rests on: part of the article's first mention. */
export const WORD = 'Blinken';

/** @returns what went wrong; undefined where all went well */
export async function perform(
  act: Act,
  hostile: HostilePage,
  scene: ChromiumScene,
): Promise<string | undefined> {
  const { page, session } = hostile;
  switch (act.do) {
    case 'rest':
      return rest(hostile, act.card);
    case 'click':
      await page.locator(act.at).click();
      return undefined;
    case 'press':
      await page.mouse.click(act.x, act.y);
      return undefined;
    case 'type':
      await page.locator(act.at).click();
      await page.keyboard.type(act.text);
      if (act.compose !== undefined) await compose(hostile, act.compose);
      return undefined;
    case 'evaluate':
      await hostile.ask(act.script);
      return undefined;
    case 'leave-and-return':
      await page.goto(scene.server.url('/elsewhere'));
      // Going back by the driver waits for a load, which a page out of the cache does not do.
      await hostile.ask('history.back()');
      await page.waitForTimeout(STILLNESS_MS);
      return undefined;
    case 'collect-garbage':
      for (let times = 0; times < 2; times++) await session.send('HeapProfiler.collectGarbage');
      return undefined;
    case 'wait':
      await page.waitForTimeout(act.ms);
      return undefined;
  }
}

async function rest(hostile: HostilePage, wanted: string | null): Promise<string | undefined> {
  const { page } = hostile;
  const end = Date.now() + (wanted === null ? STILLNESS_MS : PATIENCE_MS);
  let card: SeenCard | undefined;
  for (let restMs = FIRST_REST_MS; Date.now() < end && !card; restMs *= 2) {
    const place = await hostile.look(placeOfText, WORD);
    if (place) {
      await page.mouse.move(place.x - 4, place.y);
      await page.mouse.move(place.x, place.y, { steps: 4 });
    }
    card = await cardBy(page, Math.min(end, Date.now() + restMs));
  }
  const isHit = card === undefined || (await canBePressed(hostile, card));
  await page.mouse.move(2, 2);
  // In XML documents elements have other names, and the heading is not told apart.
  const name =
    card && (card.name || (wanted !== null && card.text.includes(wanted) ? wanted : 'another'));
  if (name !== (wanted ?? undefined))
    return `the card is ${name ?? 'none'}, not ${wanted ?? 'none'}`;
  return isHit ? undefined : 'the card is seen but cannot be pressed';
}

/** @returns the card, once it is open; undefined where none opened before `end` (as `Date.now()` counts) */
async function cardBy(page: Page, end: number): Promise<SeenCard | undefined> {
  for (;;) {
    const card = await seeCard(page);
    if (card || Date.now() >= end) return card;
    await page.waitForTimeout(PAUSE_MS);
  }
}

function canBePressed(hostile: HostilePage, { box }: SeenCard): Promise<boolean> {
  return hostile.look(isPopoverAt, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

/** As an input method does: letters that are replaced, then the word. */
async function compose({ session }: HostilePage, text: string): Promise<void> {
  for (let length = 1; length <= text.length; length++) {
    await session.send('Input.imeSetComposition', {
      text: text.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  }
  await session.send('Input.insertText', { text });
}
