/**
 * Where the word of a card is: its lines, which of them the card hangs on, and whether anybody can see it. Reads the page
 * through the guide alone, and knows no card.
 */
import type { WordPosition } from './frame.ts';
import type { Box } from './place.ts';
import type { Point } from './corridor.ts';

/** What is asked of whoever knows the page and its targets. */
export interface WordGuide<Target> {
  /** The target at a point of the viewport (CSS px). */
  targetAt(x: number, y: number): Target | undefined;
  /** Boxes of a target's lines in CSS px; none when it has gone. */
  linesOf(target: Target): Box[];
  /** How the page sets the text around a target. */
  textStyleOf(target: Target): { rightToLeft: boolean; dark: boolean | undefined };
  /** Size of the card's text, in percent. */
  textSize(): number;
}

/** The place on a word that a card hangs on: it moves with the word. */
export interface Word {
  /** Where it is now; undefined when it has gone or is outside of the window. */
  position(): WordPosition | undefined;
  /** Whether it is elsewhere than when its position was asked for last. */
  hasMoved(): boolean;
  /** Whether it is under a point of the viewport. */
  isAt(point: Point): boolean;
  /** Whether any of it can be seen: not scrolled or folded away, and with nothing over it. */
  isSeen(): boolean;
}

/** How far inside of a line's ends it is looked at, in px. */
const INSET = 2;
/** A pointer that has not moved may lie so far beside a word whose line was set anew, in px. */
const SLACK = 1;

/**
 * @param pointer where the card was asked for, in CSS px
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
          [line.left + INSET, (line.left + line.right) / 2, line.right - INSET].some(
            (x) => guide.targetAt(x, (line.top + line.bottom) / 2) !== undefined,
          ),
        ),
  };
}

const isNear = (line: Box, x: number, y: number): boolean =>
  x >= line.left - SLACK &&
  x <= line.right + SLACK &&
  y >= line.top - SLACK &&
  y <= line.bottom + SLACK;

const keyOf = (lines: readonly Box[]): string =>
  lines.map(({ left, top, right, bottom }) => `${left} ${top} ${right} ${bottom}`).join();

/** A name that is broken over a few lines stays in sight as a whole; one over columns would leave no room. */
function withNeighbours(line: Box, lines: readonly Box[]): Box {
  const top = Math.min(...lines.map((box) => box.top));
  const bottom = Math.max(...lines.map((box) => box.bottom));
  const { left, right } = line;
  return bottom - top > innerHeight / 3 ? line : { left, right, top, bottom };
}

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));
