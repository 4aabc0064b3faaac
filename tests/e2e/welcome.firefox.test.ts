/** The welcome page in Firefox: it comes once, its sample opens a card, and its button asks for the sites that are withheld. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { ADDON_ID } from '../../src/cli/addon-id.ts';
import { allowPrivateWindows, launchFirefox } from '../../src/cli/browsers/firefox.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { isWelcome } from '../../src/cli/browsers/welcome-tab.ts';
import { BUILDS } from '../../src/cli/paths.ts';
import type { FirefoxGateScene } from './gate-firefox.ts';
import { openInFirefox } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';

let scene: FirefoxGateScene;
beforeAll(async () => {
  // The driver waits for the welcome page, and closes it.
  scene = await openInFirefox();
});
afterAll(() => scene.firefox.close());

/** What of the browser's own interface runs in pages of the extension, and with the browser's privileges. */
declare const browser: { storage: { session: { get(key: string): Promise<object> } } };
interface TabbedBrowser {
  tabs: { linkedBrowser: { currentURI: { spec: string } } }[];
}
declare const gBrowser: TabbedBrowser;
declare const Services: {
  wm: { getEnumerator(type: string): Iterable<Window & { gBrowser: TabbedBrowser }> };
};
declare const PrivateBrowsingUtils: { isWindowPrivate(window: Window): boolean };
declare const ChromeUtils: {
  importESModule(name: string): {
    AddonManager: { installTemporaryAddon(file: object): Promise<void> };
    ExtensionPermissions: { add(id: string, permissions: object): Promise<void> };
    FileUtils: { File: new (path: string) => object };
  };
};

const goThere = () => scene.firefox.goto(scene.firefox.extensionUrl('welcome.html'));
const says = (text: string) =>
  expect
    .poll(() => scene.firefox.evaluate(() => document.body.innerText), PATIENCE)
    .toContain(text);
/** Middle of the button with these words, in CSS px. */
const buttonAt = (words: string) =>
  scene.firefox.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === wanted,
    );
    const { left = 0, right = 0, top = 0, bottom = 0 } = button?.getBoundingClientRect() ?? {};
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }, words);

test('an update opens none', async () => {
  await scene.update();
  // The background has done what an update asks of it.
  const places = () =>
    scene.inExtension(async () => Object.keys(await browser.storage.session.get('places')));
  await expect.poll(places, PATIENCE).toEqual(['places']);
  const addresses = await scene.firefox.evaluateInBrowser(() =>
    gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec),
  );
  expect(addresses.filter(isWelcome)).toEqual([]);
});

test('the sample opens its card', async () => {
  await goThere();
  await says('It has started already');
  const markOf = async (surface: string) =>
    (await scene.firefox.evaluate(seeMarks)).find((mark) => mark.surface === surface);
  await expect.poll(() => markOf('David Lammy'), PATIENCE).toBeDefined();
  const { x = 0, y = 0 } = (await markOf('David Lammy')) ?? {};
  await scene.firefox.movePointer(x - 3, y);
  await scene.firefox.movePointer(x, y);
  expect((await scene.firefox.openCard()).name).toContain('David Lammy');
});

test('where sites are withheld, its button asks for them, and open tabs are read', async () => {
  onTestFinished(() => scene.allowSites(true));
  await scene.allowSites(false);
  const story = await scene.firefox.openBehind(scene.firefox.server.url('news-2024.html'));
  const found = async () => (await story.evaluate(seeMarks)).length;
  await goThere();
  await says('It has not started');
  expect(await found()).toBe(0);
  const { x, y } = await buttonAt('Allow all sites');
  await scene.firefox.click(x, y);
  const allow = () =>
    scene.firefox.evaluateInBrowser(() => {
      interface Notification extends Element {
        button: HTMLElement;
      }
      const id = 'addon-webext-permissions-notification';
      (document.getElementById(id) as Notification | null)?.button.click();
    });
  const isStarted = async () => {
    await allow();
    return scene.firefox.evaluate(() => document.body.innerText.includes('It has started already'));
  };
  await expect.poll(isStarted, PATIENCE).toBe(true);
  expect(await scene.firefox.evaluate(() => document.body.innerText)).not.toContain('Allow all');
  await expect.poll(found, PATIENCE).toBeGreaterThan(10);
});

test('it opens in a window that is not private, also when a private one is in front', async () => {
  const firefox = await launchFirefox(ensureBrowser('firefox'), { headless: true });
  onTestFinished(() => firefox.close());
  await firefox.openPrivateWindow();
  // The reader may allow private windows while the extension is installed.
  await firefox.evaluateInBrowser(allowPrivateWindows, ADDON_ID);
  await firefox.evaluateInBrowser(async (path) => {
    const { AddonManager } = ChromeUtils.importESModule(
      'resource://gre/modules/AddonManager.sys.mjs',
    );
    const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
    await AddonManager.installTemporaryAddon(new FileUtils.File(path));
  }, BUILDS.firefox);
  const places = async () => {
    const tabs = await firefox.evaluateInBrowser(() =>
      [...Services.wm.getEnumerator('navigator:browser')].flatMap((window) =>
        window.gBrowser.tabs.map(({ linkedBrowser }) => ({
          address: linkedBrowser.currentURI.spec,
          isPrivate: PrivateBrowsingUtils.isWindowPrivate(window),
        })),
      ),
    );
    return tabs.filter(({ address }) => isWelcome(address)).map(({ isPrivate }) => isPrivate);
  };
  await expect.poll(places, PATIENCE).toEqual([false]);
});
