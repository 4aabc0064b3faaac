/**
 * Opens the settings of this browser profile with the browser's functions, for the background and for the pages of the extension.
 * Only entry points call it.
 */
import { createPrivateStore, type PrivateStoreParts } from './private-store.ts';
import { createSessionChanges, PRIVATE_KEY, type SessionChanges } from './session.ts';
import { SETTINGS_KEY } from './settings.ts';
import type { StorageArea } from '../browser/interfaces.ts';
import { createSettingsStore, type SettingsStore } from './store.ts';

/** The browser's functions that are needed; browser/pages.ts has them. */
export interface SettingsBrowser {
  localArea: StorageArea;
  sessionArea: StorageArea;
  /** Runs one task of this name at a time over all pages of the extension. */
  lock: <Result>(name: string, task: () => Promise<Result>) => Promise<Result>;
}

/** What a page needs in addition, because its window may be private. */
export interface PageBrowser extends SettingsBrowser {
  isPrivateWindow(): Promise<boolean>;
  sendMessage(message: unknown): Promise<unknown>;
  onPrivateSettings: PrivateStoreParts['onChanged'];
}

/** The store in the profile. Changes from private windows must not reach it. */
export function openSettings({ localArea, lock }: SettingsBrowser): SettingsStore {
  return createSettingsStore({
    area: localArea,
    lock: (task) => lock('backgrounder-settings', task),
    now: Date.now,
  });
}

/** What the session remembers. Only for the background. */
export function openSession({ sessionArea, lock }: SettingsBrowser): SessionChanges {
  return createSessionChanges({
    area: sessionArea,
    lock: (task) => lock('backgrounder-session', task),
  });
}

/**
 * Reports every change of the settings. Only for the background, which tells the pages: the browser would hand each of them the
 * old and the new value of whatever changes.
 * @param listener gets whether only private windows see the change
 */
export function onSettings(
  { localArea, sessionArea }: SettingsBrowser,
  listener: (isPrivate: boolean) => void,
): void {
  const { signal } = new AbortController();
  localArea.onChanged((keys) => {
    if (keys.includes(SETTINGS_KEY)) listener(false);
  }, signal);
  sessionArea.onChanged((keys) => {
    if (keys.includes(PRIVATE_KEY)) listener(true);
  }, signal);
}

/** The store for a page of the extension. In a private window, its changes stay in the session. */
export async function openSettingsInPage(browser: PageBrowser): Promise<SettingsStore> {
  const store = openSettings(browser);
  if (!(await browser.isPrivateWindow())) return store;
  return createPrivateStore({
    store,
    ask: () => browser.sendMessage({ kind: 'private-settings?' }),
    change: (patch) =>
      browser.sendMessage({ kind: 'private-change', id: crypto.randomUUID(), patch }),
    onChanged: browser.onPrivateSettings,
  });
}
