/**
 * Finds the open shadow trees of a page. There is no event for a new tree, so elements are checked in slices: when they are
 * added, and from time to time, because an element may get its tree much later. Knows trees, not text.
 */
import { isConnected, shadowRootOf, walkerOver } from './dom.ts';
import { notTooOften, runInSlices } from './slices.ts';

/** Elements between two looks at the clock. */
const ELEMENTS_PER_STEP = 256;
/** Shortest time between two checks of the whole page, in ms: one takes about 5 ms on a page of 60,000 elements. */
const LOOK_AGAIN_MS = 3000;

export interface ShadowTrees {
  /** Starts to look for trees. @param onFound called once for each root */
  start(onFound: (root: ShadowRoot) => void): void;
  /** The open roots that were found and are still in the page. */
  all: () => ShadowRoot[];
  /** Looks below an added node. */
  lookIn: (node: Node) => void;
  /** Looks in the whole page again, but not too often. */
  lookAgain: () => void;
}

export function createShadowTrees(signal: AbortSignal): ShadowTrees {
  const roots = new Set<ShadowRoot>();
  /** Set by `start` alone. */
  let onFound: ((root: ShadowRoot) => void) | undefined;
  const ask = (element: Element): void => {
    const root = shadowRootOf(element);
    if (!root || roots.has(root)) return;
    roots.add(root);
    onFound?.(root);
    lookIn(root);
  };
  const lookIn = (node: Node): void => {
    if (node instanceof Element) ask(node);
    const walker = walkerOver(node, 'element');
    runInSlices(() => {
      for (let count = 0; count < ELEMENTS_PER_STEP; count++) {
        const element = walker.nextNode();
        if (!element) return false;
        ask(element);
      }
      return true;
    }, signal);
  };
  const lookAgain = notTooOften(
    () => {
      for (const root of roots) {
        if (isConnected(root)) lookIn(root);
        else roots.delete(root);
      }
      lookIn(document);
    },
    LOOK_AGAIN_MS,
    signal,
  );
  return {
    start(listener) {
      onFound = listener;
    },
    all: () => [...roots],
    lookIn,
    lookAgain,
  };
}
