/** The icon on the extension's button in the toolbar, for the tab in front. By each browser's own means: no API tells it. */
import type { Page } from 'playwright-core';
import { ADDON_ID } from '../../src/cli/addon-id.ts';
import type { Firefox } from '../../src/cli/browsers/firefox.ts';
import type { ChromiumScene } from './harness.ts';

/** @returns path of its smallest file */
export type SeeIcon = () => Promise<string>;

/** Chromium tells nobody, so we note what the background asks for, from now on. */
export async function iconInChromium(scene: ChromiumScene, page: Page): Promise<SeeIcon> {
  const [worker] = scene.context.serviceWorkers();
  if (!worker) throw new Error('There is no background.');
  await worker.evaluate(`{
    const { action } = browser;
    const { setIcon } = action;
    globalThis.icons = { usual: '/icon/16.png' };
    action.setIcon = (details) => {
      icons[details.tabId ?? 'usual'] = details.path[16];
      return setIcon.call(action, details);
    };
    // The browser forgets the icon of a tab that goes elsewhere.
    browser.tabs.onUpdated.addListener((id, { status }) => {
      if (status === 'loading') delete icons[id];
    });
  }`);
  return () =>
    worker.evaluate<string>(
      `browser.tabs.query({ url: '${page.url()}' }).then(([tab]) => icons[tab.id] ?? icons.usual)`,
    );
}

/** What of the browser's own interface runs with its privileges. */
declare const WebExtensionPolicy: { getByID(id: string): { extension: object } };
declare const ChromeUtils: {
  importESModule(name: string): {
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: object): {
            action: { getContextData(tab: unknown): { icon: Record<string, string> } };
          };
        };
      };
    };
  };
};
declare const gBrowser: { selectedTab: unknown };

export const iconInFirefox = (firefox: Firefox): SeeIcon => {
  const see = (id: string): string => {
    const { ExtensionParent } = ChromeUtils.importESModule(
      'resource://gre/modules/ExtensionParent.sys.mjs',
    );
    const { extension } = WebExtensionPolicy.getByID(id);
    const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
    return new URL(action.getContextData(gBrowser.selectedTab).icon[16] ?? '').pathname;
  };
  return () => firefox.evaluateInBrowser(see, ADDON_ID);
};
