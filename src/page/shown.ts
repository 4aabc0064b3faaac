/**
 * Whether a reader can see a piece of text, by scrolling if need be: no style hides it, nothing clips it away, and it is not
 * beyond the edge of the page. Reads layout, so it is used for candidates only.
 */
import { clipsAll, clipsAllByRect, SEEN_MIN_PX } from './clip-shape.ts';
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

/** A rectangle, in CSS px of the viewport. */
interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const NOWHERE: Region = { left: 0, top: 0, right: 0, bottom: 0 };

/** Where the content of elements can be seen. Kept for one task, because nothing moves during a task. */
const regions = new Map<Element, Region>();

/** Whether styles leave the text of an element visible. */
export function isStyledVisible(element: Element): boolean {
  return isRendered(element) && Number.parseFloat(getComputedStyle(element).fontSize) >= 1;
}

/** Whether a reader can see a span of text. */
export function isShown(span: TextSpan): boolean {
  const parent = parentElementOf(span.startContainer);
  if (!parent || !isStyledVisible(parent)) return false;
  // Far from the window, the browser may not have laid the text out. We do not make it do so.
  if (!isRendered(parent, { contentVisibilityAuto: true })) return true;
  const region = regionIn(parent);
  if (region === NOWHERE) return false;
  // The boxes of a span in a long text cost the length of the text, so its parent's box stands for it.
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
  // A loop, because a page may be too deep for recursion.
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

/** Where the root element's content can be seen: everything that can be scrolled to. */
function windowRegion(root: Element): Region {
  const style = getComputedStyle(root);
  // The types do not know that a document may have no body.
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

/** The element that positions and clips an element: its containing block, if it is out of the flow. */
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
  // Pages still hide text with this old property. Its name is deprecated in the types.
  const clip = style.getPropertyValue('clip');
  const isFixed = position === 'fixed' && containerOf(element) === document.documentElement;
  const around = isFixed ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight } : outer;
  const isOut = position === 'absolute' || position === 'fixed';
  if (isOut && clip !== 'auto' && clipsAllByRect(clip)) return NOWHERE;
  const isClipped = overflowX !== 'visible' || overflowY !== 'visible';
  // The overflow of the body belongs to the window, and that of an inline box has no effect.
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
  if (right - left < SEEN_MIN_PX || bottom - top < SEEN_MIN_PX) return NOWHERE;
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

/** What can be scrolled to horizontally. If lines begin at the right, that is to the left. */
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
    Math.min(box.right, right) - Math.max(box.left, left) >= SEEN_MIN_PX &&
    Math.min(box.bottom, bottom) - Math.max(box.top, top) >= SEEN_MIN_PX
  );
}
