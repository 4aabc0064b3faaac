/**
 * Whether a word can be reached although an element lies over it. It can through a link, label or button that paints nothing
 * there: in a teaser the whole card is often one link, by a transparent element over everything or by text that takes no
 * presses. It cannot if the element paints something (a banner, a dialog, a sticky header) or is not such a link. Knows
 * elements, no marks.
 */
import { boxesOf, closest, matches, parentAcross, rootOf, shadowRootOf, slotOf } from './dom.ts';

const LINK = 'a[href], area[href], label, button, [role=link], [role=button]';
/** Elements that draw a picture. */
const REPLACED = 'img, video, canvas, iframe, object, embed, svg, svg *, input, select, textarea';
/** A background of this opacity or more hides what is below it; hover effects are less opaque. */
const OPAQUE = 0.5;
/** A link with more text nodes than this counts as text, not as a link over a card. */
const TEXTS_MAX = 50;

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
 * Whether the pointer is on a point of a text. The browser's caret position gives the nearest text, even if that is clipped or
 * under an element without text.
 */
export function isHit(text: Node, point: Point): boolean {
  const hit = hitAt(point);
  for (const element of flatAncestors(text)) {
    if (element === hit) return true;
    // The text itself was not hit: it is inert, takes no presses, is in a button (Firefox), or is clipped.
    if (!(element instanceof Element) || isClipped(element, point)) return false;
  }
  return false;
}

/** Whether clipping removes an element from a point. */
function isClipped(element: Element, point: Point): boolean {
  const style = getComputedStyle(element);
  const { clipPath, overflowX, overflowY } = style;
  if (clipPath !== 'none' || style.getPropertyValue('clip') !== 'auto') return true;
  const isOpen = overflowX === 'visible' && overflowY === 'visible';
  return !isOpen && !isIn(boxesOf(element), point);
}

/** Whether a word can be seen at a point, through all elements that would be hit before it. */
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

/** The element that a press would reach, in open shadow trees too. */
function hitAt({ x, y }: Point): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (;;) {
    const inside: Element | null = (hit && shadowRootOf(hit)?.elementFromPoint(x, y)) ?? null;
    if (!inside || inside === hit) return hit;
    hit = inside;
  }
}

/** A node's ancestors in the flat tree, through slots and shadow roots. */
function* flatAncestors(node: Node): Generator<Node> {
  for (let at: Node | null = node; at;) {
    const slot: Node | null =
      at instanceof Element ? slotOf(at) : at instanceof Text ? at.assignedSlot : null;
    at = slot ?? parentAcross(at);
    if (at) yield at;
  }
}

/** Whether an element paints something at a point: a background, a picture or text. */
function paintsAt(element: Element, point: Point): boolean {
  if (!isPainted(element)) return false;
  if (matches(element, REPLACED) || hasTextAt(element, point)) return true;
  // Outside its own boxes, its `::before` or `::after` was hit.
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

/** Whether an element is visible: neither it nor an element around it is invisible or fully transparent. */
export const isPainted = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, {
    visibilityProperty: true,
    opacityProperty: true,
  });

/** Whether letters of an element are at a point. */
function hasTextAt(element: Element, point: Point): boolean {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let count = 0; texts.nextNode(); count++) {
    if (count >= TEXTS_MAX) return true;
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
