/**
 * The settings of this browser profile, put together from the browser's functions: the same for the background
 * and for every page of the extension. Entry points alone call it.
 */
import { createPrivateStore, type PrivateStoreParts } from './private-store.ts';
import { createSessionChanges, type SessionChanges } from './session.ts';
import type { StorageArea } from './storage-area.ts';
import { createSettingsStore, type SettingsStore } from './store.ts';

/** What is needed of the browser; browser/pages.ts has it. */
export interface SettingsBrowser {
  localArea: StorageArea;
  sessionArea: StorageArea;
  /** Runs one task of this name at a time over all pages of the extension. */
  lock: <Result>(name: string, task: () => Promise<Result>) => Promise<Result>;
}

/** What a page needs besides, in case that its window is private. */
export interface PageBrowser extends SettingsBrowser {
  isPrivateWindow(): Promise<boolean>;
  sendMessage(message: unknown): Promise<unknown>;
  onPrivateSettings: PrivateStoreParts['onChanged'];
}

/** The store in the profile; what private windows do must not reach it. */
export function openSettings({ localArea, lock }: SettingsBrowser): SettingsStore {
  return createSettingsStore({
    area: localArea,
    lock: (task) => lock('backgrounder-settings', task),
    now: Date.now,
  });
}

/** What the session remembers. For the background alone. */
export function openSession({ sessionArea, lock }: SettingsBrowser): SessionChanges {
  return createSessionChanges({
    area: sessionArea,
    lock: (task) => lock('backgrounder-session', task),
  });
}

/** The store for a page of the extension: in a private window, one whose changes stay in the session. */
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
