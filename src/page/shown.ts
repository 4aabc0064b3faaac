/**
 * Whether a reader gets to see a piece of text, at most by scrolling: no style takes it away, nothing clips it to
 * nothing, and it is not put beyond the page's edge. Reads layout, so it is asked at candidates alone.
 */
import { clipsAll, clipsAllByRect, LEAST_SEEN } from './clip-shape.ts';
import {
  boxesBetween,
  boxOf,
  elementAround,
  isRendered,
  parentElementOf,
  scrollHeightOf,
  scrollLeftOf,
  scrollTopOf,
  scrollWidthOf,
  type TextSpan,
} from './dom.ts';
import { LONG_TEXT } from './text-piece.ts';

/** A part of the plane, in CSS px of the viewport. */
interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const NOWHERE: Region = { left: 0, top: 0, right: 0, bottom: 0 };

/** Where the content of elements can be seen. Nothing moves while one task of ours runs, so it is kept for that long. */
const regions = new Map<Element, Region>();

/** Whether styles let the text of an element be seen. */
export function isStyledVisible(element: Element): boolean {
  return isRendered(element) && Number.parseFloat(getComputedStyle(element).fontSize) >= 1;
}

/** Whether a reader gets to see a span of text that `isStyledVisible`. */
export function isShown(span: TextSpan): boolean {
  const parent = parentElementOf(span.startContainer);
  if (!parent || !isStyledVisible(parent)) return false;
  // Far from the window the browser may not have laid it out, and is not made to.
  if (!isRendered(parent, { contentVisibilityAuto: true })) return true;
  const region = regionIn(parent);
  if (region === NOWHERE) return false;
  // In a long text every question costs its length; it is rather seen as a whole.
  const isLong = span.startContainer.length > LONG_TEXT;
  const boxes = isLong ? [boxOf(parent)] : boxesBetween(span);
  return boxes.some((box) => isSeenIn(box, region));
}

/** Where the content of an element can be seen, in view or scrolled into it. */
function regionIn(element: Element): Region {
  if (regions.size === 0) {
    queueMicrotask(() => {
      regions.clear();
    });
  }
  // By steps, not by calls: pages are as deep as they like.
  const path: Element[] = [];
  let known: Region | undefined;
  for (let at: Element | null = element; at && !known; at = containerOf(at)) {
    known = regions.get(at);
    if (!known) path.push(at);
  }
  let region = known;
  for (const each of path.reverse()) {
    region = region ? contentRegion(each, region) : windowRegion(each);
    regions.set(each, region);
  }
  return region ?? NOWHERE;
}

/** What the root element's content is seen in: all that can be scrolled to. */
function windowRegion(root: Element): Region {
  const style = getComputedStyle(root);
  const body = document.body as HTMLElement | null;
  const isFixedAcross =
    style.overflowX === 'hidden' ||
    style.overflowX === 'clip' ||
    (body !== null && /hidden|clip/.test(getComputedStyle(body).overflowX));
  const { left, right } = isFixedAcross
    ? { left: 0, right: innerWidth }
    : scrolledAcross(style, { start: -scrollX, shown: innerWidth, whole: scrollWidthOf(root) });
  const height = Math.max(innerHeight, scrollHeightOf(root), body ? scrollHeightOf(body) : 0);
  return { left, right, top: -scrollY, bottom: height - scrollY };
}

/** The element that an element's place and clip come from: for one out of the flow, the one it is placed in. */
function containerOf(element: Element): Element | null {
  const { position } = getComputedStyle(element);
  if (position !== 'absolute' && position !== 'fixed') return elementAround(element);
  for (let at = elementAround(element); at; at = elementAround(at)) {
    const style = getComputedStyle(at);
    const holds = style.transform !== 'none' || style.filter !== 'none';
    if (holds || (position === 'absolute' && style.position !== 'static')) return at;
    if (at === document.documentElement) return at;
  }
  return null;
}

/** @param outer where the content of its container can be seen */
function contentRegion(element: Element, outer: Region): Region {
  if (outer === NOWHERE) return NOWHERE;
  const style = getComputedStyle(element);
  const { display, position, overflowX, overflowY, clipPath } = style;
  // The old property still hides text for screen readers; its name is no longer to be written.
  const clip = style.getPropertyValue('clip');
  const isFixed = position === 'fixed' && containerOf(element) === document.documentElement;
  const around = isFixed ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight } : outer;
  const isOut = position === 'absolute' || position === 'fixed';
  if (isOut && clip !== 'auto' && clipsAllByRect(clip)) return NOWHERE;
  const isClipped = overflowX !== 'visible' || overflowY !== 'visible';
  // The overflow of the body is the window's; that of an inline box means nothing.
  const clips = isClipped && display !== 'inline' && element !== document.body;
  if (clipPath === 'none' && !clips) return around;
  const box = boxOf(element);
  if (clipPath !== 'none' && clipsAll(clipPath, box.width, box.height)) return NOWHERE;
  return clips ? clippedRegion(element, box, around) : around;
}

/** @param around where the element's box can be seen */
function clippedRegion(element: Element, box: DOMRect, around: Region): Region {
  const style = getComputedStyle(element);
  const { overflowX, overflowY } = style;
  const isOpenAcross = overflowX === 'visible';
  const isOpenDown = overflowY === 'visible';
  const left = isOpenAcross ? around.left : Math.max(box.left, around.left);
  const right = isOpenAcross ? around.right : Math.min(box.right, around.right);
  const top = isOpenDown ? around.top : Math.max(box.top, around.top);
  const bottom = isOpenDown ? around.bottom : Math.min(box.bottom, around.bottom);
  if (right - left < LEAST_SEEN || bottom - top < LEAST_SEEN) return NOWHERE;
  const start = box.left - scrollLeftOf(element);
  const above = box.top - scrollTopOf(element);
  return {
    ...(scrolls(overflowX)
      ? scrolledAcross(style, { start, shown: box.width, whole: scrollWidthOf(element) })
      : { left, right }),
    ...(scrolls(overflowY)
      ? { top: above, bottom: above + Math.max(box.height, scrollHeightOf(element)) }
      : { top, bottom }),
  };
}

const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';

/** All that can be scrolled to, across: where lines begin at the right, it lies to the left. */
function scrolledAcross(
  { direction, writingMode }: CSSStyleDeclaration,
  { start, shown, whole }: { start: number; shown: number; whole: number },
): Pick<Region, 'left' | 'right'> {
  const isLeftwards = direction === 'rtl' || writingMode.endsWith('-rl');
  return isLeftwards
    ? { left: start + shown - Math.max(shown, whole), right: start + shown }
    : { left: start, right: start + Math.max(shown, whole) };
}

function isSeenIn(box: DOMRect, { left, top, right, bottom }: Region): boolean {
  return (
    Math.min(box.right, right) - Math.max(box.left, left) >= LEAST_SEEN &&
    Math.min(box.bottom, bottom) - Math.max(box.top, top) >= LEAST_SEEN
  );
}
