/**
 * The corridor from a word to its card: a triangle from the point where the pointer left the word to the near edge of the
 * card, and the strip between the two. Plain geometry, like the "safe polygon" of menus.
 */
import type { Box } from './placement.ts';

export interface Point {
  x: number;
  y: number;
}

/** Width of the triangle at its tip, to either side, in px. */
const MARGIN_PX = 6;

/**
 * Whether a point is in the corridor.
 * @param exit where the pointer was last on the word
 */
export function isOnTheWay(
  point: Point,
  exit: Point,
  { word, card }: { word: Box; card: Box },
): boolean {
  const isBelow = card.top >= word.bottom - 1;
  const isAbove = card.bottom <= word.top + 1;
  if (!isBelow && !isAbove) return false;
  const edge = isBelow ? card.top : card.bottom;
  const [top, bottom] = isBelow ? [word.top, edge] : [edge, word.bottom];
  if (point.y < top || point.y > bottom) return false;
  const isInStrip =
    point.x >= Math.max(word.left, card.left) && point.x <= Math.min(word.right, card.right);
  if (isInStrip) return true;
  const reach = Math.abs(edge - exit.y);
  const share = reach === 0 ? 1 : Math.abs(point.y - exit.y) / reach;
  const left = exit.x - MARGIN_PX + (card.left - exit.x + MARGIN_PX) * share;
  const right = exit.x + MARGIN_PX + (card.right - exit.x - MARGIN_PX) * share;
  return (
    point.x >= Math.min(left, exit.x - MARGIN_PX) && point.x <= Math.max(right, exit.x + MARGIN_PX)
  );
}
