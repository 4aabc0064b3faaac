/**
 * The visible part of this document. In a page that is the window. A frame may be far taller than what the page around it
 * shows, and cannot see that page; but the browser reports the visible part of an element, even across origins.
 */
import type { Box } from './placement.ts';

export interface VisiblePart {
  /** In px of the viewport; undefined until the browser has reported it. */
  now(): Box | undefined;
  /** Asks again, because there is no event when the page around is scrolled. */
  ask(): void;
}

/**
 * Watches until the signal aborts.
 * @param stage our element that fills the viewport
 * @param onKnown called when the part is known, and when it changes
 */
export function watchVisiblePart(
  stage: HTMLElement,
  onKnown: (part: Box) => void,
  signal: AbortSignal,
): VisiblePart {
  if (self === top) return { now: () => stage.getBoundingClientRect(), ask: () => undefined };
  /** Owned by `take`. */
  let part: Box | undefined;
  const take = (entries: readonly IntersectionObserverEntry[]): void => {
    const last = entries.at(-1);
    // The first answer of Firefox is empty.
    if (!last || last.boundingClientRect.width === 0) return;
    const { intersectionRect, boundingClientRect } = last;
    const isSeen = intersectionRect.width > 0 && intersectionRect.height > 0;
    const next = isSeen ? intersectionRect : boundingClientRect;
    if (part && isSame(part, next)) return;
    part = next;
    onKnown(next);
  };
  const observer = new IntersectionObserver(take);
  observer.observe(stage);
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  return {
    now: () => part,
    ask() {
      observer.disconnect();
      observer.observe(stage);
    },
  };
}

function isSame(one: Box, other: Box): boolean {
  return (
    one.left === other.left &&
    one.top === other.top &&
    one.right === other.right &&
    one.bottom === other.bottom
  );
}
