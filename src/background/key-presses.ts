/**
 * The last press of the key that switches a site, in each tab: what lets the page there ask for "on", once. In
 * memory alone: a page answers a key at once, long before the browser stops the background.
 */

export interface KeyPresses {
  /** Remembers a press. @returns its id, which the page has to name */
  press(tab: number): string;
  /**
   * Uses a press up.
   * @returns `used` for the same press again: a message is delivered twice where its answer was lost
   */
  use(tab: number, id: string): 'granted' | 'used' | 'unknown';
}

export function createKeyPresses(): KeyPresses {
  const last = new Map<number, { id: string; isUsed: boolean }>();
  return {
    press(tab) {
      const id = crypto.randomUUID();
      last.set(tab, { id, isUsed: false });
      return id;
    },
    use(tab, id) {
      const press = last.get(tab);
      if (press?.id !== id) return 'unknown';
      if (press.isUsed) return 'used';
      press.isUsed = true;
      return 'granted';
    },
  };
}
