/**
 * The only writer of settings, in the extension's own pages and in the background; one task at a time. A record that this version
 * cannot read is kept under its own key and reported, and switches nothing on. Knows the browser only through its parts.
 */
import { applied, type ChangeTerms, type Mutate, type SettingsChange } from './apply.ts';
import {
  unreadableEntry,
  isUnreadableKey,
  readUnreadable,
  type UnreadableRecord,
} from './unreadable.ts';
import { StorageError } from './failure.ts';
import { isSame } from './patch.ts';
import {
  chosenAfter,
  keptBy,
  takenOver,
  type PolicyInForce,
  type SettingsPolicy,
  type UnderPolicy,
} from './policy.ts';
import { readRecord, recordOf } from './record.ts';
import { SETTINGS_KEY, SHAPE, UNREADABLE_SETTINGS, type Settings, type Shape } from './settings.ts';
import type { StorageArea } from '../browser/interfaces.ts';
import { punctual } from './storage-area.ts';

export type { SettingsChange } from './apply.ts';
export type { UnreadableRecord } from './unreadable.ts';
export { failureOf, ListFullError, StorageError, type Failure } from './failure.ts';
export type { UnreadableReason } from './record.ts';

export interface SettingsState {
  settings: Settings;
  /** The organisation's policy that has decided some of them; undefined without one. */
  policy?: PolicyInForce | undefined;
  /** Oldest first. */
  unreadable: UnreadableRecord[];
  /** The storage does not work: `settings` may be out of date, and changes fail. */
  problem?: StorageError;
}

export interface SettingsStore {
  /** Never fails: see `problem`. */
  read(): Promise<SettingsState>;
  /**
   * Makes one change after all earlier changes. Writes nothing if it changes nothing.
   * @throws what `applied` throws, and StorageError if the storage fails; then nothing has changed
   */
  change(mutate: Mutate, terms?: Pick<ChangeTerms, 'isPartial'>): Promise<SettingsChange>;
  /**
   * Puts a policy in force, or ends the one that is. Writes nothing if it is in force already. Only for the background, which alone
   * follows the policy.
   * @throws StorageError if the storage fails; then nothing has changed
   */
  takePolicy(policy: SettingsPolicy | undefined): Promise<void>;
  /** Deletes an unreadable record. @throws StorageError */
  discard(key: string): Promise<void>;
  /** Reports the new state after every change from any context. */
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

  const look = () => lookInto(area, now, shape);
  const read = async (): Promise<SettingsState> => {
    let settings = UNREADABLE_SETTINGS;
    try {
      return await lock(async () => {
        const found = await look();
        settings = found.settings;
        await found.mend();
        return { settings, policy: found.policy, unreadable: await readUnreadable(area) };
      });
    } catch (error) {
      return { settings, unreadable: [], problem: storageErrorOf(error) };
    }
  };

  return {
    read,
    change: (mutate, { isPartial = false } = {}) =>
      lock(async () => {
        const { settings, policy, mend } = await look();
        await mend();
        const change = applied(settings, mutate, shape, { policy, isPartial });
        if (Object.keys(change.patch).length > 0) {
          const chosen = policy && chosenAfter(policy, change.before, change.after, shape);
          await area.set({ [SETTINGS_KEY]: recordOf(change.after, shape, chosen) });
        }
        return change;
      }),
    takePolicy: (next) =>
      lock(async () => {
        const { mend, ...before } = await look();
        await mend();
        // Without a policy before and after, there is nothing to do, also where nothing is stored yet.
        if (!before.policy && !next) return;
        const { settings, policy } = takenOver(before, next, shape);
        const record = recordOf(settings, shape, policy);
        if (!isSame(record, await area.get(SETTINGS_KEY)))
          await area.set({ [SETTINGS_KEY]: record });
      }),
    discard: (key) =>
      lock(async () => {
        if (isUnreadableKey(key)) await area.remove(key);
      }),
    subscribe(listener, signal) {
      const report = async (): Promise<void> => {
        const state = await read();
        if (!signal.aborted) listener(state);
      };
      area.onChanged((keys) => {
        if (keys.some((key) => key === SETTINGS_KEY || isUnreadableKey(key))) void report();
      }, signal);
    },
  };
}

/** The settings now, and their repair if they are unreadable. Only under the lock. */
async function lookInto(
  area: StorageArea,
  now: () => number,
  shape: Shape,
): Promise<UnderPolicy & { mend: () => Promise<void> }> {
  const original = await area.get(SETTINGS_KEY);
  const { state: reason, policy, ...found } = readRecord(original, shape);
  const settings = keptBy(policy, found.settings);
  return {
    ...{ settings, policy },
    async mend() {
      if (reason === 'whole') return;
      const kept = await unreadableEntry(area, { reason, original }, now());
      await area.set({ ...kept, [SETTINGS_KEY]: recordOf(settings, shape, policy) });
    },
  };
}

const storageErrorOf = (error: unknown): StorageError =>
  error instanceof StorageError ? error : new StorageError('refused', String(error));
