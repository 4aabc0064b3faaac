/** The settings: what was confirmed is there, whatever happens to windows and to the background. */
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordOf } from '../../src/settings/record.ts';
import { DEFAULT_SETTINGS, SETTINGS_KEY, type Settings } from '../../src/settings/settings.ts';
import type { ChromiumGateScene } from './gate-chromium.ts';
import type { FirefoxGateScene } from './gate-firefox.ts';
import { expectSurfaces, GATE_SCENES, STILLNESS_MS } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import type { OwnPage } from './own-page.ts';
import { button } from './own-page-controls.ts';
import { openOwnPage } from './own-page-drivers.ts';
import { allowPrivateWindows, openPrivateWindow } from './private-window.ts';

/** The product's own store as one script. */
async function bundledStore(browser: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'import.meta.env.FIREFOX': String(browser === 'Firefox') },
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

describe.each(GATE_SCENES)('in %s,', (browser, launch) => {
  let scene: ChromiumGateScene | FirefoxGateScene;
  let options: OwnPage;
  beforeAll(async () => {
    scene = await launch();
    options = await openOwnPage(scene, 'options.html#sites');
  });
  afterAll(() => scene.close());
  beforeEach(async () => {
    await options.ask('chrome.storage.local.clear()');
  });

  const stored = (): Promise<Record<string, unknown>> =>
    options.ask('chrome.storage.local.get(null)');
  const settingsNow = async () =>
    ((await stored())[SETTINGS_KEY] as ReturnType<typeof recordOf>).settings;
  const write = (record: unknown): Promise<void> =>
    options.ask(`chrome.storage.local.set(${JSON.stringify({ [SETTINGS_KEY]: record })})`);
  const writeSettings = (settings: Partial<Settings>) =>
    write(recordOf({ ...DEFAULT_SETTINGS, ...settings }));
  const openStory = async (): Promise<void> => {
    await scene.open('<p>Blinken.</p>');
    await expectSurfaces(scene, ['Blinken']);
  };

  test('tasks under a lock never run at once in a page of the extension', async () => {
    const order = await options.ask(`(async () => {
      const seen = [];
      const task = (name) =>
        navigator.locks.request('a-test', async () => {
          seen.push(name + ' in');
          await new Promise((resolve) => setTimeout(resolve, 50));
          seen.push(name + ' out');
        });
      await Promise.all(['a', 'b', 'c'].map(task));
      return seen;
    })()`);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  describe('rules and the pause', () => {
    test('a rule, the other mode and a pause decide at once in open pages', async () => {
      await openStory();
      await writeSettings({ sitesOff: ['127.0.0.1/at/*'] });
      await expectSurfaces(scene, []);
      await writeSettings({ sitesOff: ['127.0.0.1/other/*'] });
      await expectSurfaces(scene, ['Blinken']);
      await scene.ask('history.pushState(null, "", "/other/1")');
      await expectSurfaces(scene, []);
      await writeSettings({ siteMode: 'only', sitesOn: ['127.0.0.1'] });
      await expectSurfaces(scene, ['Blinken']);
      await writeSettings({ siteMode: 'only' });
      await expectSurfaces(scene, []);
    });

    test('a pause ends by itself', async () => {
      await openStory();
      await writeSettings({ pausedUntil: Date.now() + 600_000 });
      await expectSurfaces(scene, []);
      const pausedUntil = Date.now() + 3000;
      await writeSettings({ pausedUntil });
      await expectSurfaces(scene, ['Blinken']);
      expect(Date.now()).toBeGreaterThanOrEqual(pausedUntil);
    });

    test('a pause that the clock was set back under by years is over', async () => {
      await openStory();
      await writeSettings({ pausedUntil: Date.now() + 600_000 });
      await expectSurfaces(scene, []);
      await writeSettings({ pausedUntil: Date.now() + 3e11 });
      await expectSurfaces(scene, ['Blinken']);
    });
  });

  describe('records of other versions', () => {
    test('with fields that are missing and fields that are not known keep their sites off, and lose nothing', async () => {
      await openStory();
      const fields = { theme: 'dark', sitesOff: ['127.0.0.1'], largeCards: true, corner: 'left' };
      await write({ version: 1, settings: fields });
      await expectSurfaces(scene, []);
      // A page that is loaded then has none either.
      await scene.open('<p>Blinken.</p>');
      await scene.wait(STILLNESS_MS);
      await expectSurfaces(scene, []);
      await options.reload();
      await options.sees(button('Remove: 127.0.0.1'));
      expect(await options.texts('[data-unreadable]')).toEqual([]);
      await options.keyOn(button('Remove: 127.0.0.1'), 'Enter');
      await expectSurfaces(scene, ['Blinken']);
      expect(await settingsNow()).toEqual({ ...DEFAULT_SETTINGS, ...fields, sitesOff: [] });
    });

    test('of a development build come on nowhere, and are kept', async () => {
      await openStory();
      const settings = { ...DEFAULT_SETTINGS, sitesOff: ['other.example'] };
      const record = { version: 2, settings, check: '0' };
      await write(record);
      await expectSurfaces(scene, []);
      await expect.poll(async () => (await settingsNow()).on, PATIENCE).toBe(false);
      const kept = Object.entries(await stored()).filter(([key]) =>
        key.startsWith('settings-unreadable-'),
      );
      expect(kept.map(([, value]) => value)).toMatchObject([{ reason: 'newer', original: record }]);
      expect((await settingsNow()).sitesOff).toEqual(['other.example']);
    });
  });

  describe('two windows at once', () => {
    test('make 50 changes each, and all 100 are there', async () => {
      const script = await bundledStore(browser);
      const other = await openOwnPage(scene, 'options.html#sites');
      /** Begins, and does not wait for the end. */
      const begin = (page: OwnPage, name: string): Promise<void> =>
        page.ask(`(() => {
          ${script}
          const { dataset } = document.documentElement;
          switchOff('${name}', 50).then((done) => { dataset.done = done; }, (error) => { dataset.done = error; });
        })()`);
      await begin(options, 'a');
      await begin(other, 'b');
      for (const page of [options, other]) {
        const done = () => page.ask('document.documentElement.dataset.done ?? ""');
        await expect.poll(done, PATIENCE).toBe('50');
      }
      expect((await settingsNow()).sitesOff).toHaveLength(100);
    });
  });

  describe('in a private window', () => {
    /** Everything in all storage areas, as text. */
    const everything = (): Promise<string> =>
      options.ask(
        `Promise.all(['local', 'session', 'sync'].map((area) => chrome.storage[area].get(null))).then(JSON.stringify)`,
      );

    test('what is switched off there is off there alone, and is nowhere after it is closed', async () => {
      await allowPrivateWindows(scene);
      options = await openOwnPage(scene, 'options.html#sites');
      await openStory();
      const url = (await scene.ask<string>('location.href')).replace('127.0.0.1', 'localhost');
      const page = await openPrivateWindow(scene, url);
      await expectSurfaces(page, ['Blinken']);
      const send = (message: object) =>
        page.run(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);

      const request = { kind: 'change-request', id: 'secret', what: 'site', on: false };
      expect(await send(request)).toBe(true);
      await expectSurfaces(page, []);
      expect(JSON.stringify(await stored())).not.toContain('localhost');
      expect(await everything()).toContain('localhost');

      await send({ kind: 'undo', id: 'secret' });
      await expectSurfaces(page, ['Blinken']);
      await send({ ...request, id: 'again' });
      await expectSurfaces(page, []);
      // In Firefox there is no such area in pages at all.
      const canRead =
        '(async () => chrome.storage.session.get(null))().then(() => true, () => false)';
      expect(await page.run(canRead)).toBe(false);

      await page.close();
      await expect.poll(everything, PATIENCE).not.toContain('localhost');
      await expectSurfaces(scene, ['Blinken']);
    });
  });
});
