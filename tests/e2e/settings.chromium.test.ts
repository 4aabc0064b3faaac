/** The settings in Chromium: what was confirmed is there, whatever happens to windows and to the background. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from '../../src/settings/settings.ts';
import { recordOf } from '../../src/settings/record.ts';
import { attachPrivateTab, targetsOf } from './private-tab.ts';
import { expectMarks, openChromium, PATIENCE, type ChromiumScene } from './harness.ts';

/** What of the browser's own interface runs in pages of the extension and in the content script's world. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: Record<
    'local' | 'session' | 'sync',
    {
      get(keys: null): Promise<Record<string, unknown>>;
      set(record: unknown): Promise<void>;
      clear(): Promise<void>;
    }
  >;
  developerPrivate: Record<
    'updateExtensionConfiguration' | 'updateProfileConfiguration',
    (change: unknown) => Promise<void>
  >;
  windows: { create(options: unknown): Promise<unknown> };
};

let scene: ChromiumScene;
let options: Page;
const optionsUrl = () => `chrome-extension://${scene.extensionId}/options.html#sites`;
beforeAll(async () => {
  scene = await openChromium();
  options = await scene.open(optionsUrl());
});
afterAll(() => scene.close());
beforeEach(async () => {
  await options.evaluate(() => chrome.storage.local.clear());
});

const stored = () => options.evaluate(() => chrome.storage.local.get(null));
const settingsNow = async () =>
  ((await stored())[SETTINGS_KEY] as ReturnType<typeof recordOf>).settings;
const write = (record: unknown) =>
  options.evaluate((value) => chrome.storage.local.set(value), { [SETTINGS_KEY]: record });

describe('rules and the pause', () => {
  test('a rule, the other mode and a pause decide at once in open pages', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await expectMarks(page, ['Blinken']);
    await write(recordOf({ ...DEFAULT_SETTINGS, sitesOff: ['127.0.0.1/made/*'] }));
    await expectMarks(page, []);
    await write(recordOf({ ...DEFAULT_SETTINGS, sitesOff: ['127.0.0.1/other/*'] }));
    await expectMarks(page, ['Blinken']);
    await page.evaluate(() => {
      history.pushState(null, '', '/other/1');
    });
    await expectMarks(page, []);
    await write(recordOf({ ...DEFAULT_SETTINGS, siteMode: 'only', sitesOn: ['127.0.0.1'] }));
    await expectMarks(page, ['Blinken']);
    await write(recordOf({ ...DEFAULT_SETTINGS, siteMode: 'only' }));
    await expectMarks(page, []);
    await page.close();
  });

  test('a pause ends by itself', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await expectMarks(page, ['Blinken']);
    await write(recordOf({ ...DEFAULT_SETTINGS, pausedUntil: Date.now() + 600_000 }));
    await expectMarks(page, []);
    const pausedUntil = Date.now() + 3000;
    await write(recordOf({ ...DEFAULT_SETTINGS, pausedUntil }));
    await expectMarks(page, ['Blinken']);
    expect(Date.now()).toBeGreaterThanOrEqual(pausedUntil);
    await page.close();
  });

  test('a pause that the clock was set back under by years is over', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await expectMarks(page, ['Blinken']);
    await write(recordOf({ ...DEFAULT_SETTINGS, pausedUntil: Date.now() + 600_000 }));
    await expectMarks(page, []);
    await write(recordOf({ ...DEFAULT_SETTINGS, pausedUntil: Date.now() + 3e11 }));
    await expectMarks(page, ['Blinken']);
    await page.close();
  });
});

describe('records of other versions', () => {
  test('with fields that are missing and fields that are not known keep their sites off, and lose nothing', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await expectMarks(page, ['Blinken']);
    const fields = { theme: 'dark', sitesOff: ['127.0.0.1'], largeCards: true, corner: 'left' };
    await write({ version: 1, settings: fields });
    await expectMarks(page, []);
    await options.reload();
    await options.locator('[data-rule="127.0.0.1"]').waitFor();
    expect(await options.locator('[data-unreadable]').count()).toBe(0);
    await options.getByRole('button', { name: 'Remove: 127.0.0.1' }).press('Enter');
    await expectMarks(page, ['Blinken']);
    expect(await settingsNow()).toEqual({ ...DEFAULT_SETTINGS, ...fields, sitesOff: [] });
    await page.close();
  });

  test('of a development build come on nowhere, and are kept', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await expectMarks(page, ['Blinken']);
    const record = {
      version: 2,
      settings: { ...DEFAULT_SETTINGS, sitesOff: ['other.example'] },
      check: '0',
    };
    await write(record);
    await expectMarks(page, []);
    await expect.poll(async () => (await settingsNow()).on, PATIENCE).toBe(false);
    const kept = Object.entries(await stored()).filter(([key]) =>
      key.startsWith('settings-unreadable-'),
    );
    expect(kept.map(([, value]) => value)).toMatchObject([{ reason: 'newer', original: record }]);
    expect((await settingsNow()).sitesOff).toEqual(['other.example']);
    await page.close();
  });
});

/** The product's own store as one script. */
async function bundledStore(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'import.meta.env.FIREFOX': 'false' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'store-in-page.ts'), formats: ['iife'], name: 'it' },
    },
  });
  const [output] = [built].flat();
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('Nothing was bundled.');
  return chunk.code;
}

