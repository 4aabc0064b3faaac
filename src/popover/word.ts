/**
 * The word of a card: its lines, the line that the card belongs to, and whether it is visible. Reads the page through the guide
 * alone, and knows no card.
 */
import type { WordPosition } from './frame.ts';
import type { Box } from './placement.ts';
import type { Point } from './corridor.ts';

/** What must be known about the page and its targets. */
export interface WordGuide<Target> {
  /** The target at a point of the viewport (CSS px). */
  targetAt(x: number, y: number): Target | undefined;
  /** Boxes of a target's lines in CSS px; none if it has gone. */
  linesOf(target: Target): Box[];
  /** How the page sets the text around a target. */
  textStyleOf(target: Target): { rightToLeft: boolean; dark: boolean | undefined };
  /** Size of the card's text, in percent. */
  textSize(): number;
}

/** The point of a word that a card belongs to. It moves with the word. */
export interface Word {
  /** Its position now; undefined if it has gone or is outside the window. */
  position(): WordPosition | undefined;
  /** Whether it has moved since its position was read last. */
  hasMoved(): boolean;
  /** Whether it is under a point of the viewport. */
  isAt(point: Point): boolean;
  /** Whether any of it is visible: not scrolled or folded away, and not covered. */
  isSeen(): boolean;
}

/** Distance of the tested points from the ends of a line, in px. */
const INSET_PX = 2;
/** After a line was set again, its word may be this far from a pointer that did not move, in px. */
const SLACK_PX = 1;

/**
 * @param pointer where the reader asked for the card, in CSS px
 * @param sheet whether the card is a sheet at the edge of the screen
 */
export function createWord<Target>(
  guide: WordGuide<Target>,
  target: Target,
  { pointer, sheet }: { pointer: Point; sheet: boolean },
): Word {
  const first = guide.linesOf(target);
  const at = Math.max(
    0,
    first.findIndex((line) => pointer.y >= line.top && pointer.y <= line.bottom),
  );
  const origin = first[at];
  const offset = origin ? clamp(pointer.x, origin.left, origin.right) - origin.left : 0;
  /** Owned by `position`. */
  let last = '';
  const lineOf = (lines: readonly Box[]) => lines[Math.min(at, lines.length - 1)];

  return {
    position() {
      const lines = guide.linesOf(target);
      const line = lineOf(lines);
      last = keyOf(lines);
      if (!line || line.bottom < 0 || line.top > innerHeight) return undefined;
      return {
        word: withNeighbours(line, lines),
        pointerX: Math.min(line.left + offset, line.right),
        sheet,
        textSize: guide.textSize(),
        ...guide.textStyleOf(target),
      };
    },
    hasMoved: () => keyOf(guide.linesOf(target)) !== last,
    isAt: ({ x, y }) =>
      guide.targetAt(x, y) !== undefined &&
      guide.linesOf(target).some((line) => isNear(line, x, y)),
    isSeen: () =>
      guide
        .linesOf(target)
        .some((line) =>
          [line.left + INSET_PX, (line.left + line.right) / 2, line.right - INSET_PX].some(
            (x) => guide.targetAt(x, (line.top + line.bottom) / 2) !== undefined,
          ),
        ),
  };
}

const isNear = (line: Box, x: number, y: number): boolean =>
  x >= line.left - SLACK_PX &&
  x <= line.right + SLACK_PX &&
  y >= line.top - SLACK_PX &&
  y <= line.bottom + SLACK_PX;

const keyOf = (lines: readonly Box[]): string =>
  lines.map(({ left, top, right, bottom }) => `${left} ${top} ${right} ${bottom}`).join();

/** Keeps a name that is broken over a few lines visible as a whole. A name over two columns would leave no room. */
function withNeighbours(line: Box, lines: readonly Box[]): Box {
  const top = Math.min(...lines.map((box) => box.top));
  const bottom = Math.max(...lines.map((box) => box.bottom));
  const { left, right } = line;
  return bottom - top > innerHeight / 3 ? line : { left, right, top, bottom };
}

const clamp = (value: number, min: number, max: number): number =>
  Math.max(min, Math.min(max, value));
