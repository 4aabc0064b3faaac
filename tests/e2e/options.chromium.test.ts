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
  // What the page was still writing goes with it, and not into the next test.
  await options.reload();
  await options.evaluate("location.hash = 'highlights'");
  await options.evaluate('chrome.storage.local.clear()');
  await options.reload();
});

/** Goes to a page of the options as a reader does. */
const goTo = async (name: string): Promise<void> => {
  await options.getByRole('navigation').getByRole('link', { name }).click();
  await options.getByRole('heading', { level: 1, name }).waitFor();
};
const write = (record: unknown): Promise<void> =>
  options.evaluate(`chrome.storage.local.set(${JSON.stringify({ [SETTINGS_KEY]: record })})`);
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
    await options.getByText('0 of 20 highlighted').click();
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
    await options.getByRole('checkbox', { name: 'Highlight names' }).uncheck();
    await expectMarks(page, []);
    await options.getByRole('checkbox', { name: 'Highlight names' }).check();
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
    await goTo('Cards');
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
    await goTo('Cards');
    await options.getByText('More: exact times').click();
    await options.getByLabel('Milliseconds before a card opens').fill('2000');
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
    await goTo('Sites');
    await options.getByRole('textbox', { name: /Switch off a site/ }).focus();
    await options.keyboard.type('http://127.0.0.1:8080/any/page');
    await options.keyboard.press('Enter');
    await expectMarks(page, []);
    await options.bringToFront();
    await options.getByRole('button', { name: /Remove: 127\.0\.0\.1/ }).press('Enter');
    await expectMarks(page, ['Blinken']);
    await page.close();
  });
});

describe('the rules for sites', () => {
  test('on some sites alone, and back with both lists kept', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    await goTo('Sites');
    await options.getByRole('radio', { name: /Only these sites/ }).check();
    await expectMarks(page, []);
    await options.getByRole('textbox', { name: /Add a site/ }).fill('127.0.0.1/made/*');
    await options.keyboard.press('Enter');
    await expectMarks(page, ['Blinken']);
    await options.getByRole('radio', { name: /Every site except/ }).check();
    await options.getByText('Rules in the other list: 1').waitFor();
    await page.close();
  });

  test('a rule is edited in place, a wrong one says why, an address is tested', async () => {
    await goTo('Sites');
    const entry = options.getByRole('textbox', { name: /Switch off a site/ });
    await entry.fill('not a host');
    await entry.press('Enter');
    await options.getByRole('alert').filter({ hasText: 'contains a space' }).waitFor();
    await entry.fill('example.org');
    await entry.press('Enter');
    await options.getByRole('button', { name: 'Edit: example.org' }).press('Enter');
    await expect
      .poll(() => options.evaluate('document.activeElement.value'), PATIENCE)
      .toBe('example.org');
    await options.keyboard.type('*.example.org');
    await options.keyboard.press('Enter');
    await options.locator('[data-rule="*.example.org"]').waitFor();
    await options.getByText('More: patterns, test an address').click();
    const address = options.getByRole('textbox', { name: /Test an address/ });
    await address.fill('https://news.example.org/a');
    await options.getByText('Off: the rule “*.example.org” covers this address.').waitFor();
    await address.fill('example.org:8080/a');
    await options.getByText('On: no rule covers this address.').waitFor();
    await address.fill('chrome://settings');
    await options.getByText('cannot read pages at this address').waitFor();
  });
});

