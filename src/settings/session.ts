/**
 * What is remembered until the browser is closed, and never on disk: how to take back the last changes, and all
 * changes from private windows, as a layer over the stored settings. The background alone writes it. Knows the
 * browser only by the storage area and the lock that it is handed.
 */
import { z } from 'zod';
import { applied, type Mutate } from './apply.ts';
import { StorageError } from './failure.ts';
import { patched, type SettingsPatch } from './patch.ts';
import { canonicalSettings } from './schema.ts';
import { SHAPE, UNREADABLE_SETTINGS, type Settings } from './settings.ts';
import type { StorageArea } from './storage-area.ts';

/** Key of the layer of private windows in the session's storage area. */
export const PRIVATE_KEY = 'private';
/** Key of what takes the last changes back. */
export const UNDO_KEY = 'undo';

/** How many changes can be taken back; an offer to do so stands for seconds. */
const MOST_UNDO = 50;
/** How many changes a private session can make. */
const MOST_PRIVATE = 1000;

export interface SessionChanges {
  /** Remembers how to take a change back, by any name that its maker gave it. */
  remember(id: string, patch: SettingsPatch): Promise<void>;
  /** @returns undefined for a change that is not remembered, or no longer */
  recall(id: string): Promise<SettingsPatch | undefined>;
  /** Stored settings as private windows see them. */
  inPrivate(settings: Settings): Promise<Settings>;
  /**
   * Changes what private windows see.
   * @throws what `applied` throws, and StorageError when there were too many changes
   */
  changePrivate(id: string, settings: Settings, mutate: Mutate): Promise<void>;
  /** Takes a private change back. @returns whether it was there */
  takeBackPrivate(id: string): Promise<boolean>;
  /** Forgets everything that private windows did. */
  endPrivate(): Promise<void>;
}

export interface SessionParts {
  /** The browser's session storage. */
  area: StorageArea;
  /** Runs one task at a time. */
  lock: <Result>(task: () => Promise<Result>) => Promise<Result>;
}

interface Kept {
  id: string;
  patch: SettingsPatch;
}

const mention = z.looseObject({ site: z.string(), entity: z.string(), surface: z.string() });
const entries = z.array(z.union([z.string(), mention]));

/** A patch as it comes from storage or from another page of the extension. */
export const patchSchema = z.record(
  z.string(),
  z.union([
    z.strictObject({ added: entries, removed: entries }),
    z.strictObject({ before: z.unknown().optional(), after: z.unknown().optional() }),
  ]),
);
const keptSchema = z.array(z.strictObject({ id: z.string(), patch: patchSchema }));

export function createSessionChanges({ area, lock }: SessionParts): SessionChanges {
  const read = async (key: string): Promise<Kept[]> =>
    (keptSchema.safeParse(await area.get(key)).data as Kept[] | undefined) ?? [];

  const inPrivate = async (settings: Settings): Promise<Settings> => {
    const kept = await read(PRIVATE_KEY);
    try {
      const laidOver = kept.reduce((now, { patch }) => patched(now, patch), settings);
      return canonicalSettings(laidOver, SHAPE);
    } catch {
      return UNREADABLE_SETTINGS;
    }
  };

  return {
    remember: (id, patch) =>
      lock(async () => {
        const others = (await read(UNDO_KEY)).filter((kept) => kept.id !== id);
        await area.set({ [UNDO_KEY]: [...others, { id, patch }].slice(-MOST_UNDO) });
      }),
    recall: (id) => lock(async () => (await read(UNDO_KEY)).find((kept) => kept.id === id)?.patch),
    inPrivate: (settings) => lock(() => inPrivate(settings)),
    changePrivate: (id, settings, mutate) =>
      lock(async () => {
        const kept = await read(PRIVATE_KEY);
        // Delivered twice, because the first answer was lost.
        if (kept.some((each) => each.id === id)) return;
        const before = await inPrivate(settings);
        const { patch } = applied(before, mutate);
        if (Object.keys(patch).length === 0) return;
        if (kept.length >= MOST_PRIVATE) {
          throw new StorageError('full', `More than ${MOST_PRIVATE} private changes.`);
        }
        await area.set({ [PRIVATE_KEY]: [...kept, { id, patch }] });
      }),
    takeBackPrivate: (id) =>
      lock(async () => {
        const kept = await read(PRIVATE_KEY);
        const left = kept.filter((each) => each.id !== id);
        if (left.length === kept.length) return false;
        await area.set({ [PRIVATE_KEY]: left });
        return true;
      }),
    endPrivate: () => lock(() => area.remove(PRIVATE_KEY)),
  };
}
