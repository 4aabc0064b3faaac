/** What a reader does on a hostile page, done in Chromium. Finds words by the page's text, not by marks. */
import { seeCard } from '../../../src/cli/browsers/card-probe.ts';
import type { ChromiumScene } from '../harness.ts';
import type { HostilePage } from './chromium-page.ts';
import type { Act } from './fixtures.ts';
import { isPopoverAt, placeOfText } from './see-article.ts';

/** For what must come, in ms: far more than a busy machine needs. */
const PATIENCE_MS = 100_000;
/** For what must not come: well beyond dwell and settle times together, in ms. */
const STILLNESS_MS = 1200;
/** The word that the pointer rests on: part of the article's first mention. */
const WORD = 'Blinken';

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
      await page.locator(act.at).click({ timeout: PATIENCE_MS });
      return undefined;
    case 'press':
      await page.mouse.click(act.x, act.y);
      return undefined;
    case 'type':
      await page.locator(act.at).click({ timeout: PATIENCE_MS });
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
  let name: string | undefined;
  let isHit = true;
  while (Date.now() < end && name === undefined) {
    const place = await hostile.look(placeOfText, WORD);
    if (place) {
      await page.mouse.move(place.x - 4, place.y);
      await page.mouse.move(place.x, place.y, { steps: 4 });
    }
    await page.waitForTimeout(500);
    const card = await seeCard(page);
    // In XML documents elements have other names, and the heading is not told apart.
    name =
      card && (card.name || (wanted !== null && card.text.includes(wanted) ? wanted : 'another'));
    if (card) {
      const { left, top, right, bottom } = card.box;
      isHit = await hostile.look(isPopoverAt, (left + right) / 2, (top + bottom) / 2);
    }
  }
  await page.mouse.move(2, 2);
  if (name !== (wanted ?? undefined))
    return `the card is ${name ?? 'none'}, not ${wanted ?? 'none'}`;
  return isHit ? undefined : 'the card is seen but cannot be pressed';
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
