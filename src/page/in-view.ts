/**
 * The text in the window, so that a long page can go on where its reader is, and when that is not its beginning. Knows
 * places, not what is written there.
 */
import { compare } from './dom.ts';
import { notTooOften } from './slices.ts';
import { pieceAt, type Step } from './text-piece.ts';

/** Points of the window at which text is looked for, as shares of its width and height. */
const ACROSS = [0.25, 0.5, 0.75];
const DOWN = [0.02, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.98];
/** Most text nodes between the first and the last of them: the rest is read with the page. */
const MOST_NODES = 2000;

/** Least time between two looks while the reader scrolls, in ms. */
const LOOK_MS = 250;

/**
 * Runs `look` after a frame where the document may not stand at its beginning, and whenever it is scrolled. At the
 * beginning the order of the document is that of the window, and asking where the reader is makes the browser finish a
 * frame: 15 ms with three million characters.
 */
export function whenScrolled(look: () => void, signal: AbortSignal): void {
  const lookNow = (): void => {
    if (!signal.aborted) look();
  };
  const ask = notTooOften(() => requestAnimationFrame(() => setTimeout(lookNow)), LOOK_MS, signal);
  addEventListener('scroll', ask, { signal, capture: true, passive: true });
  const [navigation] = performance.getEntriesByType('navigation');
  const isAnew =
    navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
  if (location.hash !== '' || !isAnew) ask();
}

/** Steps over the text from the first to the last that stands at one of the points, in order. Reads layout. */
export function textInView(): Step[] {
  const places = DOWN.flatMap((down) =>
    ACROSS.map((across) =>
      document.caretPositionFromPoint(across * innerWidth, down * innerHeight),
    ),
  ).flatMap((caret) =>
    caret?.offsetNode instanceof Text ? [{ node: caret.offsetNode, offset: caret.offset }] : [],
  );
  const [first, ...others] = places;
  if (!first) return [];
  let [from, to] = [first.node, first.node];
  for (const { node } of others) {
    if (isBefore(node, from)) from = node;
    if (isBefore(to, node)) to = node;
  }
  const steps: Step[] = [];
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  for (let node: Node | null = from; node && steps.length < MOST_NODES; node = walker.nextNode()) {
    const offsets = places.flatMap((place) => (place.node === node ? [place.offset] : []));
    steps.push(...stepsIn(node as Text, offsets));
    if (node === to) break;
  }
  return steps;
}

const isBefore = (one: Node, other: Node): boolean =>
  (compare(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** A whole node, or the pieces of a long one from the first to the last offset. */
function stepsIn(node: Text, offsets: readonly number[]): Step[] {
  const steps: Step[] = [];
  const last = Math.max(0, ...offsets);
  for (let at = Math.min(last, ...offsets); ;) {
    const step = pieceAt(node, at);
    steps.push(step);
    if (!step.piece || step.piece.to > last || steps.length >= MOST_NODES) return steps;
    at = step.piece.to;
  }
}
