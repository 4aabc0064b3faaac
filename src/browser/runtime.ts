/** The extension itself: its strings, version and pages, and the browser that it runs in. */
import browser, { type Tabs } from 'webextension-polyfill';
import { wordingBy } from '../locale/index.ts';
import type { Welcome } from './interfaces.ts';

export const { say, locale } = wordingBy({
  getMessage: (key, substitutions) => browser.i18n.getMessage(key, substitutions),
  uiLocale: () => browser.i18n.getUILanguage(),
});

/** Which browser this build is for. */
export const browserName = import.meta.env.FIREFOX ? 'firefox' : 'chromium';

/** Version of the extension. */
export const version = (): string => browser.runtime.getManifest().version;

/** Opens the options page, or shows it if it is open. For pages of the extension. */
export async function openOptions(): Promise<void> {
  const tab = browserName === 'firefox' ? await optionsTab() : undefined;
  if (tab?.id === undefined || tab.windowId === undefined) {
    await browser.runtime.openOptionsPage();
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  await browser.windows.update(tab.windowId, { focused: true });
}

/** Firefox finds an open page only by its whole address, and ours has its section in it. */
async function optionsTab(): Promise<Tabs.Tab | undefined> {
  const { pathname } = new URL(browser.runtime.getURL('options.html'));
  const views = browser.extension.getViews({ type: 'tab' });
  const open = views.find(({ location }) => location.pathname === pathname);
  return (open as { browser?: typeof browser } | undefined)?.browser?.tabs.getCurrent();
}

/** Reports that the extension was installed or updated, and that the browser was started. */
export function onBeginning(listener: () => void): void {
  for (const event of [browser.runtime.onInstalled, browser.runtime.onStartup]) {
    event.addListener(() => {
      listener();
    });
  }
}

export const onInstalled: Welcome['onInstalled'] = (listener) => {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
};
