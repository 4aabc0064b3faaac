/**
 * Text that would be marked if it were seen: waits until it is, without reading layout. The browser tells when
 * an element gets a box; for one that has a box and is invisible, it is asked now and then.
 */
import { isHere, isVisible, parentElementOf } from './dom.ts';

/** Between two questions whether what has a box is visible by now, in ms. */
const ASK_AGAIN_MS = 1000;
/** No page hides more text with names in it than this; the rest is not waited for. */
const MOST = 1000;

export interface HiddenText {
  /** Waits for a text node to be seen. */
  add(node: Text): void;
}

/** @param onShown told of each text node once, when it is seen */
export function watchHiddenText(onShown: (nodes: Text[]) => void, signal: AbortSignal): HiddenText {
  const waiting = new Map<Element, Set<Text>>();
  const boxed = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observer: IntersectionObserver | undefined;

  const ask = (): void => {
    timer = undefined;
    const shown: Text[] = [];
    for (const element of boxed) {
      if (isHere(element) && !isVisible(element)) continue;
      boxed.delete(element);
      observer?.unobserve(element);
      shown.push(...(waiting.get(element) ?? []));
      waiting.delete(element);
    }
    if (shown.length > 0) onShown(shown);
    if (boxed.size > 0) timer = setTimeout(ask, ASK_AGAIN_MS);
  };
  const onBoxes = (entries: IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) boxed.add(target);
      else boxed.delete(target);
    }
    timer ??= setTimeout(ask);
  };
  signal.addEventListener('abort', () => {
    observer?.disconnect();
    clearTimeout(timer);
    waiting.clear();
  });

  return {
    add(node) {
      const parent = parentElementOf(node);
      if (!parent || waiting.size >= MOST || signal.aborted) return;
      const texts = waiting.get(parent);
      if (texts) {
        texts.add(node);
        return;
      }
      waiting.set(parent, new Set([node]));
      // Wherever on the page it is shown.
      observer ??= new IntersectionObserver(onBoxes, { rootMargin: '1000000px' });
      observer.observe(parent);
    },
  };
}
