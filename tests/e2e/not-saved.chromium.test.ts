/** Changes that are not stored, in Chromium: whoever asked for one is told, in the popup, in pages and in the options. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seeNotices } from '../../src/cli/browsers/card-probe.ts';
import type { AttachedPage } from '../../src/cli/browsers/cdp-page.ts';
import { LIST_MAX } from '../../src/settings/fields.ts';
import { SETTINGS_KEY } from '../../src/settings/settings.ts';
import { expectMarks, openChromium, PATIENCE, type ChromiumScene } from './harness.ts';
import { click } from './popup-words.ts';

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

const write = (entries: Record<string, unknown>): Promise<void> =>
  options.evaluate(`chrome.storage.local.set(${JSON.stringify(entries)})`);
/** Takes all room that Chromium gives, but for a few bytes: no settings fit into it. */
const fillStorage = (): Promise<void> =>
  options.evaluate(`(async () => {
    const { local } = chrome.storage;
    const room = local.QUOTA_BYTES - await local.getBytesInUse(null);
    await local.set({ filler: 'x'.repeat(room - 20) });
  })()`);
const emptyStorage = (): Promise<void> => options.evaluate("chrome.storage.local.remove('filler')");

const failureIn = (popup: AttachedPage): Promise<string> =>
  popup.evaluate(`document.querySelector('.popup-failure').innerText`);

describe('in the popup', () => {
  test.each([
    ['the switch for this site', ['[role=switch]']],
    ['the pause', ['.menu > button', '[role=menuitem]']],
    ['the switch for everything', ['.menu > button', '[role=menuitem]:nth-child(2)']],
  ])(
    'a storage that takes nothing is said after %s, until a change is stored',
    async (_, buttons) => {
      const page = await scene.page('<p>Blinken.</p>');
      await expectMarks(page, ['Blinken']);
      const popup = await scene.openToolbarPopup(page);
      await expect.poll(() => failureIn(popup), PATIENCE).toBe('');
      await fillStorage();
      for (const button of buttons) await click(popup, button);
      await expect
        .poll(() => failureIn(popup), PATIENCE)
        .toMatch(/^The change was not saved\. Reason: .*quota/i);
      await expectMarks(page, ['Blinken']);
      await emptyStorage();
      for (const button of buttons) await click(popup, button);
      await expectMarks(page, []);
      await expect.poll(() => failureIn(popup), PATIENCE).toBe('');
      await page.close();
    },
  );

  test('a list that is full is said', async () => {
    const sitesOff = Array.from({ length: LIST_MAX }, (_, n) => `s${n}.example`);
    await write({ [SETTINGS_KEY]: { version: 1, settings: { sitesOff } } });
    const page = await scene.page('<p>Blinken.</p>');
    await expectMarks(page, ['Blinken']);
    const popup = await scene.openToolbarPopup(page);
    await click(popup, '[role=switch]');
    await expect
      .poll(() => failureIn(popup), PATIENCE)
      .toContain('“Sites that are switched off” has reached 2000 entries');
    await expectMarks(page, ['Blinken']);
    await page.close();
  });
});

test('in a page, a list that is full is said', async () => {
  const sitesOff = Array.from({ length: LIST_MAX }, (_, n) => `s${n}.example`);
  await write({ [SETTINGS_KEY]: { version: 1, settings: { sitesOff } } });
  const page = await scene.page('<p>Blinken.</p>');
  await expectMarks(page, ['Blinken']);
  await page.bringToFront();
  const worker =
    scene.context.serviceWorkers()[0] ?? (await scene.context.waitForEvent('serviceworker'));
  await worker.evaluate('chrome.commands.onCommand.dispatch("switch-site")');
  await expect
    .poll(async () => (await seeNotices(page)).offer, PATIENCE)
    .toMatch(/“Sites that are switched off” has reached 2000 entries.*Try again/);
  await expectMarks(page, ['Blinken']);
  await page.close();
});

test('in the options, and the control goes back to what is stored', async () => {
  await options.evaluate("location.hash = 'cards'");
  await fillStorage();
  await options.getByRole('radio', { name: /Always dark/ }).click();
  await options
    .getByRole('status')
    .filter({ hasText: /The change was not saved\. Reason: .*quota/i })
    .waitFor();
  await expect
    .poll(() => options.getByRole('radio', { name: /Follow page/ }).isChecked(), PATIENCE)
    .toBe(true);
});
