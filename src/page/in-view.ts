/**
 * Finds the text in the window, so that the reading of a long page can continue where its reader is. Knows positions, not
 * what the text says.
 */
import { compare, walkerOver } from './dom.ts';
import { notTooOften } from './slices.ts';
import { pieceAt, type Step } from './text-piece.ts';

/** The points of the window at which we look for text, as shares of its width and height. */
const ACROSS = [0.25, 0.5, 0.75];
const DOWN = [0.02, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.98];
/** How many text nodes are read from the first point to the last; the rest is read with the page. */
const NODES_MAX = 2000;

/** Shortest time between two readings while the reader scrolls, in ms. */
const SCROLL_PAUSE_MS = 250;

/**
 * Runs `look` whenever the document is scrolled, and once right away if the document may not be at its beginning: a busy browser may
 * give the next frame only when the page has been read. At the beginning, the document's order is also the window's, and the
 * question where the reader is would only make the browser finish a frame, which took 15 ms with three million characters.
 */
export function whenScrolled(look: () => void, signal: AbortSignal): void {
  const lookNow = (): void => {
    if (!signal.aborted) look();
  };
  const ask = notTooOften(
    () => requestAnimationFrame(() => setTimeout(lookNow)),
    SCROLL_PAUSE_MS,
    signal,
  );
  addEventListener('scroll', ask, { signal, capture: true, passive: true });
  const [navigation] = performance.getEntriesByType('navigation');
  const isAnew =
    navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
  if (location.hash !== '' || !isAnew) lookNow();
}

/** The text from the first of the points to the last, as steps in order. Reads layout. */
export function textInView(): Step[] {
  const carets = DOWN.flatMap((down) =>
    ACROSS.map((across) =>
      document.caretPositionFromPoint(across * innerWidth, down * innerHeight),
    ),
  ).flatMap((caret) =>
    caret?.offsetNode instanceof Text ? [{ node: caret.offsetNode, offset: caret.offset }] : [],
  );
  const [first, ...others] = carets;
  if (!first) return [];
  let [from, to] = [first.node, first.node];
  for (const { node } of others) {
    if (isBefore(node, from)) from = node;
    if (isBefore(to, node)) to = node;
  }
  const steps: Step[] = [];
  const walker = walkerOver(document, 'text');
  walker.currentNode = from;
  for (let node: Text | null = from; node && steps.length < NODES_MAX; node = walker.nextNode()) {
    const offsets = carets.flatMap((caret) => (caret.node === node ? [caret.offset] : []));
    steps.push(...stepsIn(node, offsets));
    if (node === to) break;
  }
  return steps;
}

const isBefore = (one: Node, other: Node): boolean =>
  (compare(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** A whole node, or the pieces of a long node from the first offset to the last. */
function stepsIn(node: Text, offsets: readonly number[]): Step[] {
  const steps: Step[] = [];
  const last = Math.max(0, ...offsets);
  for (let at = Math.min(last, ...offsets); ;) {
    const step = pieceAt(node, at);
    steps.push(step);
    if (!step.piece || step.piece.to > last || steps.length >= NODES_MAX) return steps;
    at = step.piece.to;
  }
}
