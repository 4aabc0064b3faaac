/**
 * Whether something of the page covers an element of ours. That may be something that takes no presses and is never hit, such
 * as a popover with `pointer-events: none` or a backdrop. Chromium reports it (trackVisibility). Firefox does not, so there we
 * watch the page's top layer. Knows no clocks and no controls.
 */
import { isOurs, type Shell } from './shell.ts';

export interface Cover {
  isCovered(): boolean;
  /** Starts again, after our element was raised to the top. */
  renew(): void;
}

/** Time between two answers of Chromium, in ms: the shortest that it allows. */
const DELAY_MS = 100;
const TOP_LAYER = ':popover-open, dialog:modal, :fullscreen';

interface VisibilityEntry extends IntersectionObserverEntry {
  /** Only in Chromium: fully painted, and not covered. */
  isVisible?: boolean;
}

export interface CoverEvents {
  /**
   * Called each time the element is found covered.
   * @param isHit false if nothing that we know of reaches it: Chromium also counts the invisible backdrop of a popover
   */
  onCovered: (isHit: boolean) => void;
  /** Called when it is not covered any more. */
  onClear: () => void;
}

/**
 * Watches until the signal aborts.
 * @param pane the element inside the shell's root
 */
export function watchCover(
  shell: Shell,
  pane: HTMLElement,
  events: CoverEvents,
  signal: AbortSignal,
): Cover {
  const watch = 'isVisible' in IntersectionObserverEntry.prototype ? askBrowser : watchTopLayer;
  return watch(shell, pane, events, signal);
}

const askBrowser: typeof watchCover = (shell, pane, { onCovered, onClear }, signal) => {
  /** Owned by `take`. */
  let isCovered = false;
  const isHit = (): boolean => {
    const box = pane.getBoundingClientRect();
    const others = othersOnTop(shell);
    return others.length === 0 || others.some((element) => reaches(element, box));
  };
  const take = (entries: readonly VisibilityEntry[]): void => {
    const last = entries.at(-1);
    if (!last) return;
    const was = isCovered;
    isCovered = last.isIntersecting && last.isVisible === false;
    if (isCovered) onCovered(isHit());
    else if (was) onClear();
  };
  const options: object = { trackVisibility: true, delay: DELAY_MS };
  const observer = new IntersectionObserver(take, options);
  observer.observe(pane);
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  return {
    isCovered() {
      take(observer.takeRecords());
      return isCovered;
    },
    renew() {
      observer.disconnect();
      observer.observe(pane);
    },
  };
};

const watchTopLayer: typeof watchCover = (shell, pane, { onCovered, onClear }, signal) => {
  /** What was in the top layer before our element; owned by `renew` and `onToggle`. */
  let below = new Set<Element>();
  /** The last answer; owned by `look` and `renew`. */
  let isCovered = false;
  /** @returns whether it was or is covered: a cover that goes away just before a press still counts for that press */
  const look = (): boolean => {
    const was = isCovered;
    const box = pane.getBoundingClientRect();
    isCovered = othersOnTop(shell).some((element) => !below.has(element) && reaches(element, box));
    if (was && !isCovered) onClear();
    return was || isCovered;
  };
  const onToggle = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof Element) || target === shell.host) return;
    if (event instanceof ToggleEvent && event.newState === 'open') below.delete(target);
    if (look() && isCovered) onCovered(true);
  };
  const renew = (): void => {
    below = new Set(othersOnTop(shell));
    isCovered = false;
  };
  addEventListener('toggle', onToggle, { signal, capture: true });
  renew();
  return { isCovered: look, renew };
};

/** The elements in the page's top layer, without those around our element. */
function othersOnTop({ host }: Shell): Element[] {
  return [...document.querySelectorAll(TOP_LAYER)].filter(
    (element) => !isOurs(element) && !Node.prototype.contains.call(element, host),
  );
}

/** Whether an element or its backdrop overlaps a box. */
function reaches(element: Element, box: DOMRect): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element, '::backdrop');
  if (backgroundImage !== 'none' || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) {
    return true;
  }
  const { left, top, right, bottom } = Element.prototype.getBoundingClientRect.call(element);
  return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
}
