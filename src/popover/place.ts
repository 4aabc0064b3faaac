/**
 * Where the card goes sideways and how much room it has: plain numbers. Above or below is the browser's
 * choice, by CSS anchor positioning (popover.css).
 */

/** Wanted width of the card, in px. It grows with the text, within the 300-450 that hover cards settled on. */
export const CARD_WIDTH = 360;
const WIDTHS = { least: 300, most: 450 };
/** From the line of the word to the card, in px. */
export const GAP = 10;
/** Least distance from the card to the viewport's edge, in px. */
export const GUTTER = 5;
/** How far the card reaches to the near side of the pointer, in px. */
const LEAD = 48;
/** Least distance of the caret from a corner, in px. */
const CARET_INSET = 18;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placement {
  /** Left edge and width of the card, in px of the viewport. */
  left: number;
  width: number;
  /** Most height that the roomier side of the word offers, in px. */
  room: number;
  /** Middle of the caret from the card's left edge, in px. */
  caret: number;
}

/**
 * @param word box of the line that the word stands on
 * @param viewport in px; `textSize` in percent, 100 where it is not given
 * @param pointerX where the caret should point, in px of the viewport
 */
export function placeCard(
  word: Box,
  pointerX: number,
  viewport: { width: number; height: number; rightToLeft: boolean; textSize?: number },
): Placement {
  const wanted = clamp((CARD_WIDTH * (viewport.textSize ?? 100)) / 100, WIDTHS.least, WIDTHS.most);
  const width = Math.min(wanted, viewport.width - 2 * GUTTER);
  const near = viewport.rightToLeft ? pointerX + LEAD - width : pointerX - LEAD;
  const left = clamp(near, GUTTER, viewport.width - width - GUTTER);
  const room = Math.max(word.top, viewport.height - word.bottom) - GAP - GUTTER;
  return { left, width, room, caret: clamp(pointerX - left, CARET_INSET, width - CARET_INSET) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
