/**
 * Reports text that appeared, disappeared or changed in the document and its open shadow trees, in batches. Observes
 * `document` itself, which outlives a replaced body and `document.open()`. The more a batch costs, the longer the pause
 * before the next one: a page that changes all the time gets a small share of the time, and recovers when it calms down.
 */
import { nameOf, parentOf } from './dom.ts';

/** Shortest pause between a change and its report, in ms: a burst of changes makes one report. */
const SETTLE_MS = 100;
/** Longest pause, in ms. */
const PAUSE_MAX_MS = 5000;
/** A pause is this many times the cost of the batch before it: at most 5 % of the time goes to a restless page. */
const REST_FACTOR = 20;
/** From this pause on, a reader may notice the delay; in ms. */
const SLOW_FROM_MS = 1000;
/** With more changed nodes than this it is cheaper, and keeps less of the page alive, to read everything again. */
const NODES_MAX = 5000;

/** What changed since the last report. Nodes may have left the document again. */
export interface TextChanges {
  /** Elements and text nodes that were added; none of them is inside another. */
  added: Node[];
  /** Nodes whose neighbourhood changed: edited text, and the nodes beside something that was removed. */
  touched: Node[];
  /** Elements that became an editor, or stopped being one. */
  edited: Node[];
  /** So much changed that the nodes are not listed. */
  everything: boolean;
  /** The document has another root element. */
  rooted: boolean;
}

/** Gets a batch, and calls `done` with its cost in ms when the batch is dealt with. */
type Report = (changes: TextChanges, done: (costMs: number) => void) => void;

export interface TextWatch {
  /** Starts to report changes. */
  start(report: Report): void;
  /** Observes the document or an open shadow root. Nothing is observed before. */
  observe(root: Node): void;
  /** Whether the page changes so fast that it is read slowly. */
  isSlow: () => boolean;
}

export function createTextWatch(signal: AbortSignal): TextWatch {
  /** Set by `start` alone. */
  let report: Report | undefined;
  const batch = createBatch();
  /** The pace of the reports: all three are owned by `arm` and `flush`. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = SETTLE_MS;
  let isBusy = false;

  const arm = (): void => {
    if (!isBusy && !signal.aborted) timer ??= setTimeout(flush, pause);
  };
  const flush = (): void => {
    timer = undefined;
    pause = SETTLE_MS;
    const changes = batch.take();
    if (!changes) return;
    isBusy = true;
    report?.(changes, (cost) => {
      isBusy = false;
      pause = Math.min(PAUSE_MAX_MS, Math.max(SETTLE_MS, cost * REST_FACTOR));
      // Even if nothing follows: the end of the pause also ends the slowness.
      arm();
    });
  };
  const observer = new MutationObserver((records) => {
    batch.add(records);
    arm();
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    start(listener) {
      report = listener;
    },
    observe(root) {
      if (signal.aborted) return;
      const options = { subtree: true, childList: true, characterData: true };
      observer.observe(root, { ...options, attributeFilter: ['contenteditable'] });
    },
    isSlow: () => pause >= SLOW_FROM_MS,
  };
}

/** The changes since the last report. Owns them. */
function createBatch() {
  const added = new Set<Node>();
  const touched = new Set<Node>();
  const edited = new Set<Node>();
  let everything = false;
  let rooted = false;

  const clear = (): void => {
    added.clear();
    touched.clear();
    edited.clear();
  };
  const addRecord = (record: MutationRecord): void => {
    if (record.type === 'attributes') edited.add(record.target);
    else if (record.type === 'characterData') touched.add(record.target);
    for (const node of record.addedNodes) {
      added.add(node);
      if (record.target === document && nameOf(node) !== '#comment') rooted = true;
    }
    if (record.removedNodes.length > 0) {
      // The text on both sides of a removed node may now be one name.
      if (record.previousSibling) touched.add(record.previousSibling);
      if (record.nextSibling) touched.add(record.nextSibling);
    }
  };
  return {
    add(records: readonly MutationRecord[]): void {
      if (!everything) records.forEach(addRecord);
      else rooted ||= records.some(({ target }) => target === document);
      if (added.size + touched.size > NODES_MAX) {
        everything = true;
        clear();
      }
    },
    /** Starts a new batch. @returns the old one; undefined if nothing changed */
    take(): TextChanges | undefined {
      if (added.size + touched.size + edited.size === 0 && !everything) return undefined;
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
      clear();
      everything = rooted = false;
      return changes;
    },
  };
}