describe('back again', () => {
  test('one setting, which keeps the focus there, says so, and can be undone', async () => {
    await goTo('Cards');
    const reset = options.getByRole('button', { name: 'Reset Light or dark' });
    expect(await options.getByRole('button', { name: /^Reset/ }).count()).toBe(0);
    await options.getByRole('radio', { name: /Always dark/ }).check();
    await expect.poll(() => themeOf(options), PATIENCE).toBe('dark');
    await reset.press('Enter');
    await expect.poll(() => themeOf(options), PATIENCE).toBeUndefined();
    expect(await reset.count()).toBe(0);
    expect(await options.evaluate('document.activeElement.value')).toBe('auto');
    await options.getByRole('status').filter({ hasText: 'Reset: Light or dark.' }).waitFor();
    await options.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => themeOf(options), PATIENCE).toBe('dark');
  });

  test('a file is exported, previewed after a reset, and applied', async () => {
    await goTo('Cards');
    await options.getByRole('radio', { name: /Quick/ }).check();
    await goTo('Sites');
    await options.getByRole('textbox', { name: /Switch off a site/ }).fill('a.example');
    await options.keyboard.press('Enter');
    await options.locator('[data-rule="a.example"]').waitFor();
    await goTo('Data and about');
    await options.getByRole('checkbox', { name: /Include site rules/ }).check();
    const download = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export settings' }).click();
    const path = await (await download).path();
    await options.getByRole('button', { name: 'Reset all settings' }).click();
    await options.getByText('All settings were reset.').waitFor();
    await options.getByLabel('Import settings').setInputFiles(path);
    await options.locator('.import [data-path="sitesOff"]').waitFor();
    expect(await options.locator('.import [data-path]').count()).toBe(2);
    await options.getByRole('button', { name: 'Apply these changes' }).press('Enter');
    await goTo('Sites');
    await options.locator('[data-rule="a.example"]').waitFor();
    await goTo('Cards');
    expect(await options.getByRole('radio', { name: /Quick/ }).isChecked()).toBe(true);
  });

  test('a refused file says where and why, and nothing changes', async () => {
    await goTo('Data and about');
    const before = await storage();
    await options.getByLabel('Import settings').setInputFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        '{\n"kind": "backgrounder-settings",\n"version": 1,\n"settings": {"dwellMs": 9999}\n}',
      ),
    });
    const refused = options.locator('.import[data-ok="false"]');
    await refused.waitFor();
    expect(await refused.innerText()).toMatch(
      /Line 4, column \d+: “dwellMs .*” is 9999\. It must be a whole number from 0 to 2000\./,
    );
    expect(await storage()).toEqual(before);
  });
});

test('the preview is painted by the real highlights, as the settings say', async () => {
  const painted = (): Promise<number> =>
    options.evaluate(() =>
      [...(CSS.highlights.get('backgrounder-tint') ?? [])].reduce(
        (count, range) =>
          count + Number(document.querySelector('.preview')?.contains(range.startContainer)),
        0,
      ),
    );
  await options.getByRole('radio', { name: /Tint/ }).check();
  await expect.poll(painted, PATIENCE).toBe(10);
  await options.getByRole('radio', { name: /first on the page/ }).check();
  await expect.poll(painted, PATIENCE).toBe(5);
});

const themeOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['theme']);

describe('what is stored but cannot be read', () => {
  const GARBAGE = [
    ['garbage', 'not settings at all'],
    ['a broken record', { version: 1, settings: { dwellMs: 'soon' } }],
    ['a newer version', { version: 99, settings: { everything: 'new' } }],
  ] as const;

  test.each(GARBAGE)('%s is kept, said, and no page comes on by it', async (_what, stored) => {
    await write(stored);
    const page = await scene.page('<p>Blinken.</p>');
    await options.reload();
    const notice = options.locator('[data-unreadable]');
    await expect.poll(() => notice.count(), PATIENCE).toBe(1);
    const kept = Object.entries(await storage()).filter(([key]) =>
      key.startsWith('settings-unreadable-'),
    );
    expect(kept.map(([, value]) => (value as { original: unknown }).original)).toEqual([stored]);
    await options.reload();
    await expect.poll(() => notice.count(), PATIENCE).toBe(1);
    // What was switched off is not known any more.
    await expectMarks(page, []);
    await options.getByRole('checkbox', { name: 'Highlight names' }).check();
    await expectMarks(page, ['Blinken']);
    await page.close();
  });
});
