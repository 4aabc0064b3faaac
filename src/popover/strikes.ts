/**
 * Decides what to do when the page covers an element of ours: raise it, and give up if the page keeps covering it. Counts; knows
 * no elements.
 */

export interface Strikes {
  /**
   * The element was found covered.
   * @param isHit whether the cover reaches it; otherwise it may be the invisible backdrop of an element elsewhere
   */
  next(isHit: boolean): 'raise' | 'leave' | 'give-up';
  /** Starts to count again. */
  reset(): void;
}

/** A page that covers our element this often does so on purpose. */
const HITS_MAX = 2;
/** How often our element is raised above covers that do not reach it: a page may show one message after another. */
const RAISES_MAX = 5;

export function createStrikes(): Strikes {
  /** Both are owned by `next` and `reset`. */
  let [hits, raises] = [0, 0];
  return {
    next(isHit) {
      // The page around a frame may cover it, and to raise an element inside the frame does not help.
      if (self !== top) return 'leave';
      if (isHit && ++hits >= HITS_MAX) return 'give-up';
      return ++raises > RAISES_MAX ? 'leave' : 'raise';
    },
    reset() {
      [hits, raises] = [0, 0];
    },
  };
}
