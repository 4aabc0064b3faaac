/** A store that is still being opened, so that a page can be drawn before the store's code is loaded. Free of zod. */
import type { SettingsStore } from './store.ts';

/** Every call waits until the store is open. */
export function laterStore(opening: Promise<SettingsStore>): SettingsStore {
  return {
    read: async () => (await opening).read(),
    change: async (mutate, terms) => (await opening).change(mutate, terms),
    takePolicy: async (policy) => (await opening).takePolicy(policy),
    discard: async (key) => (await opening).discard(key),
    subscribe(listener, signal) {
      void opening.then((store) => {
        if (!signal.aborted) store.subscribe(listener, signal);
      });
    },
  };
}
