/**
 * Whether something of the page lies over an element of ours, also what takes no presses and so is never hit: a popover
 * with `pointer-events: none`, or one's backdrop. Chromium tells so itself (trackVisibility); Firefox does not, and there
 * the page's top layer is watched. Knows no clocks and no controls.
 */
import { isOurs, type Shell } from './shell.ts';

export interface Cover {
  isCovered(): boolean;
  /** Ours has gone on top again: asks anew. */
  renew(): void;
}

/** Between two answers of Chromium, in ms: the least that it allows. */
const DELAY_MS = 100;
const TOP_LAYER = ':popover-open, dialog:modal, :fullscreen';

interface VisibilityEntry extends IntersectionObserverEntry {
  /** Chromium alone: wholly painted, and nothing over it. */
  isVisible?: boolean;
}

export interface CoverEvents {
  /**
   * Told each time that it is found covered.
   * @param isHit false where all that is known to lie over it is elsewhere: Chromium counts the unseen backdrop of a popover
   */
  onCovered: (isHit: boolean) => void;
  /** What lay over it has gone. */
  onClear: () => void;
}

/**
 * Watches until the signal aborts.
 * @param pane element inside of the shell's root
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
  /** What the page showed before ours; owned by `renew` and `onToggle`. */
  let below = new Set<Element>();
  /** The last answer; owned by `look` and `renew`. */
  let isCovered = false;
  /** @returns whether it was or is covered: what goes in the very moment of a press lay over it when that was meant */
  const look = (): boolean => {
    const was = isCovered;
    const box = pane.getBoundingClientRect();
    isCovered = othersOnTop(shell).some((element) => !below.has(element) && reaches(element, box));
    if (was && !isCovered) onClear();
    return was || isCovered;
  };
  const onToggle = ({ target, newState }: ToggleEvent): void => {
    if (!(target instanceof Element) || target === shell.host) return;
    if (newState === 'open') below.delete(target);
    if (look() && isCovered) onCovered(true);
  };
  const renew = (): void => {
    below = new Set(othersOnTop(shell));
    isCovered = false;
  };
  addEventListener('toggle', onToggle as EventListener, { signal, capture: true });
  renew();
  return { isCovered: look, renew };
};

/** What the page has in its top layer, without what ours is in. */
function othersOnTop({ host }: Shell): Element[] {
  return [...document.querySelectorAll(TOP_LAYER)].filter(
    (element) => !isOurs(element) && !Node.prototype.contains.call(element, host),
  );
}

/** Whether an element, or what it paints behind itself, shares any area with a box. */
function reaches(element: Element, box: DOMRect): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element, '::backdrop');
  if (backgroundImage !== 'none' || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) {
    return true;
  }
  const { left, top, right, bottom } = Element.prototype.getBoundingClientRect.call(element);
  return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
}
