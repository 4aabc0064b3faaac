/**
 * Stores what was asked for, and takes it back: in the profile, or for private windows in the session. Knows no
 * messages and no senders.
 */
import { unpatched, type Settings } from '../settings/index.ts';
import type { SessionChanges } from '../settings/session.ts';
import type { SettingsStore } from '../settings/store.ts';

export type Mutate = (settings: Settings) => Settings;

export interface Changes {
  /** @param key names the change; the same one again changes nothing more @throws where it was not stored */
  make(key: string, mutate: Mutate, isPrivate: boolean): Promise<void>;
  /**
   * Takes back exactly what one change did, and what others changed since stays. Twice is once.
   * @returns false where no change of that key is remembered
   */
  takeBack(key: string, isPrivate: boolean): Promise<boolean>;
}

export interface ChangesParts {
  store: SettingsStore;
  session: SessionChanges;
  /** Reports a change of what private windows see. */
  onPrivateChange: () => Promise<void>;
}

export function createChanges({ store, session, onPrivateChange }: ChangesParts): Changes {
  /** A change that was taken back is remembered as one that did nothing. */
  const forget = (key: string): Promise<void> => session.remember(key, {});
  return {
    async make(key, mutate, isPrivate) {
      if (isPrivate) {
        await session.changePrivate(key, (await store.read()).settings, mutate);
        await onPrivateChange();
        return;
      }
      const { patch } = await store.change(mutate);
      // Delivered twice, the second time changes nothing: what the first one did can still be taken back.
      if (Object.keys(patch).length > 0) await session.remember(key, patch);
    },
    async takeBack(key, isPrivate) {
      if (isPrivate && (await session.takeBackPrivate(key))) {
        await forget(key);
        await onPrivateChange();
        return true;
      }
      const patch = await session.recall(key);
      if (!patch || isPrivate) return patch !== undefined;
      await store.change((settings) => unpatched(settings, patch));
      await forget(key);
      return true;
    },
  };
}
