/** Where the card is placed and how much room it has. Plain numbers, in px of the viewport. */

/** Width of the card, in px. It grows with the text size, within the 300 to 450 px that are usual for hover cards. */
export const CARD_WIDTH_PX = 360;
const CARD_WIDTH_LIMITS_PX = { min: 300, max: 450 };
/** Gap between the word's line and the card, in px; popover.css bridges it. */
export const GAP_PX = 10;
/** Smallest distance from the card to the edge of the visible part, in px. */
export const GUTTER_PX = 5;
/** How far the card begins before the pointer, in px. */
const LEAD_PX = 48;
/** Smallest distance of the caret from a corner, in px. */
const CARET_INSET_PX = 18;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The visible part of the page. */
export interface Viewport {
  /** Position of its upper left corner, in px; 0 by default. */
  left?: number;
  top?: number;
  width: number;
  height: number;
  rightToLeft: boolean;
  /** In percent; 100 by default. */
  textSize?: number;
}

export type Side = 'above' | 'below';

export interface Placement {
  /** Left edge and width of the card, in px of the viewport. */
  left: number;
  width: number;
  /** Height on the side of the word with more room, in px. */
  room: number;
  /** Height on each side of the word, in px. */
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
  const wanted = clamp(
    (CARD_WIDTH_PX * textSize) / 100,
    CARD_WIDTH_LIMITS_PX.min,
    CARD_WIDTH_LIMITS_PX.max,
  );
  const width = Math.min(wanted, viewport.width - 2 * GUTTER_PX);
  const near = rightToLeft ? pointerX + LEAD_PX - width : pointerX - LEAD_PX;
  const left = clamp(near, edge + GUTTER_PX, edge + viewport.width - width - GUTTER_PX);
  const rooms = {
    above: word.top - top - GAP_PX - GUTTER_PX,
    below: top + viewport.height - word.bottom - GAP_PX - GUTTER_PX,
  };
  const room = Math.max(rooms.above, rooms.below);
  return {
    left,
    width,
    room,
    rooms,
    caret: clamp(pointerX - left, CARET_INSET_PX, width - CARET_INSET_PX),
  };
}

/**
 * The side of the word for a card of this height, in px. An open card keeps its side while it fits there, so that it does not
 * jump while it is read.
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

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}
