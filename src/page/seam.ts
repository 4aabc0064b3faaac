/**
 * How two pieces of text meet where elements begin or end between them: as one word, as two words, or as two things. A
 * gap that a reader sees parts words, whatever makes it. Reads layout, so it is asked at candidates alone.
 */
import { boxesOfText, nameOf, parentElementOf } from './dom.ts';
import { isWrapping, sizeIn, type LineRole } from './line-role.ts';
import type { TextPiece } from './text-piece.ts';

/** A character that no name contains: stands for what is no text, and for a wide gap. */
export const OBJECT_REPLACEMENT = '\ufffc';
/** Answer for two boxes of a row or a grid that are not read as one line. */
export const END_OF_LINE = null;

/** Where an element that the line goes through begins or ends. */
export interface Edge {
  element: Element;
  role: LineRole;
  side: 'start' | 'end';
}

type Seam = string | typeof END_OF_LINE;

/**
 * Widths of gaps, as shares of the larger text. The space of most fonts is 0.22 to 0.33 wide, and letters that have an
 * element each are set up to 0.2 apart.
 */
const WORD_GAP = 0.12;
const LETTER_GAP = 0.3;
const WIDE_GAP = 1;
/** From this ratio on a single letter before smaller ones is a large first letter. */
const INITIAL_RATIO = 1.3;
/** How a word goes on after its large first letter: in small letters, in capitals, or in a script without case. */
const CONTINUATION = /^(?:\p{Ll}|\p{Lu}{2}|\p{Lo}|[’'-]\p{L})/u;
const LETTER = /^[^\p{L}\p{N}]*\p{L}\p{M}*$/u;
const PART_OF_WORD = /[\p{L}\p{N}\p{M}\p{Cf}]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/;
/** No single letter is longer, with its marks and quotation marks, in UTF-16 code units. */
const LETTER_MAX = 8;

/** How two pieces meet. */
interface Meeting {
  edges: readonly Edge[];
  /** Size of the larger text, in CSS px. */
  em: number;
  /** Whether both are single letters: a word whose letters have an element each. */
  areLetters: boolean;
}

/** How text nodes meet, each two asked once. */
export interface Seams {
  /**
   * What stands between the end of one node and the beginning of another for a reader.
   * @param edges what begins and ends between them, in the order of the document
   */
  between(before: TextPiece, after: TextPiece, edges: readonly Edge[]): Seam;
}

/** Good for one reading of a page; what moves meanwhile counts for the next. */
export function createSeams(): Seams {
  const known = new WeakMap<Text, { before: Text; seam: Seam }>();
  return {
    between(before, after, edges) {
      const asked = known.get(after.node);
      if (asked?.before === before.node) return asked.seam;
      const seam = seamBetween(before, after, edges);
      known.set(after.node, { before: before.node, seam });
      return seam;
    },
  };
}

function seamBetween(before: TextPiece, after: TextPiece, edges: readonly Edge[]): Seam {
  const isRow = edges.some(({ role }) => role === 'item');
  const last = lastCharacter(before);
  const first = firstCharacter(after);
  if (!isRow && !(PART_OF_WORD.test(last) && PART_OF_WORD.test(first))) return '';
  // Long readings push the characters apart that they stand at.
  if (edges.some(({ element }) => /^(?:ruby|rb|rbc)$/i.test(nameOf(element)))) return '';
  const [size, nextSize] = [sizeOf(before.node), sizeOf(after.node)];
  const isLarge = isLetter(before) && size >= INITIAL_RATIO * nextSize;
  if (isLarge || edges.some(({ role }) => role === 'initial')) {
    return CONTINUATION.test(after.node.substringData(after.from, 4)) ? '' : ' ';
  }
  const end = boxesOfText(before.node, before.to - last.length, before.to).at(-1);
  const start = boxesOfText(after.node, after.from, after.from + first.length)[0];
  if (!end || !start) return isRow ? END_OF_LINE : '';
  const meeting: Meeting = {
    edges,
    em: Math.max(size, nextSize, 1),
    areLetters: isLetter(before) && isLetter(after),
  };
  const gap = gapBetween(end, start, isVertical(after.node));
  if (gap === undefined) return acrossLines(meeting);
  // Where the direction of writing turns, neighbours do not stand beside each other.
  return RIGHT_TO_LEFT.test(last) === RIGHT_TO_LEFT.test(first) ? onLine(meeting, gap) : '';
}

/** @param gap in CSS px */
function onLine({ edges, em, areLetters }: Meeting, gap: number): Seam {
  if (gap < (areLetters ? LETTER_GAP : WORD_GAP) * em) return '';
  if (gap <= WIDE_GAP * em) return ' ';
  return edges.some(({ role }) => role === 'item') ? END_OF_LINE : OBJECT_REPLACEMENT;
}

/** A line breaks inside of a word, too, but between boxes only where one ends. */
function acrossLines({ edges, em, areLetters }: Meeting): Seam {
  const items = edges.filter(({ role }) => role === 'item');
  if (items.some(({ element }) => !isWrapping(element))) return END_OF_LINE;
  const width = edges.reduce((sum, edge) => sum + widthOf(edge), 0);
  if (width > WIDE_GAP * em) return OBJECT_REPLACEMENT;
  const areBoxes = edges.some(({ element }) => getComputedStyle(element).display !== 'inline');
  return width >= WORD_GAP * em || (areBoxes && !areLetters) ? ' ' : '';
}

/** What an element's own edge takes, in CSS px. */
function widthOf({ element, side }: Edge): number {
  const style = getComputedStyle(element);
  return [`margin-inline-${side}`, `padding-inline-${side}`, `border-inline-${side}-width`]
    .map((property) => Number.parseFloat(style.getPropertyValue(property)) || 0)
    .reduce((sum, width) => sum + width, 0);
}

/** @returns in CSS px; undefined where the boxes stand on different lines */
function gapBetween(a: DOMRect, b: DOMRect, isDown: boolean): number | undefined {
  const [along, across] = isDown ? [extentDown, extentAcross] : [extentAcross, extentDown];
  const shared = -distance(across(a), across(b));
  const [height, other] = [a, b].map((box) => across(box)[1] - across(box)[0]);
  const isOnLine = shared > 0.25 * Math.min(height ?? 0, other ?? 0);
  return isOnLine ? distance(along(a), along(b)) : undefined;
}

type Extent = [from: number, to: number];
const extentAcross = ({ left, right }: DOMRect): Extent => [left, right];
const extentDown = ({ top, bottom }: DOMRect): Extent => [top, bottom];

/** How far two extents are apart; negative as far as they overlap. */
const distance = ([from, to]: Extent, [otherFrom, otherTo]: Extent): number =>
  Math.max(from, otherFrom) - Math.min(to, otherTo);

function isVertical(node: Text): boolean {
  const parent = parentElementOf(node);
  return parent !== null && !getComputedStyle(parent).writingMode.startsWith('horizontal');
}

function sizeOf(node: Text): number {
  const parent = parentElementOf(node);
  return parent ? sizeIn(parent) : 0;
}

const isLetter = ({ node, from, to }: TextPiece): boolean =>
  to - from <= LETTER_MAX && LETTER.test(node.substringData(from, to - from));

/** With both halves of a pair. */
function lastCharacter({ node, from, to }: TextPiece): string {
  const pair = node.substringData(Math.max(from, to - 2), Math.min(2, to - from));
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1);
}

function firstCharacter({ node, from, to }: TextPiece): string {
  const code = node.substringData(from, Math.min(2, to - from)).codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}
