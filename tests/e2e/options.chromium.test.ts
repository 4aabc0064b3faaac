/** The options page in Chromium: what is set applies at once in open tabs, and nothing is lost. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SETTINGS_KEY } from '../../src/settings/settings.ts';
import {
  expectCardStaysAway,
  expectMarks,
  findMark,
  marksOf,
  openChromium,
  PATIENCE,
  restOn,
  openCard,
  type ChromiumScene,
} from './harness.ts';

let scene: ChromiumScene;
let options: Page;
beforeAll(async () => {
  scene = await openChromium();
  options = await scene.open(`chrome-extension://${scene.extensionId}/options.html`);
});
afterAll(() => scene.close());
beforeEach(async () => {
  await options.evaluate('chrome.storage.local.clear()');
  await options.reload();
});

const storage = (): Promise<Record<string, unknown>> =>
  options.evaluate('chrome.storage.local.get(null)');

describe('a setting applies in open tabs at once', () => {
  test('an entity off and on', async () => {
    const page = await scene.page('<p>Blinken and Lammy.</p>');
    await expectMarks(page, ['Blinken', 'Lammy']);
    await options.getByRole('checkbox', { name: /Lammy/ }).uncheck();
    await expectMarks(page, ['Blinken']);
    await options.getByRole('checkbox', { name: /Lammy/ }).check();
    await expectMarks(page, ['Blinken', 'Lammy']);
    await page.close();
  });

  test('somebody of the cast on, who is off by default', async () => {
    const page = await scene.page('<p>Blinken and Joe Biden.</p>');
    await expectMarks(page, ['Blinken']);
    await options.getByRole('checkbox', { name: /Joe Biden/ }).check();
    await expectMarks(page, ['Blinken', 'Joe Biden']);
    await restOn(page, 'Joe Biden');
    expect((await openCard(page)).name).toBe('Joe Biden');
    await page.close();
  });

  test('the highlight style', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    const styleNow = async () => (await marksOf(page)).map(({ highlight }) => highlight);
    await expect.poll(styleNow, PATIENCE).toEqual(['backgrounder-dotted']);
    await options.getByRole('radio', { name: /Tint/ }).check();
    await expect.poll(styleNow, PATIENCE).toEqual(['backgrounder-tint']);
    await page.close();
  });

  test('everything off and on', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await expectMarks(page, ['Blinken']);
    await options.getByRole('checkbox', { name: /at all/ }).uncheck();
    await expectMarks(page, []);
    await options.getByRole('checkbox', { name: /at all/ }).check();
    await expectMarks(page, ['Blinken']);
    await page.close();
  });

  test('how much is marked; what is not painted still opens its card', async () => {
    const page = await scene.page(
      `<h2>One</h2><p>Blinken and Lammy. Blinken again.</p>
       <h2>Two</h2><p style="margin-top: 60px"><b id="unpainted">Blinken</b> left.</p>`,
    );
    await expectMarks(page, ['Blinken', 'Lammy', 'Blinken', 'Blinken']);
    await options.getByRole('radio', { name: /in each section/ }).check();
    await expectMarks(page, ['Blinken', 'Lammy', 'Blinken']);
    await options.getByRole('radio', { name: /on the page/ }).check();
    await expectMarks(page, ['Blinken', 'Lammy']);
    const box = await page.locator('#unpainted').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 8, { steps: 10 });
    expect((await openCard(page)).name).toBe('Antony Blinken');
    await page.close();
  });

  test('the key that has to be held', async () => {
    const page = await scene.page('<p style="margin-top: 60px">President Zelenskyy.</p>');
    await expectMarks(page, ['Zelenskyy']);
    await options.getByRole('radio', { name: /^Shift/ }).check();
    await page.bringToFront();
    await restOn(page, 'Zelenskyy');
    await expectCardStaysAway(page);
    await page.keyboard.down('Shift');
    await page.mouse.move(5, 5);
    await restOn(page, 'Zelenskyy');
    expect((await openCard(page)).name).toBe('Volodymyr Zelenskyy');
    await page.keyboard.up('Shift');
    await page.close();
  });

  test('the dwell', async () => {
    await options
      .getByLabel(/exact|own/i)
      .last()
      .fill('2000');
    await options.keyboard.press('Enter');
    const page = await scene.page('<p>Blinken.</p>');
    await expect
      .poll(
        async () =>
          ((await storage())[SETTINGS_KEY] as { settings: { dwellMs: number } }).settings.dwellMs,
        PATIENCE,
      )
      .toBe(2000);
    await restOn(page, 'Blinken');
    await page.waitForTimeout(900);
    expect(await page.evaluate('document.querySelector(":popover-open")')).toBeNull();
    await openCard(page);
    await page.close();
  });

  test('a site that is switched off, by keys alone, and on again', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    await options.getByRole('textbox', { name: /site|address/i }).focus();
    await options.keyboard.type('http://127.0.0.1:8080/any/page');
    await options.keyboard.press('Enter');
    await expectMarks(page, []);
    await options.bringToFront();
    await options.getByRole('button', { name: /127\.0\.0\.1/ }).press('Enter');
    await expectMarks(page, ['Blinken']);
    await page.close();
  });
});

describe('what is stored but cannot be read', () => {
  const GARBAGE = [
    ['garbage', 'not settings at all'],
    ['a broken record', { version: 1, settings: { dwellMs: 'soon' } }],
    ['a newer version', { version: 99, settings: { everything: 'new' } }],
  ] as const;

  test.each(GARBAGE)('%s is kept, said, and the defaults work', async (_what, stored) => {
    await options.evaluate(
      ({ key, value }) =>
        (
          globalThis as unknown as {
            chrome: { storage: { local: { set(r: object): Promise<void> } } };
          }
        ).chrome.storage.local.set({ [key]: value }),
      { key: SETTINGS_KEY, value: stored },
    );
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    await options.reload();
    const notice = options.locator('[data-aside]');
    await expect.poll(() => notice.count(), PATIENCE).toBe(1);
    const kept = Object.entries(await storage()).filter(([key]) =>
      key.startsWith('settings-aside-'),
    );
    expect(kept.map(([, value]) => (value as { original: unknown }).original)).toEqual([stored]);
    await options.reload();
    await expect.poll(() => notice.count(), PATIENCE).toBe(1);
    await page.close();
  });
});
