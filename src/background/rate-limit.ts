/**
 * How often one tab may request a change. Otherwise a page that took over its content script could fill the lists of the
 * settings, and keep the disk busy. Kept in memory only: the browser stops the background after 30 seconds without a message,
 * and by then every tab has its full number of changes again.
 */

/** How many changes a tab may make at once: more than a reader makes in one go, with each undo counted. */
export const CHANGES_AT_ONCE = 20;
/** Time until a tab gets one more change, in ms: a reader needs as long to open a card and press a button. */
export const NEXT_CHANGE_MS = 1500;

export interface RateLimit {
  /** Uses one of a tab's changes. @returns whether there was one left */
  take(tab: number): boolean;
}

/** @param now ms of a clock that never goes back */
export function createRateLimit(now: () => number): RateLimit {
  /** When each tab has its full number of changes again. A tab that has them already is removed. */
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
