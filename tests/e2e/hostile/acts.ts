/** What a reader does on a hostile page, in either browser. Finds words by the page's text, not by marks. */
import type { SeenCard } from '../../../src/cli/browsers/card-probe.ts';
import { PATIENCE_MS, until } from '../../../src/cli/until.ts';
import type { HostilePage } from './driver.ts';
import type { Act } from './fixtures.ts';
import { isPopoverAt, placeOfText } from './see-article.ts';

/** For what must not come: well beyond dwell and settle times together, in ms. */
const STILLNESS_MS = 1200;
/** Between two looks whether the card is there, in ms. */
const PAUSE_MS = 100;
/** How long the pointer first rests before it comes anew, in ms. Each time it rests twice as long, for slow machines. */
const FIRST_REST_MS = 500;
/** The word that the pointer rests on: part of the article's first mention. */
const WORD = 'Blinken';

/**
 * @param elsewhere address of another page
 * @returns what went wrong; undefined where all went well
 */
export async function perform(
  act: Act,
  page: HostilePage,
  elsewhere: string,
): Promise<string | undefined> {
  switch (act.do) {
    case 'rest':
      return rest(page, act.card);
    case 'click':
      return clickAt(page, act.at);
    case 'press':
      await page.click(act.x, act.y);
      return undefined;
    case 'type': {
      const fault = await clickAt(page, act.at);
      await page.type(act.text);
      if (act.compose !== undefined) await page.compose(act.compose);
      return fault;
    }
    case 'evaluate':
      await page.ask(act.script);
      return undefined;
    case 'leave-and-return':
      return leaveAndReturn(page, elsewhere);
    case 'collect-garbage':
      await page.collectGarbage();
      return undefined;
    case 'wait':
      await wait(act.ms);
      return undefined;
  }
}

/** A browser may drop a page that is left. Then what comes back is another one, which nobody has left yet. */
async function leaveAndReturn(page: HostilePage, elsewhere: string): Promise<undefined> {
  const origin = () => page.ask('performance.timeOrigin');
  let left: unknown;
  do {
    left = await origin();
    await page.goto(elsewhere);
    // Going back by a driver waits for a load, which a page that was kept does not do.
    await page.ask('history.back()');
    await wait(STILLNESS_MS);
  } while ((await origin()) !== left);
}

async function rest(page: HostilePage, wanted: string | null): Promise<string | undefined> {
  const end = Date.now() + (wanted === null ? STILLNESS_MS : PATIENCE_MS);
  let card: SeenCard | undefined;
  for (let restMs = FIRST_REST_MS; Date.now() < end && !card; restMs *= 2) {
    const place = await page.look(placeOfText, WORD);
    if (place) {
      await page.move(place.x - 4, place.y);
      await page.move(place.x, place.y);
    }
    card = await cardBy(page, Math.min(end, Date.now() + restMs));
  }
  // A page may need a moment to close what it closes.
  if (card && wanted === null) {
    await wait(FIRST_REST_MS);
    card = await page.card();
  }
  const isHit = card === undefined || (await canBePressed(page, card));
  // No Escape: the page may be shown on the whole screen, and would leave it.
  await page.move(2, 2);
  // In XML documents elements have other names, and the heading is not told apart.
  const name =
    card && (card.name || (wanted !== null && card.text.includes(wanted) ? wanted : 'another'));
  if (name !== (wanted ?? undefined))
    return `the card is ${name ?? 'none'}, not ${wanted ?? 'none'}`;
  return isHit ? undefined : 'the card is seen but cannot be pressed';
}

/** @returns the card, once it is open; undefined where none opened before `end` (as `Date.now()` counts) */
async function cardBy(page: HostilePage, end: number): Promise<SeenCard | undefined> {
  for (;;) {
    const card = await page.card();
    if (card || Date.now() >= end) return card;
    await wait(PAUSE_MS);
  }
}

function canBePressed(page: HostilePage, { box }: SeenCard): Promise<boolean> {
  return page.look(isPopoverAt, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

/** Presses the middle of an element. */
async function clickAt(page: HostilePage, selector: string): Promise<string | undefined> {
  const place = await until(async () => (await page.look(middleOf, selector)) ?? undefined);
  if (!place) return `there is no ${selector}`;
  await page.click(place.x, place.y);
  return undefined;
}

/** To be run in the page. */
function middleOf(selector: string): { x: number; y: number } | null {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } : null;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
