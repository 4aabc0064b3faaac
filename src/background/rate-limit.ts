/**
 * How often one tab may ask for a change. A page that took over its content script could otherwise fill the lists
 * of the settings, and keep the disk busy. In memory alone: the browser stops the background only after 30 seconds
 * without a message, and by then every tab has all of its changes again.
 */

/** So many changes at once: more than a reader makes in one go, with every undo counted. */
export const CHANGES_AT_ONCE = 20;
/** Then one each time this has passed, in ms: as fast as a reader can open a card, wait for its buttons and press. */
export const NEXT_CHANGE_MS = 1500;

export interface RateLimit {
  /** Takes one of a tab's changes. @returns whether there was one left */
  take(tab: number): boolean;
}

/** @param now in ms, of a clock that is never set back */
export function createRateLimit(now: () => number): RateLimit {
  /** When each tab has all of its changes again. One that has them all is as good as unknown. */
  const fullAt = new Map<number, number>();
  return {
    take(tab) {
      const time = now();
      for (const [other, full] of fullAt) if (full <= time) fullAt.delete(other);
      const full = Math.max(fullAt.get(tab) ?? 0, time) + NEXT_CHANGE_MS;
      if (full - time > CHANGES_AT_ONCE * NEXT_CHANGE_MS) return false;
      fullAt.set(tab, full);
      return true;
    },
  };
}
