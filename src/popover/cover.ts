/**
 * Whether something of the page lies over an element of ours, also what takes no presses and so is never hit: a popover
 * with `pointer-events: none`, or one's backdrop. Chromium tells so itself (trackVisibility); Firefox does not, and there
 * the page's top layer is watched. Knows no clocks and no controls.
 */
import type { Shell } from './shell.ts';

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

/**
 * Watches until the signal aborts.
 * @param pane element inside of the shell's root
 * @param onCovered told each time that it is found covered
 */
export function watchCover(
  shell: Shell,
  pane: HTMLElement,
  onCovered: () => void,
  signal: AbortSignal,
): Cover {
  const watch = 'isVisible' in IntersectionObserverEntry.prototype ? askBrowser : watchTopLayer;
  return watch(shell, pane, onCovered, signal);
}

const askBrowser: typeof watchCover = (_, pane, onCovered, signal) => {
  /** Owned by `take`. */
  let isCovered = false;
  const take = (entries: readonly VisibilityEntry[]): void => {
    const last = entries.at(-1);
    if (!last) return;
    isCovered = last.isIntersecting && last.isVisible === false;
    if (isCovered) onCovered();
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

const watchTopLayer: typeof watchCover = ({ host }, pane, onCovered, signal) => {
  const others = (): Element[] =>
    [...document.querySelectorAll(TOP_LAYER)].filter(
      (element) => !Node.prototype.contains.call(element, host),
    );
  /** What the page showed before ours; owned by `renew` and `onToggle`. */
  let below = new Set<Element>();
  const isCovered = (): boolean => {
    const box = pane.getBoundingClientRect();
    return others().some((element) => !below.has(element) && reaches(element, box));
  };
  const onToggle = ({ target, newState }: ToggleEvent): void => {
    if (!(target instanceof Element) || target === host || newState !== 'open') return;
    below.delete(target);
    if (isCovered()) onCovered();
  };
  const renew = (): void => {
    below = new Set(others());
  };
  addEventListener('toggle', onToggle as EventListener, { signal, capture: true });
  renew();
  return { isCovered, renew };
};

/** Whether an element, or what it paints behind itself, shares any area with a box. */
function reaches(element: Element, box: DOMRect): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element, '::backdrop');
  if (backgroundImage !== 'none' || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) {
    return true;
  }
  const { left, top, right, bottom } = Element.prototype.getBoundingClientRect.call(element);
  return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
}
