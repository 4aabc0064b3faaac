/** The welcome page in Firefox, where the reader allows private windows while the extension is installed. */
import { expect, onTestFinished, test } from 'vitest';
import { ADDON_ID } from '../../src/cli/addon-id.ts';
import { launchFirefox, permit, PRIVATE_WINDOWS } from '../../src/cli/browsers/firefox.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { isWelcome } from '../../src/cli/browsers/welcome-tab.ts';
import { BUILDS } from '../../src/cli/paths.ts';
import { PATIENCE } from './harness.ts';

/** What of the browser's own interface runs with its privileges. */
interface TabbedBrowser {
  tabs: { linkedBrowser: { currentURI: { spec: string } } }[];
}
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

test('it opens in a window that is not private, also when a private one is in front', async () => {
  const firefox = await launchFirefox(ensureBrowser('firefox'), { headless: true });
  onTestFinished(() => firefox.close());
  await firefox.openPrivateWindow();
  // The reader may allow private windows while the extension is installed.
  await firefox.evaluateInBrowser(permit, ADDON_ID, PRIVATE_WINDOWS);
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
