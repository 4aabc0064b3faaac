/**
 * Walks over the text of a page, hands it to a scanner, and follows its changes. Judges nothing: it keeps what deserves a closer
 * look until a judge comes. Small, because every page pays for it.
 */
import { createFirstReading } from './first-reading.ts';
import type { Judge, Scanner } from './judge.ts';
import { dealWith } from './later-changes.ts';
import { whenReadable } from './readable.ts';
import { createShadowTrees } from './shadow-trees.ts';
import { createTextWatch } from './text-changes.ts';

export interface PageWalkParts {
  /** Scanners for as long as there is no judge. */
  createScanner: () => Scanner;
  /** Whether a text may have something for such a scanner: a look that costs far less than scanning. */
  isWorthScanning: (text: string) => boolean;
  /** Called when the document has been read from its beginning to its end. */
  onRead: () => void;
  /** Called when the document has another root element: listeners on window and document may have been removed. */
  onRooted: () => void;
}

export interface PageWalk {
  /** Hands over what deserves a closer look, from the beginning; nothing is scanned again. */
  judgeWith(judge: Judge): void;
  /** Open shadow trees of the page. */
  shadowRoots: () => ShadowRoot[];
  /** Whether the page changes so fast that it is read slowly. */
  isSlow: () => boolean;
  /** Removes all marks and reads the whole page again. */
  reread: () => void;
}

/** Reads `document` as soon as it is readable, and follows it until the signal aborts. */
export function createPageWalk(parts: PageWalkParts, signal: AbortSignal): PageWalk {
  /** Set by `judgeWith`. */
  let judge: Judge | undefined;
  const trees = createShadowTrees(signal);
  const reading = createFirstReading(
    {
      judge: () => judge,
      createScanner: parts.createScanner,
      isWorthScanning: parts.isWorthScanning,
      onRead() {
        trees.lookAgain();
        parts.onRead();
      },
      shadowRoots: trees.all,
    },
    signal,
  );
  const watch = createTextWatch(signal);
  /** Whether the reading has begun. Set once, when the page is readable. */
  let isBegun = false;

  const reread = (): void => {
    if (!isBegun) return;
    judge?.begin();
    reading.readAll();
  };
  trees.start((root) => {
    watch.observe(root);
    reading.readTree(root);
  });
  watch.start((changes, done) => {
    const wasSlow = watch.isSlow();
    if (changes.rooted) {
      parts.onRooted();
      judge?.onRooted();
    }
    const onEnd = (changed: boolean, costMs: number): void => {
      done(costMs);
      trees.lookAgain();
      if (changed || watch.isSlow() !== wasSlow) judge?.onChange();
    };
    dealWith(changes, { judge, reading, onAdded: trees.lookIn }, onEnd, signal);
  });
  whenReadable(() => {
    isBegun = true;
    watch.observe(document);
    reread();
  }, signal);
  return {
    judgeWith(given) {
      judge = given;
      reading.judgeKept();
    },
    shadowRoots: trees.all,
    isSlow: watch.isSlow,
    reread,
  };
}
