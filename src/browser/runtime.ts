/** The extension itself: its strings, version and pages, and the browser that it runs in. */
import browser from 'webextension-polyfill';
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

/** Opens the options page, or shows it if it is open. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

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
