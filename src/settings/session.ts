/**
 * What is remembered until the browser closes, and never on disk: how to undo the last changes, and all changes from private
 * windows, as a layer over the stored settings. Only the background writes it. Knows the browser only through the storage area
 * and the lock that it gets.
 */
import { z } from 'zod';
import { applied, type ChangeTerms, type Mutate } from './apply.ts';
import { StorageError } from './failure.ts';
import { patched, type SettingsPatch } from './patch.ts';
import { keptBy, type SettingsPolicy } from './policy.ts';
import { canonicalSettings } from './schema.ts';
import { SHAPE, UNREADABLE_SETTINGS, type Settings } from './settings.ts';
import type { StorageArea } from '../browser/interfaces.ts';

/** Key of the layer of private windows in the session's storage area. */
export const PRIVATE_KEY = 'private';
/** Key of the last changes, which can be undone. */
export const UNDO_KEY = 'undo';

/** How many changes can be undone. The undo button is shown for seconds. */
const UNDO_MAX = 50;
/** How many changes private windows can make in a session. */
const PRIVATE_CHANGES_MAX = 1000;

export interface SessionChanges {
  /** Remembers a change, so that it can be undone by its id. */
  remember(id: string, patch: SettingsPatch): Promise<void>;
  /** @returns undefined for a change that is not remembered */
  recall(id: string): Promise<SettingsPatch | undefined>;
  /** Stored settings as private windows see them. @param policy what they cannot change either */
  inPrivate(settings: Settings, policy?: SettingsPolicy): Promise<Settings>;
  /**
   * Changes what private windows see.
   * @throws what `applied` throws, and StorageError after too many changes
   */
  changePrivate(id: string, settings: Settings, mutate: Mutate, terms?: ChangeTerms): Promise<void>;
  /** Undoes a private change. @returns whether it was remembered */
  takeBackPrivate(id: string): Promise<boolean>;
  /** Forgets all changes of private windows. */
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

/** The check of a patch from the storage or from another page of the extension. */
export const patchSchema: z.ZodType<SettingsPatch> = z.record(
  z.string(),
  z.union([
    z.strictObject({ added: entries, removed: entries }),
    z.strictObject({ before: z.unknown().optional(), after: z.unknown().optional() }),
  ]),
);
const keptSchema = z.array(z.strictObject({ id: z.string(), patch: patchSchema }));

export function createSessionChanges({ area, lock }: SessionParts): SessionChanges {
  const read = async (key: string): Promise<Kept[]> =>
    keptSchema.safeParse(await area.get(key)).data ?? [];

  const inPrivate = async (settings: Settings, policy?: SettingsPolicy): Promise<Settings> => {
    const kept = await read(PRIVATE_KEY);
    try {
      const laidOver = kept.reduce((now, { patch }) => patched(now, patch), settings);
      return keptBy(policy, canonicalSettings(laidOver, SHAPE));
    } catch {
      return UNREADABLE_SETTINGS;
    }
  };

  return {
    remember: (id, patch) =>
      lock(async () => {
        const others = (await read(UNDO_KEY)).filter((kept) => kept.id !== id);
        await area.set({ [UNDO_KEY]: [...others, { id, patch }].slice(-UNDO_MAX) });
      }),
    recall: (id) => lock(async () => (await read(UNDO_KEY)).find((kept) => kept.id === id)?.patch),
    inPrivate: (settings, policy) => lock(() => inPrivate(settings, policy)),
    changePrivate: (id, settings, mutate, terms) =>
      lock(async () => {
        const kept = await read(PRIVATE_KEY);
        // The message arrived twice, because its first answer was lost.
        if (kept.some((each) => each.id === id)) return;
        const before = await inPrivate(settings, terms?.policy);
        const { patch } = applied(before, mutate, SHAPE, terms);
        if (Object.keys(patch).length === 0) return;
        if (kept.length >= PRIVATE_CHANGES_MAX) {
          throw new StorageError('full', `More than ${PRIVATE_CHANGES_MAX} private changes.`);
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
