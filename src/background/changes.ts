/**
 * Makes changes of the settings and undoes them: in the profile, or for private windows in the session. Knows no messages and no
 * senders.
 */
import { unpatched, type Settings } from '../settings/index.ts';
import type { SessionChanges } from '../settings/session.ts';
import type { SettingsStore } from '../settings/store.ts';

export type Mutate = (settings: Settings) => Settings;

export interface Changes {
  /**
   * @param key names the change; the same key again changes nothing
   * @param isPartial whether a policy that keeps a part of it from happening lets the rest pass
   * @throws if it was not stored
   */
  make(key: string, mutate: Mutate, isPrivate: boolean, isPartial?: boolean): Promise<void>;
  /**
   * Undoes one change, and keeps later changes by others. To undo it twice is the same as once.
   * @returns false if no change with that key is remembered
   */
  takeBack(key: string, isPrivate: boolean): Promise<boolean>;
}

export interface ChangesParts {
  store: SettingsStore;
  session: SessionChanges;
}

export function createChanges({ store, session }: ChangesParts): Changes {
  /** An undone change is remembered as a change that did nothing. */
  const forget = (key: string): Promise<void> => session.remember(key, {});
  return {
    async make(key, mutate, isPrivate, isPartial = false) {
      if (isPrivate) {
        const { settings, policy } = await store.read();
        await session.changePrivate(key, settings, mutate, { policy, isPartial });
        return;
      }
      const { patch } = await store.change(mutate, { isPartial });
      // A message that arrives twice changes nothing the second time, and the first change can still be undone.
      if (Object.keys(patch).length > 0) await session.remember(key, patch);
    },
    async takeBack(key, isPrivate) {
      if (isPrivate && (await session.takeBackPrivate(key))) {
        await forget(key);
        return true;
      }
      const patch = await session.recall(key);
      if (!patch || isPrivate) return patch !== undefined;
      await store.change((settings) => unpatched(settings, patch), { isPartial: true });
      await forget(key);
      return true;
    },
  };
}
