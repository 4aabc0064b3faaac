/**
 * Tells of text that came, went or changed in the document and its open shadow trees, in batches. Observes
 * `document` itself, which outlives a replaced body and `document.open()`. The more a batch costs, the longer the
 * pause before the next: a page that never rests is read at a small share of the time, and recovers by itself.
 */
import { nameOf, parentOf } from './dom.ts';

/** Least pause between a change and its report, in ms: a burst is reported once. */
const SETTLE_MS = 100;
/** Longest pause, in ms. */
const SLOWEST_MS = 5000;
/** A pause is this many times what the batch before it cost: at most 5 % of the time goes to a restless page. */
const REST_FACTOR = 20;
/** From this pause on a reader may notice, in ms. */
const SLOW_FROM_MS = 1000;
/** Beyond so many changed nodes it is cheaper, and holds less of the page, to read everything again. */
const MOST_NODES = 5000;

/** What changed since the last report. Nodes may have left the document again. */
export interface TextChanges {
  /** Elements and text nodes that came in; none of them inside another. */
  added: Node[];
  /** Nodes whose neighbourhood changed: edited text, and what stands next to something removed. */
  touched: Node[];
  /** Elements that became an editor, or are none any more. */
  edited: Node[];
  /** So much changed that it is not told one by one. */
  everything: boolean;
  /** The document has another root element. */
  rooted: boolean;
}

/** Told of a batch; calls `done` with what it cost, in ms, when it is dealt with. */
type Report = (changes: TextChanges, done: (costMs: number) => void) => void;

export interface TextWatch {
  /** Tells of what changes from now on. */
  start(report: Report): void;
  /** Observes the document, or another tree: an open shadow root. Nothing is observed before. */
  observe(root: Node): void;
  /** Whether the page changes so fast that it is read slowly. */
  isSlow: () => boolean;
}

export function createTextWatch(signal: AbortSignal): TextWatch {
  /** Set by `start` alone. */
  let report: Report | undefined;
  const added = new Set<Node>();
  const touched = new Set<Node>();
  const edited = new Set<Node>();
  let everything = false;
  let rooted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = SETTLE_MS;
  let isBusy = false;

  const arm = (): void => {
    if (!isBusy && !signal.aborted) timer ??= setTimeout(flush, pause);
  };
  const flush = (): void => {
    timer = undefined;
    pause = SETTLE_MS;
    if (added.size + touched.size + edited.size === 0 && !everything) return;
    const changes: TextChanges = {
      added: [...added].filter((node) => {
        const parent = parentOf(node);
        return !parent || !added.has(parent);
      }),
      touched: [...touched],
      edited: [...edited],
      everything,
      rooted,
    };
    forget();
    everything = rooted = false;
    isBusy = true;
    report?.(changes, (cost) => {
      isBusy = false;
      pause = Math.min(SLOWEST_MS, Math.max(SETTLE_MS, cost * REST_FACTOR));
      // Also where nothing follows: the pause ends, and with it the slowness.
      arm();
    });
  };
  const forget = (): void => {
    added.clear();
    touched.clear();
    edited.clear();
  };

  const take = (record: MutationRecord): void => {
    if (record.type === 'attributes') edited.add(record.target);
    else if (record.type === 'characterData') touched.add(record.target);
    for (const node of record.addedNodes) {
      added.add(node);
      if (record.target === document && nameOf(node) !== '#comment') rooted = true;
    }
    if (record.removedNodes.length > 0) {
      // What the removed node parted may now be one name.
      if (record.previousSibling) touched.add(record.previousSibling);
      if (record.nextSibling) touched.add(record.nextSibling);
    }
  };
  const observer = new MutationObserver((records) => {
    if (!everything) records.forEach(take);
    else rooted ||= records.some(({ target }) => target === document);
    if (added.size + touched.size > MOST_NODES) {
      everything = true;
      forget();
    }
    arm();
  });
  const observe = (root: Node): void => {
    if (signal.aborted) return;
    const options = { subtree: true, childList: true, characterData: true };
    observer.observe(root, { ...options, attributeFilter: ['contenteditable'] });
  };
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    start(listener) {
      report = listener;
    },
    observe,
    isSlow: () => pause >= SLOW_FROM_MS,
  };
}
