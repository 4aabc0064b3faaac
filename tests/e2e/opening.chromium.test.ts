/** Opening a card other than by resting: click, tap, and what must not open one. Real input throughout. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeCard } from '../../src/cli/browsers/card-probe.ts';
import {
  expectCardStays,
  expectCardStaysAway,
  expectNoCard,
  expectOfQuickWalk,
  findMark,
  openCard,
  openChromium,
  PATIENCE,
  restOn,
  type ChromiumScene,
} from './harness.ts';

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

const PARAGRAPH = `<p style="margin-top: 90px; line-height: 2">${'Antony Blinken met David Lammy and President Zelenskyy in Kyiv. '.repeat(10)}</p>`;

/** A finger's tap by the browser's own input. */
async function tap(page: Page, x: number, y: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

describe('a click', () => {
  test('on a word that is no link opens at once, and a press elsewhere closes', async () => {
    const page = await scene.page('<p style="margin-top: 90px">President Zelenskyy spoke.</p>');
    const mark = await findMark(page, 'Zelenskyy');
    await page.mouse.click(mark.x, mark.y);
    await openCard(page);
    await page.mouse.click(5, 5);
    await expectNoCard(page);
  });

  test('that selects the word leaves no card open', async () => {
    const page = await scene.page('<p style="margin-top: 90px">President Zelenskyy spoke.</p>');
    const mark = await findMark(page, 'Zelenskyy');
    await page.mouse.dblclick(mark.x, mark.y);
    await page.mouse.move(5, 5);
    expect(await page.evaluate(() => String(getSelection()))).toBe('Zelenskyy');
    await expectNoCard(page);
  });

  test('of the page’s own on a button stays its own', async () => {
    const page = await scene.page(
      '<button style="margin-top: 90px" onclick="document.title = \'pressed\'">Ask Lammy</button>',
    );
    const mark = await findMark(page, 'Lammy');
    await page.mouse.click(mark.x, mark.y);
    expect(await page.title()).toBe('pressed');
    await page.mouse.move(5, 5);
    await expectCardStaysAway(page);
  });
});

describe('a finger', () => {
  test('opens a card by a tap, and closes it by a tap elsewhere', async () => {
    const page = await scene.page('<p style="margin-top: 90px">President Zelenskyy spoke.</p>');
    const mark = await findMark(page, 'Zelenskyy');
    await tap(page, mark.x, mark.y);
    await openCard(page);
    await expectCardStays(page);
    await tap(page, 20, 500);
    await expectNoCard(page);
  });

  test('has the card as a sheet at the bottom of a narrow screen', async () => {
    const page = await scene.page('<p style="margin-top: 40px">President Zelenskyy spoke.</p>');
    await page.setViewportSize({ width: 390, height: 780 });
    const mark = await findMark(page, 'Zelenskyy');
    await tap(page, mark.x, mark.y);
    const { box } = await openCard(page);
    expect(Math.round(box.bottom)).toBe(780);
    expect(Math.round(box.left)).toBe(0);
    expect(box.bottom - box.top).toBeLessThanOrEqual(0.55 * 780 + 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });
});

describe('a pointer on its way', () => {
  test('over thirty names a hundred times opens nothing', async () => {
    const page = await scene.page(PARAGRAPH);
    const { y } = await findMark(page, 'Antony Blinken');
    await page.evaluate(
      `window.opened = 0; addEventListener('toggle', ({ newState }) => { opened += newState === 'open' }, true)`,
    );
    for (let pass = 0; pass < 100; pass++) {
      await expectOfQuickWalk(
        (code) => page.evaluate(code),
        async () => {
          await page.evaluate('opened = 0; moves = [performance.now()]');
          await page.mouse.move(pass % 2 === 0 ? 1000 : 5, y + (pass % 5) * 8, { steps: 4 });
          return (await page.evaluate('opened')) === 0;
        },
      );
    }
    await page.mouse.move(5, 5);
    await expectCardStaysAway(page);
    // The page is told of a card that does open.
    await restOn(page, 'Antony Blinken');
    await expect.poll(() => page.evaluate('opened'), PATIENCE).toBe(1);
  });

  test('from word to card, aslant, keeps it open', async () => {
    const page = await scene.page('<p style="margin: 90px 300px">Lammy spoke.</p>');
    for (let walk = 0; walk < 5; walk++) {
      await expectOfQuickWalk(
        (code) => page.evaluate(code),
        async () => {
          const mark = await restOn(page, 'Lammy');
          const { box } = await openCard(page);
          await page.evaluate('moves = [performance.now()]');
          const goal = { x: box.right - 20 - walk * 10, y: box.top + 20 };
          await page.mouse.move(goal.x, goal.y, { steps: 12 });
          await page.waitForTimeout(450);
          const isOpen = (await seeCard(page)) !== undefined;
          const walked = await page.evaluate('[...moves]');
          await page.mouse.move(mark.x, 5);
          await page.mouse.move(5, 5);
          await expectNoCard(page);
          await page.evaluate((times) => Object.assign(window, { moves: times }), walked);
          return isOpen;
        },
      );
    }
  });
});
