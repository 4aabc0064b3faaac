/**
 * Finds the open shadow trees of a page. No event tells of one: elements are asked in slices, when they come in
 * and from time to time, since an element may get its tree long after it came. Knows trees, not text.
 */
import { isConnected, shadowRootOf } from './dom.ts';
import { notTooOften, runInSlices } from './slices.ts';

/** Elements between two looks at the clock. */
const ELEMENTS_PER_STEP = 256;
/** Least time between two looks at the whole page, in ms: one takes about 5 ms on a page of 60,000 elements. */
const LOOK_AGAIN_MS = 3000;

export interface ShadowTrees {
  /** Nothing is looked for before. @param onFound told of each root once */
  start(onFound: (root: ShadowRoot) => void): void;
  /** Open roots that were found and still hang in the page. */
  all: () => ShadowRoot[];
  /** Looks below a node that came in. */
  lookIn: (node: Node) => void;
  /** Looks everywhere again, but not too often. */
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
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT);
    runInSlices(() => {
      for (let count = 0; count < ELEMENTS_PER_STEP; count++) {
        const element = walker.nextNode();
        if (!element) return false;
        ask(element as Element);
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
