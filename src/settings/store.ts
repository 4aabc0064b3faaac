/**
 * The one writer of settings, in the extension's own pages. What is stored but cannot be read as settings of
 * this version is kept aside under a key of its own before the defaults take its place, and reported.
 * Knows the browser only by the storage area and the lock that it is handed.
 */
import { z } from 'zod';
import { settingsRecordSchema, settingsSchema } from './schema.ts';
import { DEFAULT_SETTINGS, SETTINGS_KEY, SETTINGS_VERSION, type Settings } from './settings.ts';

/** A key-value store of JSON; `set` writes all of its keys or none. */
export interface StorageArea {
  keys(): Promise<string[]>;
  /** @returns undefined where there is no such key */
  get(key: string): Promise<unknown>;
  set(record: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  /** Tells of the keys that were written or removed, whoever did it. */
  onChanged(listener: (keys: string[]) => void, signal: AbortSignal): void;
}

/** Why something was kept aside: written by a newer version of the extension, or not settings at all. */
export type AsideReason = 'newer' | 'broken';

/** What was found in place of settings and kept. */
export interface AsideRecord {
  /** Its key in the storage area. */
  key: string;
  /** When it was set aside, in ms since 1970. */
  at: number;
  reason: AsideReason;
  /** The stored value as it was found. */
  original: unknown;
}

export interface SettingsState {
  settings: Settings;
  /** Oldest first. */
  aside: AsideRecord[];
}

export interface SettingsStore {
  read(): Promise<SettingsState>;
  /**
   * Applies one change after all changes before it.
   * @throws ZodError when the changed settings are not valid; nothing is written then
   */
  change(mutate: (settings: Settings) => Settings): Promise<Settings>;
  /** Removes for good what was kept aside. */
  discard(key: string): Promise<void>;
  /** Tells of the new state after every change, whoever made it. */
  subscribe(listener: (state: SettingsState) => void, signal: AbortSignal): void;
}

export interface SettingsStoreParts {
  area: StorageArea;
  /** Runs one task at a time over all pages of the extension. */
  lock: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Ms since 1970. */
  now: () => number;
}

const asideSchema = z.strictObject({ reason: z.enum(['newer', 'broken']), original: z.unknown() });
const newerSchema = z.looseObject({ version: z.number().gt(SETTINGS_VERSION) });
const ASIDE_KEY = /^settings-aside-(\d{1,15})$/;

export function createSettingsStore({ area, lock, now }: SettingsStoreParts): SettingsStore {
  /** Only under the lock. */
  const load = async (): Promise<Settings> => {
    const stored = await area.get(SETTINGS_KEY);
    if (stored === undefined) return DEFAULT_SETTINGS;
    const parsed = settingsRecordSchema.safeParse(stored);
    if (parsed.success) return parsed.data.settings;
    // One write for both, so that no crash in between loses the original or sets it aside twice.
    await area.set({
      [await freeAsideKey()]: { reason: reasonOf(stored), original: stored },
      [SETTINGS_KEY]: recordOf(DEFAULT_SETTINGS),
    });
    return DEFAULT_SETTINGS;
  };

  const freeAsideKey = async (): Promise<string> => {
    const taken = await area.keys();
    let at = now();
    while (taken.includes(`settings-aside-${at}`)) at++;
    return `settings-aside-${at}`;
  };

  const read = (): Promise<SettingsState> =>
    lock(async () => {
      const settings = await load();
      const keys = (await area.keys()).filter((key) => ASIDE_KEY.test(key));
      const aside = await Promise.all(
        keys.map(async (key) => asideRecordOf(key, await area.get(key))),
      );
      return { settings, aside: aside.sort((a, b) => a.at - b.at) };
    });

  return {
    read,
    change: (mutate) =>
      lock(async () => {
        const settings = settingsSchema.parse(mutate(await load()));
        await area.set({ [SETTINGS_KEY]: recordOf(settings) });
        return settings;
      }),
    discard: (key) =>
      lock(async () => {
        if (ASIDE_KEY.test(key)) await area.remove(key);
      }),
    subscribe(listener, signal) {
      const tell = async (): Promise<void> => {
        const state = await read();
        if (!signal.aborted) listener(state);
      };
      area.onChanged((keys) => {
        if (keys.some((key) => key === SETTINGS_KEY || ASIDE_KEY.test(key))) void tell();
      }, signal);
    },
  };
}

const recordOf = (settings: Settings) => ({ version: SETTINGS_VERSION, settings });

function reasonOf(stored: unknown): AsideReason {
  return newerSchema.safeParse(stored).success ? 'newer' : 'broken';
}

function asideRecordOf(key: string, kept: unknown): AsideRecord {
  const at = Number(ASIDE_KEY.exec(key)?.[1]);
  const whole = asideSchema.safeParse(kept);
  return { key, at, ...(whole.success ? whole.data : { reason: 'broken', original: kept }) };
}
