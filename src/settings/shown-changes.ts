/**
 * Changes that a page shows before they are stored, so that the next press acts on what the reader sees. Owns how many are not
 * stored yet. Knows the store, and no view.
 */
import type { Mutate } from './apply.ts';
import { failureOf, type Failure } from './failure.ts';
import type { SettingsState, SettingsStore } from './store.ts';

export interface ShownChangesParts {
  store: Pick<SettingsStore, 'change' | 'read'>;
  /** Shows a change that is not stored yet. */
  preview: (mutate: Mutate) => void;
  /** Shows what is stored. */
  show: (stored: SettingsState) => void;
}

export interface ShownChanges {
  /** Shows stored settings, unless a change of this page is not stored yet. For `SettingsStore.subscribe`. */
  follow: (stored: SettingsState) => void;
  /**
   * Shows a change and stores it. If that fails, the stored settings come back.
   * @returns why it was not stored
   */
  change: (mutate: Mutate) => Promise<Failure | undefined>;
}

export function createShownChanges({ store, preview, show }: ShownChangesParts): ShownChanges {
  /** Owned by `change`. */
  let unstored = 0;
  const follow = (stored: SettingsState): void => {
    if (unstored === 0) show(stored);
  };
  return {
    follow,
    async change(mutate) {
      preview(mutate);
      unstored++;
      const failure = await store.change(mutate).then(() => undefined, failureOf);
      unstored--;
      void store.read().then(follow);
      return failure;
    },
  };
}
