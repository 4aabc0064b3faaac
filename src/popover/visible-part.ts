/**
 * Which part of this document can be seen. A frame may be far taller than the part of it that the page around shows, and
 * knows nothing of that page; the browser says it of an element, also across origins. In a page of its own that is the window.
 */
import type { Box } from './place.ts';

export interface VisiblePart {
  /** In px of the viewport; undefined until the browser has said it. */
  now(): Box | undefined;
  /** Asks again: nothing tells when the page around is scrolled. */
  ask(): void;
}

/**
 * Watches until the signal aborts.
 * @param stage element of ours that fills the viewport
 * @param onKnown told when the part is known, and when it has become another
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
    // Firefox's first answer comes before it knows anything.
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