describe('two windows at once', () => {
  test('make 50 changes each, and all 100 are there', async () => {
    const script = await bundledStore();
    const other = await scene.context.newPage();
    await other.goto(optionsUrl());
    await Promise.all([options.evaluate(script), other.evaluate(script)]);
    const edit = (page: Page, name: string): Promise<number> =>
      page.evaluate(`switchOff(${JSON.stringify(name)}, 50)`);
    expect(await Promise.all([edit(options, 'a'), edit(other, 'b')])).toEqual([50, 50]);
    expect((await settingsNow()).sitesOff).toHaveLength(100);
    await other.close();
  });
});

describe('in a private window', () => {
  /** Everything in all storage areas, as text. */
  const everything = () =>
    options.evaluate(async () =>
      JSON.stringify(
        await Promise.all(
          (['local', 'session', 'sync'] as const).map((area) => chrome.storage[area].get(null)),
        ),
      ),
    );

  test('what is switched off there is off there alone, and is nowhere after it is closed', async () => {
    const manage = await scene.context.newPage();
    await manage.goto('chrome://extensions/');
    // Otherwise the browser leaves an unpacked extension off that it loads anew, as it does for more access.
    await manage.evaluate(async (extensionId) => {
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      const change = { extensionId, incognitoAccess: true };
      await chrome.developerPrivate.updateExtensionConfiguration(change);
    }, scene.extensionId);
    await manage.close();
    options = await scene.context.newPage();
    const opens = (): Promise<boolean> =>
      options.goto(optionsUrl()).then(
        () => true,
        () => false,
      );
    await expect.poll(opens, PATIENCE).toBe(true);
    const plain = await scene.page('<p>Blinken.</p>');
    await expectMarks(plain, ['Blinken']);

    const root = await scene.context.browser()?.newBrowserCDPSession();
    if (!root) throw new Error('No session.');
    const url = plain.url().replace('127.0.0.1', 'localhost');
    const known = await targetsOf(root);
    await options.evaluate(
      (address) => chrome.windows.create({ incognito: true, url: address }),
      url,
    );
    const { extensionId } = scene;
    const page = await attachPrivateTab(root, { url, extensionId, known });
    await expect.poll(() => page.marks(), PATIENCE).toBe(1);

    const request = { kind: 'change-request', id: 'secret', what: 'site', on: false };
    expect(await page.run(`chrome.runtime.sendMessage(${JSON.stringify(request)})`)).toBe(true);
    await expect.poll(() => page.marks(), PATIENCE).toBe(0);
    const local = JSON.stringify(await stored());
    expect(local).not.toContain('localhost');
    expect(await everything()).toContain('localhost');

    const undo = { kind: 'undo', id: 'secret' };
    await page.run(`chrome.runtime.sendMessage(${JSON.stringify(undo)})`);
    await expect.poll(() => page.marks(), PATIENCE).toBe(1);
    await page.run(`chrome.runtime.sendMessage(${JSON.stringify({ ...request, id: 'again' })})`);
    await expect.poll(() => page.marks(), PATIENCE).toBe(0);
    const canRead = 'chrome.storage.session.get(null).then(() => true, () => false)';
    expect(await page.run(canRead)).toBe(false);

    await page.close();
    await expect.poll(async () => (await everything()).includes('localhost'), PATIENCE).toBe(false);
    await plain.close();
  });
});
