/**
 * The last press of the key that switches a site, in each tab. It lets the page there request "on" once. Kept in memory only,
 * because a page answers a key press at once, long before the browser stops the background.
 */

export interface KeyPresses {
  /** Remembers a press. @returns its id, which the page must send back */
  press(tab: number): string;
  /**
   * Uses a press up.
   * @returns `used` for the same press again: a message arrives twice if its answer was lost
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
