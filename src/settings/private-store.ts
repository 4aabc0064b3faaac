/**
 * The store as a page of the extension in a private window has it: reads what private windows see, and hands
 * every change to the background, which keeps it in the session. Writes nothing itself.
 */
import { applied } from './apply.ts';
import { StorageError } from './failure.ts';
import type { SettingsPatch } from './patch.ts';
import { readSettings, UNREADABLE_SETTINGS } from './settings.ts';
import type { SettingsState, SettingsStore } from './store.ts';

export interface PrivateStoreParts {
  /** The store of the profile: for what was kept aside. */
  store: SettingsStore;
  /** Asks the background for the settings of private windows. */
  ask: () => Promise<unknown>;
  /** Hands a change to the background. @returns whether it was kept */
  change: (patch: SettingsPatch) => Promise<unknown>;
  /** Tells of every change of what private windows see. */
  onChanged: (listener: () => void, signal: AbortSignal) => void;
}

export function createPrivateStore(parts: PrivateStoreParts): SettingsStore {
  const { store } = parts;
  const settingsNow = async () => readSettings(await parts.ask());
  const read = async (): Promise<SettingsState> => {
    const state = await store.read();
    const settings = await settingsNow().catch(() => undefined);
    if (settings) return { ...state, settings };
    const problem = new StorageError('slow', 'The background does not answer.');
    return { ...state, settings: UNREADABLE_SETTINGS, problem };
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...store,
    read,
    change(mutate) {
      const run = last.then(async () => {
        const before = await settingsNow();
        if (!before) throw new StorageError('slow', 'The background does not answer.');
        const change = applied(before, mutate);
        const isChange = Object.keys(change.patch).length > 0;
        if (isChange && (await parts.change(change.patch)) !== true) {
          throw new StorageError('refused', 'The background did not keep the change.');
        }
        return change;
      });
      last = run.catch(() => undefined);
      return run;
    },
    subscribe(listener, signal) {
      const tell = async (): Promise<void> => {
        const state = await read();
        if (!signal.aborted) listener(state);
      };
      parts.onChanged(() => void tell(), signal);
      store.subscribe(() => void tell(), signal);
    },
  };
}
