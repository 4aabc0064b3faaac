/** The popover in Chromium, with a real pointer and real keys. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectCardStays,
  expectCardStaysAway,
  expectNoCard,
  expectOfQuickWalk,
  findMark,
  openCard,
  openChromium,
  overlap,
  PATIENCE,
  restOn,
  type ChromiumScene,
} from './harness.ts';

const AWAY = [5, 5] as const;

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

describe('the card', () => {
  test('says who, as of when, what, who said so and where', async () => {
    const page = await scene.sample('news-2024.html');
    await restOn(page, 'Antony Blinken');
    const { name, text } = await openCard(page);
    expect(name).toBe('Antony Blinken');
    expect(text.replaceAll('\u00a0', ' ')).toMatch(
      /US Secretary of State .*paragraph 5.* as reported 11 Sept 2024/,
    );
    expect(text).toMatch(/on the record.*paragraph/);
  });

  test('of an idea opens at its words', async () => {
    const page = await scene.sample('news-2024.html');
    await findMark(page, 'shoot down Russian drones');
    await page.evaluate('document.querySelectorAll("h2")[1].scrollIntoView()');
    await restOn(page, 'shoot down Russian drones');
    expect((await openCard(page)).name).toBe('NATO interception');
  });

  test.each([
    ['at the top', 'margin: 0'],
    ['at the bottom', 'position: fixed; bottom: 0; margin: 0'],
    ['at the right edge', 'position: fixed; right: 0; top: 45%; margin: 0'],
    ['over two lines', 'position: absolute; left: 40px; top: 200px; width: 9ch'],
    ['in the middle of tall lines', 'position: fixed; top: 40%; margin: 0; line-height: 3'],
  ])('never covers the word: %s', async (_where, style) => {
    const page = await scene.page(`<p style="${style}">Here is Antony Blinken.</p>`);
    const mark = await restOn(page, 'Antony Blinken');
    const { box } = await openCard(page);
    for (const line of mark.lines) expect(overlap(box, line)).toBe(false);
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(width);
    expect(box.bottom).toBeLessThanOrEqual(height);
  });

  test('adds nothing to the size of the page', async () => {
    const page = await scene.page('<p style="position: absolute; bottom: 0; right: 0">Blinken</p>');
    const size =
      'JSON.stringify([document.documentElement.scrollWidth, document.documentElement.scrollHeight])';
    const before = await page.evaluate(size);
    await restOn(page, 'Blinken');
    await openCard(page);
    expect(await page.evaluate(size)).toBe(before);
  });

  test('follows the word when the page or a part of it scrolls, and goes when the word does', async () => {
    const page = await scene.page(
      `<div id="box" style="height: 600px; overflow: auto"><p style="margin: 200px 40px 2000px">Here is Blinken.</p></div>`,
    );
    await restOn(page, 'Blinken');
    const { box: before } = await openCard(page);
    await page.evaluate('document.querySelector("#box").scrollBy(0, 60)');
    await expect
      .poll(async () => (await openCard(page)).box.top, PATIENCE)
      .toBeCloseTo(before.top - 60, 0);
    await page.evaluate('document.querySelector("#box").scrollBy(0, 1500)');
    await expectNoCard(page);
  });

  test('is above an open modal dialog, and can be used there', async () => {
    const page = await scene.page(
      '<dialog><p>In here: Blinken.</p></dialog><script>document.querySelector("dialog").showModal()</script>',
    );
    await restOn(page, 'Blinken');
    const { box } = await openCard(page);
    await page.mouse.move(box.left + 40, box.top + 40, { steps: 5 });
    await expectCardStays(page);
  });
});

describe('the pointer', () => {
  const atBlinken = async (): Promise<Page> => {
    const page = await scene.page(
      '<p style="margin: 60px">Here is Blinken, and here is <a href="/made/target">Lammy</a> in a link.</p>',
    );
    await restOn(page, 'Blinken');
    return page;
  };

  test('may go into the card, and leaving both closes it', async () => {
    const page = await atBlinken();
    const { box } = await openCard(page);
    await page.mouse.move(box.left + 30, box.top + 60, { steps: 15 });
    await expectCardStays(page);
    await page.mouse.move(...AWAY, { steps: 5 });
    await expectNoCard(page);
  });

  test('that passes through opens nothing', async () => {
    const page = await scene.page(
      '<p style="margin: 60px">Here is Blinken, and here is Lammy.</p>',
    );
    const { x, y } = await findMark(page, 'Blinken');
    await page.evaluate(
      `window.opened = 0; addEventListener('toggle', ({ newState }) => { opened += newState === 'open' }, true)`,
    );
    await expectOfQuickWalk(
      (expression) => page.evaluate(expression),
      async () => {
        await page.mouse.move(...AWAY);
        await expectNoCard(page);
        await page.evaluate('opened = 0; moves = [performance.now()]');
        await page.mouse.move(x - 60, y, { steps: 3 });
        await page.mouse.move(x + 300, y, { steps: 12 });
        await page.mouse.move(...AWAY);
        await page.waitForTimeout(1200);
        return (await page.evaluate('opened')) === 0;
      },
    );
    // The page is told of a card that does open.
    await restOn(page, 'Blinken');
    await expect.poll(() => page.evaluate('opened'), PATIENCE).toBe(1);
  });

  test('with a pressed button selects text, and opens nothing', async () => {
    const page = await scene.page('<p style="margin: 60px">Here is Blinken, and more.</p>');
    const { lines, y } = await findMark(page, 'Blinken');
    // Whole px: Chromium selects nothing from a pointer between two.
    const [start, end] = [Math.round(lines[0]?.left ?? 0), Math.round(lines[0]?.right ?? 0)];
    await page.mouse.move(start - 20, y);
    await page.mouse.down();
    await page.mouse.move(end - 4, y, { steps: 6 });
    await expect.poll(() => page.evaluate('String(getSelection())'), PATIENCE).toContain('Blinke');
    await expectCardStaysAway(page);
    await page.mouse.up();
  });

  test('goes from one name to the next', async () => {
    const page = await atBlinken();
    expect((await openCard(page)).name).toBe('Antony Blinken');
    await restOn(page, 'Lammy');
    await expect.poll(async () => (await openCard(page)).name, PATIENCE).toBe('David Lammy');
  });

  test('clicks a link that is a name as if nothing were there', async () => {
    scene.server.add('/made/target', { body: '<title>Arrived</title>' });
    const page = await atBlinken();
    await restOn(page, 'Lammy');
    await openCard(page);
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(() => page.title(), PATIENCE).toBe('Arrived');
  });

  test('finds no card at a word that has gone', async () => {
    const page = await atBlinken();
    await openCard(page);
    await page.evaluate('document.querySelector("p").remove(); dispatchEvent(new Event("scroll"))');
    await page.mouse.move(...AWAY, { steps: 3 });
    await expectNoCard(page);
  });
});

describe('Escape', () => {
  test('closes the card, and it stays closed until the pointer has left the word', async () => {
    const page = await scene.page(
      `<p style="margin: 60px">Here is Blinken.</p>
       <script>keys = []; for (const type of ['keydown', 'keypress', 'keyup'])
         addEventListener(type, ({ key }) => keys.push(key))</script>`,
    );
    const { x, y } = await restOn(page, 'Blinken');
    await openCard(page);
    await page.keyboard.press('Escape');
    await expectNoCard(page);
    await page.mouse.move(x + 3, y);
    await expectCardStaysAway(page);
    expect(await page.evaluate('keys'), 'the page does not hear the key').toEqual([]);
    await page.mouse.move(...AWAY, { steps: 3 });
    await page.waitForTimeout(200);
    await restOn(page, 'Blinken');
    await openCard(page);
  });

  test('belongs to the page while no card is open', async () => {
    const page = await scene.page(
      `<p>Here is Blinken.</p><script>keys = []; addEventListener('keydown', ({ key }) => keys.push(key))</script>`,
    );
    await findMark(page, 'Blinken');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('keys')).toEqual(['Escape']);
  });
});
