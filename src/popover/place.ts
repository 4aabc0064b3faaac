/** Where the card goes and how much room it has: plain numbers, in px of the viewport. */

/** Wanted width of the card, in px. It grows with the text, within the 300-450 that hover cards settled on. */
export const CARD_WIDTH = 360;
const WIDTHS = { least: 300, most: 450 };
/** From the line of the word to the card, in px; popover.css bridges it. */
export const GAP = 10;
/** Least distance from the card to the edge of what can be seen, in px. */
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

/** What can be seen of the page. */
export interface Viewport {
  /** Of its upper left corner, in px; 0 where it is not given. */
  left?: number;
  top?: number;
  width: number;
  height: number;
  rightToLeft: boolean;
  /** In percent; 100 where it is not given. */
  textSize?: number;
}

export type Side = 'above' | 'below';

export interface Placement {
  /** Left edge and width of the card, in px of the viewport. */
  left: number;
  width: number;
  /** Most height that the roomier side of the word offers, in px. */
  room: number;
  /** Height that each side of the word offers, in px. */
  rooms: Record<Side, number>;
  /** Middle of the caret from the card's left edge, in px. */
  caret: number;
}

/**
 * @param word box of the line that the word stands on
 * @param pointerX where the caret should point, in px of the viewport
 */
export function placeCard(word: Box, pointerX: number, viewport: Viewport): Placement {
  const { left: edge = 0, top = 0, rightToLeft, textSize = 100 } = viewport;
  const wanted = clamp((CARD_WIDTH * textSize) / 100, WIDTHS.least, WIDTHS.most);
  const width = Math.min(wanted, viewport.width - 2 * GUTTER);
  const near = rightToLeft ? pointerX + LEAD - width : pointerX - LEAD;
  const left = clamp(near, edge + GUTTER, edge + viewport.width - width - GUTTER);
  const rooms = {
    above: word.top - top - GAP - GUTTER,
    below: top + viewport.height - word.bottom - GAP - GUTTER,
  };
  const room = Math.max(rooms.above, rooms.below);
  return {
    left,
    width,
    room,
    rooms,
    caret: clamp(pointerX - left, CARET_INSET, width - CARET_INSET),
  };
}

/**
 * The side of the word for a card that wants this height, in px. One that has its side keeps it while it fits there:
 * what is read does not jump.
 */
export function chooseSide(
  rooms: Placement['rooms'],
  wanted: number,
  now: Side | undefined = 'below',
): Side {
  const other = now === 'below' ? 'above' : 'below';
  if (rooms[now] >= wanted) return now;
  return rooms[other] >= wanted || rooms[other] > rooms[now] ? other : now;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
