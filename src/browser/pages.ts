/**
 * The browser as the extension's own pages see it; the only importer of webextension-polyfill, which stands
 * aside in every browser above our floors. Narrow interfaces, handed down by the entry points.
 */
import browser, { type Storage } from 'webextension-polyfill';
import { wordingLocale, type Say } from '../locale/index.ts';

export const say: Say = (key, ...substitutions) =>
  browser.i18n.getMessage(key, substitutions.map(String));

/** BCP 47 tag for dates and numbers. */
export const locale = (): string => wordingLocale(say, browser.i18n.getUILanguage());

/** Opens the options page, or comes back to it where it is open. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Runs one task at a time over all pages of the extension. */
export const settingsLock = <Result>(task: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('backgrounder-settings', task);

/** The storage that stays in this browser profile. */
export const localArea = {
  keys: (): Promise<string[]> => browser.storage.local.getKeys(),
  /** @returns undefined where there is no such key */
  async get(key: string): Promise<unknown> {
    return (await browser.storage.local.get(key))[key];
  },
  set: (record: Record<string, unknown>): Promise<void> => browser.storage.local.set(record),
  remove: (key: string): Promise<void> => browser.storage.local.remove(key),
  /** Tells of the keys that were written or removed, in whichever context. */
  onChanged(listener: (keys: string[]) => void, signal: AbortSignal): void {
    const onChanged = (changes: Record<string, Storage.StorageChange>, area: string): void => {
      if (area === 'local') listener(Object.keys(changes));
    };
    browser.storage.onChanged.addListener(onChanged);
    signal.addEventListener('abort', () => {
      browser.storage.onChanged.removeListener(onChanged);
    });
  },
};

/** What comes through a port to a page. */
export interface PageListener {
  onMessage(message: unknown): void;
  /**
   * No frame of the page listens, or the last one that did has gone.
   * @param reason the browser's own words, if it has any; not for readers
   */
  onClosed(reason?: string): void;
}

/** Opens a port of this name to all frames of the tab in front of this window. */
export async function connectToActiveTab(
  name: string,
  listener: PageListener,
  signal: AbortSignal,
): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (signal.aborted) return;
  if (tab?.id === undefined) {
    listener.onClosed();
    return;
  }
  const port = browser.tabs.connect(tab.id, { name });
  port.onMessage.addListener((message: unknown) => {
    listener.onMessage(message);
  });
  port.onDisconnect.addListener(() => {
    // Unless it is read, Chromium complains in the console of an unchecked `lastError`.
    listener.onClosed(browser.runtime.lastError?.message);
  });
  signal.addEventListener('abort', () => {
    port.disconnect();
  });
}

/** Tells of the key commands of the manifest, by name. */
export function onCommand(listener: (name: string) => void): void {
  browser.commands.onCommand.addListener((name) => {
    listener(name);
  });
}

/** Tells all frames of the tab in front; where nobody listens, nothing happens. */
export async function sendToActiveTab(message: unknown): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  try {
    await browser.tabs.sendMessage(tab.id, message);
  } catch {
    // A page without the content script: the browser's own, or a store.
  }
}

/** Tells of messages of the extension's own contexts. */
export function onMessage(listener: (message: unknown) => void): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    listener(message);
    return undefined;
  });
}
