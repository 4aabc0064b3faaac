/** A storage of the extension that takes nothing more, as each browser limits it. */
import type { GateScene } from './gate-scene.ts';

/** Gives the extension no more room in Firefox than the least that it gives: 10 MB, as in Chromium. In kB, for all sites together. */
export const LITTLE_ROOM = { 'dom.quotaManager.temporaryStorage.fixedLimit': 20 * 1024 };

/** What of the browser's own interface runs in pages of the extension. */
declare const browser: {
  storage: {
    local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(record: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
  };
};

/** Takes all room but for a few bytes: no settings fit into it. */
export const fillStorage = (scene: GateScene): Promise<void> =>
  scene.inExtension(async () => {
    /** In random letters, since Firefox packs what it stores. */
    const noise = (length: number): string => {
      const bytes = Array.from({ length: Math.ceil(length / 50_000) }, () =>
        crypto.getRandomValues(new Uint8Array(50_000)).map((byte) => 48 + (byte & 63)),
      );
      return bytes
        .map((part) => new TextDecoder().decode(part))
        .join('')
        .slice(0, length);
    };
    let last = 0;
    for (const length of [2_000_000, 100_000, 4000, 300, 60, 5]) {
      // Near its limit, Firefox refuses one and takes the next.
      for (let refused = 0; refused < 3;) {
        const record = { [`filler-${String(++last)}`]: noise(length) };
        await browser.storage.local.set(record).then(
          () => (refused = 0),
          () => refused++,
        );
      }
    }
  });

export const emptyStorage = (scene: GateScene): Promise<void> =>
  scene.inExtension(async () => {
    const { local } = browser.storage;
    const keys = Object.keys(await local.get(null));
    await local.remove(keys.filter((key) => key.startsWith('filler-')));
  });
