/**
 * The one writer of settings, in the extension's own pages and in the background; one task at a time. What cannot be
 * read as settings of this version is kept aside under a key of its own, and reported; nothing comes on by it. Knows
 * the browser only by what it is handed.
 */
import { applied, type Mutate, type SettingsChange } from './apply.ts';
import { asideEntry, isAsideKey, readAside, type AsideRecord } from './aside.ts';
import { StorageError } from './failure.ts';
import { readRecord, recordOf } from './record.ts';
import { SETTINGS_KEY, SHAPE, UNREADABLE_SETTINGS, type Settings, type Shape } from './settings.ts';
import { punctual, type StorageArea } from './storage-area.ts';

export type { SettingsChange } from './apply.ts';
export type { AsideRecord } from './aside.ts';
export { failureOf, ListFullError, StorageError, type Failure } from './failure.ts';
export type { AsideReason } from './record.ts';
export type { StorageArea } from './storage-area.ts';

export interface SettingsState {
  settings: Settings;
  /** Oldest first. */
  aside: AsideRecord[];
  /** The storage does not answer or takes nothing: `settings` may be out of date, and changes fail. */
  problem?: StorageError;
}

export interface SettingsStore {
  /** Never fails: see `problem`. */
  read(): Promise<SettingsState>;
  /**
   * Applies one change after all changes before it. Nothing is written where it changes nothing.
   * @throws what `applied` throws, and StorageError when the storage fails; nothing is changed then
   */
  change(mutate: Mutate): Promise<SettingsChange>;
  /** Removes for good what was kept aside. @throws StorageError */
  discard(key: string): Promise<void>;
  /** Reports the new state after every change, whoever made it. */
  subscribe(listener: (state: SettingsState) => void, signal: AbortSignal): void;
}

export interface SettingsStoreParts {
  area: StorageArea;
  /** Runs one task at a time over all pages of the extension. */
  lock: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Ms since 1970. */
  now: () => number;
  shape?: Shape;
}

export function createSettingsStore(parts: SettingsStoreParts): SettingsStore {
  const { lock, now, shape = SHAPE } = parts;
  const area = punctual(parts.area);

  /** The settings that count, and what has to be written first where they cannot be read. Only under the lock. */
  const look = async (): Promise<{ settings: Settings; mend: () => Promise<void> }> => {
    const original = await area.get(SETTINGS_KEY);
    const { state: reason, settings } = readRecord(original, shape);
    return {
      settings,
      async mend() {
        if (reason === 'whole') return;
        const aside = await asideEntry(area, { reason, original }, now());
        await area.set({ ...aside, [SETTINGS_KEY]: recordOf(settings, shape) });
      },
    };
  };

  const read = async (): Promise<SettingsState> => {
    let settings = UNREADABLE_SETTINGS;
    try {
      return await lock(async () => {
        const found = await look();
        settings = found.settings;
        await found.mend();
        return { settings, aside: await readAside(area) };
      });
    } catch (error) {
      return { settings, aside: [], problem: storageErrorOf(error) };
    }
  };

  return {
    read,
    change: (mutate) =>
      lock(async () => {
        const { settings, mend } = await look();
        await mend();
        const change = applied(settings, mutate, shape);
        if (Object.keys(change.patch).length > 0) {
          await area.set({ [SETTINGS_KEY]: recordOf(change.after, shape) });
        }
        return change;
      }),
    discard: (key) =>
      lock(async () => {
        if (isAsideKey(key)) await area.remove(key);
      }),
    subscribe(listener, signal) {
      const report = async (): Promise<void> => {
        const state = await read();
        if (!signal.aborted) listener(state);
      };
      area.onChanged((keys) => {
        if (keys.some((key) => key === SETTINGS_KEY || isAsideKey(key))) void report();
      }, signal);
    },
  };
}

const storageErrorOf = (error: unknown): StorageError =>
  error instanceof StorageError ? error : new StorageError('refused', String(error));
