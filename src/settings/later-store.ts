/** A store that is still being opened, so that a page can be drawn before its code has come. Free of zod. */
import type { SettingsStore } from './store.ts';

/** Everything that is asked of it waits. */
export function laterStore(opening: Promise<SettingsStore>): SettingsStore {
  return {
    read: async () => (await opening).read(),
    change: async (mutate) => (await opening).change(mutate),
    discard: async (key) => (await opening).discard(key),
    subscribe(listener, signal) {
      void opening.then((store) => {
        if (!signal.aborted) store.subscribe(listener, signal);
      });
    },
  };
}
