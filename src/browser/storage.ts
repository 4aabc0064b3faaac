/** The browser's storage areas, and the lock for their writers. */
import browser, { type Storage } from 'webextension-polyfill';
import type { StorageArea } from './interfaces.ts';

function areaOf(name: 'local' | 'session'): StorageArea {
  const area = browser.storage[name];
  return {
    keys: () => area.getKeys(),
    get: async (key) => (await area.get(key))[key],
    set: (record) => area.set(record),
    remove: (key) => area.remove(key),
    onChanged(listener, signal) {
      const onChanged = (changes: Record<string, Storage.StorageChange>, where: string): void => {
        if (where === name) listener(Object.keys(changes));
      };
      browser.storage.onChanged.addListener(onChanged);
      signal.addEventListener('abort', () => {
        browser.storage.onChanged.removeListener(onChanged);
      });
    },
  };
}

/** The storage that stays in this browser profile. Content scripts can read and write it (SECURITY.md). */
export const localArea = areaOf('local');
/** The storage of this browser session: never on disk, and closed to content scripts in both browsers. */
export const sessionArea = areaOf('session');

/** Reports every change of what private windows see. */
export function onPrivateSettings(listener: () => void, signal: AbortSignal): void {
  sessionArea.onChanged(listener, signal);
}

/** Runs one task of this name at a time over all pages of the extension. */
export const lock = <Result>(name: string, task: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(name, task);
