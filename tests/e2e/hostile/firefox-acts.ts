/** What a reader does on a hostile page, done in Firefox. Finds words by the page's text, not by marks. */
import { expect } from 'vitest';
import { seeCardInFirefox } from '../../../src/cli/browsers/card-probe.ts';
import { PATIENCE, type FirefoxScene } from '../harness.ts';
import { STILLNESS_MS, WORD } from './acts.ts';
import type { Act } from './fixtures.ts';
import { placeOfText } from './see-article.ts';

/** @throws what `expect` throws where the page does not answer as it should */
export async function performInFirefox(act: Act, firefox: FirefoxScene): Promise<void> {
  switch (act.do) {
    case 'rest':
      return rest(firefox, act.card);
    case 'click':
      return clickAt(firefox, act.at);
    case 'press':
      return firefox.click(act.x, act.y);
    case 'type':
      await clickAt(firefox, act.at);
      return firefox.press(act.text + (act.compose ?? ''));
    case 'evaluate':
      await askPage(firefox, act.script);
      return;
    case 'leave-and-return': {
      const origin = () => askPage(firefox, 'performance.timeOrigin');
      let left;
      do {
        left = await origin();
        await firefox.goto(firefox.server.url('elsewhere'));
        await askPage(firefox, 'history.back()');
        await wait(STILLNESS_MS);
        // A browser may drop a page that is left. Then this is another one, which nobody has left yet.
      } while ((await origin()) !== left);
      return undefined;
    }
    case 'collect-garbage':
      return firefox.evaluateInBrowser(() => {
        (globalThis as unknown as { Cu: { forceGC(): void } }).Cu.forceGC();
      });
    case 'wait':
      return wait(act.ms);
  }
}

/** The value of an expression in the page's own world. */
export const askPage = (firefox: FirefoxScene, expression: string): Promise<unknown> =>
  firefox.evaluate((script) => window.eval(script) as unknown, expression);

/** The pointer comes to the first mention and stays. */
async function rest(firefox: FirefoxScene, card: string | null): Promise<void> {
  const place = await firefox.evaluatePrivileged(placeOfText, WORD);
  if (place) {
    await firefox.movePointer(place.x - 4, place.y);
    await firefox.movePointer(place.x, place.y);
  }
  if (card === null) {
    await wait(STILLNESS_MS);
    expect(await seeCardInFirefox(firefox), 'no card opens').toBeUndefined();
  } else {
    expect((await firefox.openCard()).name).toBe(card);
  }
  // No Escape: the page may be shown on the whole screen, and would leave it.
  await firefox.movePointer(2, 2);
}

async function clickAt(firefox: FirefoxScene, selector: string): Promise<void> {
  const find = () =>
    firefox.evaluate((at) => {
      const box = document.querySelector(at)?.getBoundingClientRect();
      return box ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } : null;
    }, selector);
  await expect.poll(find, PATIENCE).not.toBeNull();
  const place = await find();
  if (place) await firefox.click(place.x, place.y);
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
