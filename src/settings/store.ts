/**
 * The one writer of settings, in the extension's own pages and in the background; one task at a time. Settings
 * are written twice in one go, so that damage to one record loses nothing. What cannot be read as settings of
 * this version is kept aside under a key of its own, and reported. Knows the browser only by what it is handed.
 */
import { createAsideShelf, type AsideRecord } from './aside.ts';
import { patchBetween, type SettingsPatch } from './patch.ts';
import { bytesOf, ROOM_BYTES, roomOf, type BrowserName } from './quota.ts';
import { canonicalSettings, readRecord, recordOf, type ReadRecord } from './record.ts';
import { DEFAULT_SETTINGS, SETTINGS_KEY, UNREADABLE_SETTINGS, type Settings } from './settings.ts';
import { punctual, StorageError, type StorageArea } from './storage-area.ts';

export type { AsideRecord } from './aside.ts';
export type { AsideReason } from './record.ts';
export { StorageError, type StorageArea } from './storage-area.ts';

/** Key of the second record of the same settings. */
export const COPY_KEY = 'settings-copy';

export interface SettingsState {
  settings: Settings;
  /** Oldest first. */
  aside: AsideRecord[];
  /** The storage does not answer or takes nothing: `settings` may be out of date, and changes fail. */
  problem?: StorageError;
}

/** One change that was stored. */
export interface SettingsChange {
  before: Settings;
  after: Settings;
  /** Takes the change back: `change((now) => unpatched(now, patch))`. */
  patch: SettingsPatch;
}

export interface SettingsStore {
  /** Never fails: see `problem`. */
  read(): Promise<SettingsState>;
  /**
   * Applies one change after all changes before it. Nothing is written where it changes nothing.
   * @throws ZodError or RangeError when the changed settings are not valid; nothing is written then
   * @throws StorageError when there is no room (nothing is written) or the storage fails
   */
  change(mutate: (settings: Settings) => Settings): Promise<SettingsChange>;
  /** Removes for good what was kept aside. @throws StorageError */
  discard(key: string): Promise<void>;
  /** How much of the storage is taken. @throws StorageError */
  usage(): Promise<Usage>;
  /** Tells of the new state after every change, whoever made it. */
  subscribe(listener: (state: SettingsState) => void, signal: AbortSignal): void;
}

/** In bytes as the browser counts them. */
export interface Usage {
  /** Everything that is stored in this area. */
  taken: number;
  /** The part of it that was kept aside. */
  aside: number;
  most: number;
}

export interface SettingsStoreParts {
  area: StorageArea;
  /** Runs one task at a time over all pages of the extension. */
  lock: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Ms since 1970. */
  now: () => number;
  browser: BrowserName;
}

export function createSettingsStore(parts: SettingsStoreParts): SettingsStore {
  const { lock, now, browser } = parts;
  const area = punctual(parts.area);
  const shelf = createAsideShelf(area, now);

  /** Writes nothing that would not fit. Only under the lock, as all that follows. */
  const write = async (settings: Settings, more: Record<string, unknown> = {}): Promise<void> => {
    const record = recordOf(settings);
    const next = { ...more, [SETTINGS_KEY]: record, [COPY_KEY]: record };
    const others = (await area.keys()).filter((key) => !Object.hasOwn(next, key));
    const room = await taken(others);
    const needed = Object.entries(next).reduce(
      (sum, [key, value]) => sum + roomOf(key, value, browser),
      0,
    );
    // What only moves aside must always fit: it was there before.
    if (room + needed > ROOM_BYTES && Object.keys(more).length === 0) {
      throw new StorageError('full', `${room + needed} bytes are more than ${ROOM_BYTES}.`);
    }
    await area.set(next);
  };

  const taken = async (keys: readonly string[]): Promise<number> => {
    let sum = 0;
    for (const key of keys) sum += roomOf(key, await area.get(key), browser);
    return sum;
  };

  /** The settings that count, with what has to be written before they can be changed. */
  const look = async (): Promise<{ settings: Settings; mend?: () => Promise<void> }> => {
    const stored = await area.get(SETTINGS_KEY);
    const first = readRecord(stored);
    if (first.state === 'whole') return { settings: first.settings };
    if (first.state === 'earlier') return lookAtEarlier(first.settings);
    const copy = await area.get(COPY_KEY);
    if (stored === undefined && copy === undefined) return { settings: DEFAULT_SETTINGS };
    const second = readRecord(copy);
    const settings = better(first, second);
    return {
      settings,
      mend: async () => {
        const originals = [];
        if (stored !== undefined)
          originals.push({ reason: first.state as 'broken', original: stored });
        // A copy that is damaged in the same way says nothing new.
        if (copy !== undefined && second.state !== 'whole' && bytesOf(copy, browser) > 0) {
          if (JSON.stringify(copy) !== JSON.stringify(stored)) {
            originals.push({ reason: 'broken' as const, original: copy });
          }
        }
        await write(settings, await shelf.entriesFor(originals, settings));
      },
    };
  };

  /** Settings of an earlier version may stand in for ones that this version had left and can read again. */
  const lookAtEarlier = async (settings: Settings) => {
    const returned = await shelf.findReturned(settings);
    return {
      settings: returned?.settings ?? settings,
      mend: async () => {
        await write(returned?.settings ?? settings);
        if (returned) await area.remove(returned.key);
      },
    };
  };

  const load = async (): Promise<Settings> => {
    const { settings, mend } = await look();
    await mend?.();
    return settings;
  };

  const read = async (): Promise<SettingsState> => {
    let settings: Settings | undefined;
    try {
      return await lock(async () => {
        const looked = await look();
        settings = looked.settings;
        await looked.mend?.();
        return { settings, aside: await shelf.all() };
      });
    } catch (error) {
      const problem =
        error instanceof StorageError ? error : new StorageError('refused', String(error));
      return { settings: settings ?? UNREADABLE_SETTINGS, aside: [], problem };
    }
  };

  return {
    read,
    change: (mutate) =>
      lock(async () => {
        const before = await load();
        const after = canonicalSettings(mutate(before));
        const patch = patchBetween(before, after);
        if (Object.keys(patch).length > 0) await write(after);
        return { before, after, patch };
      }),
    discard: (key) => lock(() => shelf.discard(key)),
    usage: () =>
      lock(async () => {
        const keys = await area.keys();
        const aside = await taken(keys.filter((key) => shelf.holds(key)));
        return { taken: await taken(keys), aside, most: ROOM_BYTES };
      }),
    subscribe(listener, signal) {
      const tell = async (): Promise<void> => {
        const state = await read();
        if (!signal.aborted) listener(state);
      };
      area.onChanged((keys) => {
        if (keys.some((key) => key === SETTINGS_KEY || shelf.holds(key))) void tell();
      }, signal);
    },
  };
}

/** Of two records of which the first is not whole: the second if it is, or else what is left of the first. */
function better(first: ReadRecord, second: ReadRecord): Settings {
  if (first.state === 'newer') return first.settings;
  return second.state === 'whole' || second.state === 'earlier' ? second.settings : first.settings;
}
