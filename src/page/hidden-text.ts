/**
 * Follows text that would be marked if it were visible, and marked text that may become hidden, and reports when to judge
 * it again. The browser reports when an element gets or loses its box; where no event comes, hidden text is checked on a
 * timer. Knows elements and text, not what is looked for.
 */
import { isInDocument, parentElementOf, type TextSpan } from './dom.ts';
import { isShown, isStyledVisible } from './shown.ts';

/** Pause between two checks whether hidden text is visible by now, in ms. */
const CHECK_MS = 1000;
/** The pause is at least this many times the cost of a check: at most 2 % of the time. */
const REST_FACTOR = 50;
/** No page hides or shows more text nodes with names than this; the rest is not followed. */
const HIDDEN_MAX = 1000;
const SHOWN_MAX = 1000;
/** How many hidden spans of a text node are followed: text that is revealed bit by bit begins with the first. */
const SPANS_MAX = 4;
/** An element with a smaller visible share counts as hidden: the browser also reports boxes that only touch. */
const SHARE_MIN = 0.01;

type Report = (nodes: Text[]) => void;

export interface HiddenText {
  /** Starts to report. @param onReady called with text nodes that are to be judged again */
  start(onReady: Report): void;
  /** Waits until a text node, or a span of it, becomes visible. */
  wait(node: Text, span?: TextSpan): void;
  /** Waits until a text node with marks becomes hidden. */
  follow(node: Text): void;
  /** Stops following a text node. */
  forget(node: Text): void;
}

/** What is followed in one element. */
interface Followed {
  /** Hidden text nodes with their hidden spans; an empty list stands for the whole node. */
  hidden: Map<Text, TextSpan[]>;
  shown: Set<Text>;
}

export function createHiddenText(signal: AbortSignal): HiddenText {
  /** Set by `start` alone. */
  let report: Report = () => undefined;
  const list = createFollowedList(signal);
  const checks = createChecks(
    (element) => readyIn(element, list),
    (ready) => {
      report(ready);
    },
    signal,
  );
  list.start((entries) => {
    const gone: Text[] = [];
    for (const { target, isIntersecting, intersectionRatio } of entries) {
      const known = list.get(target);
      if (!isInDocument(target)) {
        list.drop(target);
        checks.remove(target);
      } else if (known) {
        if (known.hidden.size > 0 && isIntersecting) checks.add(target);
        if (intersectionRatio < SHARE_MIN) gone.push(...known.shown);
      }
    }
    if (gone.length > 0) report(gone);
    checks.runNow();
  });

  return {
    start(onReady) {
      report = onReady;
    },
    wait(node, span) {
      const parent = parentElementOf(node);
      if (!parent || signal.aborted) return;
      const isNew = list.get(parent) === undefined;
      // The browser reports an element that is new to it at once, and any other only when it changes.
      if (list.addHidden(parent, node, span) && !isNew) checks.add(parent);
      checks.runLater();
    },
    follow(node) {
      const parent = parentElementOf(node);
      if (parent && !signal.aborted) list.addShown(parent, node);
    },
    forget(node) {
      const parent = parentElementOf(node);
      const known = parent && list.remove(parent, node);
      if (parent && known?.hidden.size === 0) checks.remove(parent);
    },
  };
}

/**
 * Text of an element that is visible by now.
 * @returns undefined where the element has left the document; it is not followed any more then
 */
function readyIn(element: Element, list: FollowedList): Text[] | undefined {
  if (!isInDocument(element)) {
    list.drop(element);
    return undefined;
  }
  if (!isStyledVisible(element)) return [];
  return [...(list.get(element)?.hidden ?? [])].flatMap(([text, spans]) =>
    spans.length === 0 || spans.some(isShown) ? [text] : [],
  );
}

type FollowedList = ReturnType<typeof createFollowedList>;

/** The elements that are followed, how many texts they hold, and the observer of their boxes. Owns all three. */
function createFollowedList(signal: AbortSignal) {
  const followed = new WeakMap<Element, Followed>();
  const counts = { hidden: 0, shown: 0 };
  /** Set by `start`. */
  let onBoxes: (entries: IntersectionObserverEntry[]) => void = () => undefined;
  /** Made by `add` with the first element. */
  let observer: IntersectionObserver | undefined;
  signal.addEventListener('abort', () => {
    observer?.disconnect();
  });

  const add = (element: Element): Followed => {
    const before = followed.get(element);
    if (before) return before;
    const known: Followed = { hidden: new Map(), shown: new Set() };
    followed.set(element, known);
    // The margin makes it an event wherever on the page the element appears.
    const options = { rootMargin: '1000000px', threshold: [0, SHARE_MIN] };
    observer ??= new IntersectionObserver((entries) => {
      onBoxes(entries);
    }, options);
    observer.observe(element);
    return known;
  };
  const drop = (element: Element): void => {
    const known = followed.get(element);
    counts.hidden -= known?.hidden.size ?? 0;
    counts.shown -= known?.shown.size ?? 0;
    followed.delete(element);
    observer?.unobserve(element);
  };
  return {
    start(listener: typeof onBoxes): void {
      onBoxes = listener;
    },
    get: (element: Element) => followed.get(element),
    /** @returns false where no more text is followed */
    addHidden(element: Element, node: Text, span: TextSpan | undefined): boolean {
      const spans = followed.get(element)?.hidden.get(node);
      if (spans ? spans.length >= SPANS_MAX : counts.hidden >= HIDDEN_MAX) return false;
      if (!spans) counts.hidden++;
      add(element).hidden.set(node, [...(spans ?? []), ...(span ? [span] : [])]);
      return true;
    },
    addShown(element: Element, node: Text): void {
      if (followed.get(element)?.shown.has(node) || counts.shown >= SHOWN_MAX) return;
      counts.shown++;
      add(element).shown.add(node);
    },
    /** Removes one text node, and the element with its last one. @returns what is left of the element */
    remove(element: Element, node: Text): Followed | undefined {
      const known = followed.get(element);
      if (known?.hidden.delete(node)) counts.hidden--;
      if (known?.shown.delete(node)) counts.shown--;
      if (known && known.hidden.size + known.shown.size === 0) drop(element);
      return known;
    },
    drop,
  };
}

/**
 * Checks elements on a timer, as seldom as their cost demands. Owns the elements and the timer.
 * @param readyTextOf text of an element that is visible by now; undefined where the element has gone
 */
function createChecks(
  readyTextOf: (element: Element) => Text[] | undefined,
  onReady: Report,
  signal: AbortSignal,
) {
  const elements = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = (): void => {
    timer = undefined;
    const begun = performance.now();
    const ready: Text[] = [];
    for (const element of elements) {
      const texts = readyTextOf(element);
      if (texts) ready.push(...texts);
      else elements.delete(element);
    }
    const pause = Math.max(CHECK_MS, REST_FACTOR * (performance.now() - begun));
    if (ready.length > 0) onReady(ready);
    if (elements.size > 0) timer ??= setTimeout(check, pause);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    elements.clear();
  });
  return {
    add: (element: Element) => elements.add(element),
    remove: (element: Element) => elements.delete(element),
    runNow(): void {
      if (elements.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(check);
    },
    runLater(): void {
      if (elements.size > 0) timer ??= setTimeout(check, CHECK_MS);
    },
  };
}
