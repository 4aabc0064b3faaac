/**
 * What becomes of an element of ours that something of the page lies over: it goes on top again, and gives way to a page that
 * keeps covering it. Counts; knows no elements.
 */

export interface Strikes {
  /**
   * Something was found to lie over it.
   * @param isHit whether that reaches it; else it may be no more than the unseen backdrop of something elsewhere
   */
  next(isHit: boolean): 'raise' | 'leave' | 'give-up';
  /** Begins to count anew. */
  reset(): void;
}

/** A page that covers ours this often means it. */
const MOST_HITS = 2;
/** How often ours goes on top of what does not reach it: a page may show one message after the other. */
const MOST_RAISES = 5;

export function createStrikes(): Strikes {
  /** Both are owned by `next` and `reset`. */
  let [hits, raises] = [0, 0];
  return {
    next(isHit) {
      // The page around a frame may lay what it likes over it, and going on top in here does not help.
      if (self !== top) return 'leave';
      if (isHit && ++hits >= MOST_HITS) return 'give-up';
      return ++raises > MOST_RAISES ? 'leave' : 'raise';
    },
    reset() {
      [hits, raises] = [0, 0];
    },
  };
}
