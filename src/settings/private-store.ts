/**
 * The store for a page of the extension in a private window. Reads the settings of private windows, and sends every change to the
 * background, which keeps it in the session. Writes nothing itself.
 */
import { applied, type SettingsChange } from './apply.ts';
import { StorageError } from './failure.ts';
import { inTurn } from './in-turn.ts';
import type { SettingsPatch } from './patch.ts';
import { readSettings, SHAPE, UNREADABLE_SETTINGS } from './settings.ts';
import type { SettingsState, SettingsStore } from './store.ts';

export interface PrivateStoreParts {
  /** The store of the profile, for its unreadable records. */
  store: SettingsStore;
  /** Asks the background for the settings of private windows. */
  ask: () => Promise<unknown>;
  /** Sends a change to the background. @returns whether it was kept */
  change: (patch: SettingsPatch) => Promise<unknown>;
  /** Reports every change of the settings of private windows. */
  onChanged: (listener: () => void, signal: AbortSignal) => void;
}

export function createPrivateStore(parts: PrivateStoreParts): SettingsStore {
  const { store } = parts;
  const settingsNow = async () => readSettings(await parts.ask());
  const read = inTurn(async (): Promise<SettingsState> => {
    const state = await store.read();
    const settings = await settingsNow().catch(() => undefined);
    if (settings) return { ...state, settings };
    const problem = new StorageError('slow', 'The background does not answer.');
    return { ...state, settings: UNREADABLE_SETTINGS, problem };
  });
  return {
    ...store,
    read,
    change: inTurn<Parameters<SettingsStore['change']>, SettingsChange>(async (mutate, terms) => {
      const [before, { policy }] = await Promise.all([settingsNow(), store.read()]);
      if (!before) throw new StorageError('slow', 'The background does not answer.');
      const change = applied(before, mutate, SHAPE, { policy, ...terms });
      const isChange = Object.keys(change.patch).length > 0;
      if (isChange && (await parts.change(change.patch)) !== true) {
        throw new StorageError('refused', 'The background did not keep the change.');
      }
      return change;
    }),
    subscribe(listener, signal) {
      const report = async (): Promise<void> => {
        const state = await read();
        if (!signal.aborted) listener(state);
      };
      parts.onChanged(() => void report(), signal);
      store.subscribe(() => void report(), signal);
    },
  };
}
