/** The browser's storage areas, the policy that an organisation has set for this extension, and the lock for writers. */
import browser, { type Storage } from 'webextension-polyfill';
import type { ManagedStorage, StorageArea } from './interfaces.ts';
import { browserName } from './runtime.ts';

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

const { managed } = browser.storage;

/** In Firefox, to ask without a policy is an error. */
const orNone = <Value>(asked: Promise<Value>, none: Value): Promise<Value> =>
  browserName === 'firefox' ? asked.catch(() => none) : asked;

export const managedNames: ManagedStorage['managedNames'] = () => orNone(managed.getKeys(), []);

export const readManaged: ManagedStorage['readManaged'] = (names) =>
  orNone(managed.get([...names]), {});

export const onManaged: ManagedStorage['onManaged'] = (listener) => {
  browser.storage.onChanged.addListener((_changes, where) => {
    if (where === 'managed') listener();
  });
};

/** Runs one task of this name at a time over all pages of the extension. */
export const lock = <Result>(name: string, task: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(name, task);
