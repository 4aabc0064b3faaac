/**
 * What may lie over a word and still let it answer: a link, label or button that paints nothing there. Teasers are made so
 * that their whole card is one link, by a transparent element over everything or by text that takes no presses. What paints
 * something (a banner, a dialog, a sticky header), and what is no link, hides the word. Knows elements, no marks.
 */
import { boxesOf, closest, matches, parentAcross, rootOf, shadowRootOf, slotOf } from './dom.ts';

const LINK = 'a[href], area[href], label, button, [role=link], [role=button]';
/** What has a picture of its own. */
const REPLACED = 'img, video, canvas, iframe, object, embed, svg, svg *, input, select, textarea';
/** A ground this opaque or more hides what is below it; hover effects stay under it. */
const OPAQUE = 0.5;
/** No link over a card has more pieces of text; what has is read as text. */
const MOST_TEXTS = 50;

interface Point {
  x: number;
  y: number;
}

/** The link, label or button that would take a press at a point. */
export function linkAt(point: Point): Element | undefined {
  const hit = hitAt(point);
  return (hit && closest(hit, LINK)) ?? undefined;
}

/**
 * Whether a point of a text is what the pointer is on. The browser's caret positions say the nearest text, also where that
 * is clipped or something without text lies over it.
 */
export function isHit(text: Node, point: Point): boolean {
  const hit = hitAt(point);
  for (const element of flatAncestors(text)) {
    if (element === hit) return true;
    // Not hit itself: inert, without presses, in a button of Firefox's, or clipped.
    if (!(element instanceof Element) || isClipped(element, point)) return false;
  }
  return false;
}

/** Whether an element does not reach as far as a point because it is clipped. */
function isClipped(element: Element, point: Point): boolean {
  const style = getComputedStyle(element);
  const { clipPath, overflowX, overflowY } = style;
  if (clipPath !== 'none' || style.getPropertyValue('clip') !== 'auto') return true;
  const isOpen = overflowX === 'visible' && overflowY === 'visible';
  return !isOpen && !isIn(boxesOf(element), point);
}

/** Whether a word can be seen at a point through all that would be hit there before it. */
export function isSeenThrough(word: Node, point: Point): boolean {
  const around = new Set(flatAncestors(word));
  const hit = hitAt(point);
  const root = hit && rootOf(hit);
  const isTree = root instanceof Document || root instanceof ShadowRoot;
  for (const element of isTree ? root.elementsFromPoint(point.x, point.y) : []) {
    if (around.has(element)) return true;
    if (paintsAt(element, point)) return false;
  }
  return false;
}

/** What a press would go to, in open shadow trees too. */
function hitAt({ x, y }: Point): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (;;) {
    const inside: Element | null = (hit && shadowRootOf(hit)?.elementFromPoint(x, y)) ?? null;
    if (!inside || inside === hit) return hit;
    hit = inside;
  }
}

/** A node's ancestors as it is drawn: from a slot on, those in the shadow tree. */
function* flatAncestors(node: Node): Generator<Node> {
  for (let at: Node | null = node; at;) {
    const slot: Node | null =
      at instanceof Element ? slotOf(at) : at instanceof Text ? at.assignedSlot : null;
    at = slot ?? parentAcross(at);
    if (at) yield at;
  }
}

/** Whether an element paints something at a point: its ground, a picture, or text. */
function paintsAt(element: Element, point: Point): boolean {
  if (!isPainted(element)) return false;
  if (matches(element, REPLACED) || hasTextAt(element, point)) return true;
  // Outside of its own boxes it was hit by what it generates before or after its content.
  const parts = isIn(boxesOf(element), point) ? [null] : ['::before', '::after'];
  return parts.some((part) => {
    const { content, backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(
      element,
      part,
    );
    if (part && (content === 'none' || content === 'normal')) return false;
    const isClear = backgroundImage === 'none' && backdropFilter === 'none';
    return !isClear || alphaOf(backgroundColor) >= OPAQUE;
  });
}

/** Whether an element can be seen at all: not where it, or anything around it, is invisible or wholly transparent. */
export const isPainted = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, {
    visibilityProperty: true,
    opacityProperty: true,
  });

/** Whether letters of an element are at a point. Those that a page has moved out of sight are not. */
function hasTextAt(element: Element, point: Point): boolean {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let count = 0; texts.nextNode(); count++) {
    if (count >= MOST_TEXTS) return true;
    range.selectNode(texts.currentNode);
    if (isIn(range.getClientRects(), point)) return isPainted(element);
  }
  return false;
}

function isIn(boxes: DOMRectList, { x, y }: Point): boolean {
  return [...boxes].some(
    ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}

/** Opacity of a computed colour, 0 to 1. */
function alphaOf(color: string): number {
  const alpha = /\/ ([\d.]+)\)$|^rgba\([^)]*, ([\d.]+)\)$/.exec(color);
  return Number(alpha?.[1] ?? alpha?.[2] ?? 1);
}
