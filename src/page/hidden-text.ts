/**
 * Text that would be marked if it were seen, and marked text that may be hidden: tells when to look at it again. The
 * browser tells when an element gets a box or loses it; where it tells nothing, hidden text is asked now and then.
 */
import { isHere, parentElementOf, type TextSpan } from './dom.ts';
import { isShown, isStyledVisible } from './shown.ts';

/** Between two questions whether hidden text is seen by now, in ms. */
const ASK_AGAIN_MS = 1000;
/** The pause is at least so many times what asking cost: at most 2 % of the time. */
const REST_FACTOR = 50;
/** No page hides or shows more elements with names in them than this; the rest is not followed. */
const HIDDEN_MAX = 1000;
const SHOWN_MAX = 1000;
/** So many hidden spans of a text node are asked for: what is shown bit by bit begins with the first. */
const SPANS_MAX = 4;
/** Less than this share of an element is nothing, for the browser also tells of boxes that only touch. */
const LEAST_SHARE = 0.01;

export interface HiddenText {
  /** Tells from now on. @param look told of text nodes that are to be judged again */
  start(look: (nodes: Text[]) => void): void;
  /** Waits for a text node, or for a span of it, to be seen. */
  wait(node: Text, span?: TextSpan): void;
  /** Waits for a text node with marks to be hidden. */
  follow(node: Text): void;
  /** What was known of a text node no longer counts. */
  forget(node: Text): void;
}

/** What is followed in one element. */
interface Watched {
  /** Hidden text nodes, and which spans of them; all of a node where none are given. */
  hidden: Map<Text, TextSpan[]>;
  shown: Set<Text>;
}

export function createHiddenText(signal: AbortSignal): HiddenText {
  /** Set by `start` alone. */
  let look: ((nodes: Text[]) => void) | undefined;
  const watched = new WeakMap<Element, Watched>();
  const counts = { hidden: 0, shown: 0 };
  /** Elements with hidden text of whose appearance the browser may tell nothing. Asked by `ask` alone. */
  const boxed = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observer: IntersectionObserver | undefined;

  const watch = (element: Element): Watched => {
    let known = watched.get(element);
    if (!known) {
      known = { hidden: new Map(), shown: new Set() };
      watched.set(element, known);
      // Wherever on the page it is shown.
      const options = { rootMargin: '1000000px', threshold: [0, LEAST_SHARE] };
      observer ??= new IntersectionObserver(onBoxes, options);
      observer.observe(element);
    }
    return known;
  };
  const drop = (element: Element): void => {
    const known = watched.get(element);
    if (!known) return;
    counts.hidden -= known.hidden.size;
    counts.shown -= known.shown.size;
    watched.delete(element);
    boxed.delete(element);
    observer?.unobserve(element);
  };
  const ask = (): void => {
    timer = undefined;
    const begun = performance.now();
    const ready: Text[] = [];
    for (const element of boxed) {
      if (!isHere(element)) drop(element);
      else if (isStyledVisible(element)) {
        for (const [text, spans] of watched.get(element)?.hidden ?? []) {
          if (spans.length === 0 || spans.some(isShown)) ready.push(text);
        }
      }
    }
    const pause = Math.max(ASK_AGAIN_MS, REST_FACTOR * (performance.now() - begun));
    if (ready.length > 0) look?.(ready);
    if (boxed.size > 0) timer ??= setTimeout(ask, pause);
  };
  const onBoxes = (entries: IntersectionObserverEntry[]): void => {
    const gone: Text[] = [];
    for (const { target, isIntersecting, intersectionRatio } of entries) {
      const known = watched.get(target);
      if (!isHere(target)) drop(target);
      else if (known) {
        if (known.hidden.size > 0 && isIntersecting) boxed.add(target);
        if (intersectionRatio < LEAST_SHARE) gone.push(...known.shown);
      }
    }
    if (gone.length > 0) look?.(gone);
    if (boxed.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(ask);
  };
  signal.addEventListener('abort', () => {
    observer?.disconnect();
    clearTimeout(timer);
    boxed.clear();
  });

  return {
    start(listener) {
      look = listener;
    },
    wait(node, span) {
      const parent = parentElementOf(node);
      if (!parent || signal.aborted) return;
      const spans = watched.get(parent)?.hidden.get(node);
      if (spans ? spans.length >= SPANS_MAX : counts.hidden >= HIDDEN_MAX) return;
      if (!spans) counts.hidden++;
      const isNew = !watched.has(parent);
      watch(parent).hidden.set(node, [...(spans ?? []), ...(span ? [span] : [])]);
      // The browser tells at once of an element that is new to it, and of others only what changes.
      if (isNew) return;
      boxed.add(parent);
      timer ??= setTimeout(ask, ASK_AGAIN_MS);
    },
    follow(node) {
      const parent = parentElementOf(node);
      if (!parent || signal.aborted || watched.get(parent)?.shown.has(node)) return;
      if (counts.shown >= SHOWN_MAX) return;
      counts.shown++;
      watch(parent).shown.add(node);
    },
    forget(node) {
      const parent = parentElementOf(node);
      const known = parent && watched.get(parent);
      if (!parent || !known) return;
      if (known.hidden.delete(node)) counts.hidden--;
      if (known.shown.delete(node)) counts.shown--;
      if (known.hidden.size === 0) boxed.delete(parent);
      if (known.hidden.size + known.shown.size === 0) drop(parent);
    },
  };
}
