/** Walks from a text node in one direction to the end of its line of text. Knows elements, no words. */
import { parentElementOf, walkerOver } from './dom.ts';
import { isReading, type LineRole, type LineRoles } from './line-role.ts';
import { OBJECT_REPLACEMENT, type Edge } from './seam.ts';
import { LONG_TEXT, type TextPiece } from './text-piece.ts';

/**
 * How far a walk goes (`reach`), and how far its text is judged (`near`), in UTF-16 code units. Near text has several
 * sentences on either side, which is as far as evidence counts. Pages are read in order, so less text before the node is
 * still to be judged.
 */
const LIMITS = { back: { near: 1024, reach: 3072 }, on: { near: 4096, reach: 6144 } };
/** The smallest cost of a text node and of an element, so that letters in separate elements do not make a long task. */
const TEXT_COST = 16;
const ELEMENT_COST = 4;

/** A piece of text that the walk passes. */
export interface MetText extends TextPiece {
  /** Whether it is a whole node, far enough from the end of the walk to be judged. */
  isNear: boolean;
}

/** What a walk passes: text, a character for something that is not text, or the edge of an element. */
export type Met = MetText | string | Edge;

type Direction = 'back' | 'on';

/** What is before or after a text node in its line, the nearest first. */
export function collectLine(from: Text, direction: Direction, roles: LineRoles): Met[] {
  const { near, reach } = LIMITS[direction];
  const met: Met[] = [];
  let cost = 0;
  for (const each of walkLine(from, direction, roles)) {
    const isText = typeof each === 'object' && 'node' in each;
    cost += isText ? Math.max(TEXT_COST, each.to - each.from) : ELEMENT_COST;
    if (isText && cost > near) each.isNear = false;
    met.push(each);
    if (cost >= reach) return met;
  }
  for (const each of met)
    if (typeof each === 'object' && 'node' in each) each.isNear = isWhole(each);
  return met;
}

const isWhole = ({ node, from, to }: TextPiece): boolean => from === 0 && to === node.length;

function* walkLine(from: Text, direction: Direction, roles: LineRoles): Generator<Met> {
  const isOn = direction === 'on';
  const walker = walkerOver(document, 'element', 'text');
  walker.currentNode = from;
  /** Whether there was only white space so far, and whether it followed a large first letter. */
  let isBlank = true;
  let isAfterInitial = false;
  for (;;) {
    let at = isOn ? walker.nextSibling() : walker.previousSibling();
    if (!at) {
      const parent = walker.parentNode();
      if (!(parent instanceof Element)) return;
      const role = roles.of(parent);
      if (!isThrough(role)) {
        if (!isOn && isBlank) yield* initialBefore(parent, roles);
        return;
      }
      isAfterInitial ||= role === 'initial' && isBlank;
      yield { element: parent, role, side: isOn ? 'end' : 'start' };
      continue;
    }
    while (at) {
      if (at instanceof Text) {
        const piece = pieceOf(at, direction, roles);
        if (piece) yield piece;
        isBlank &&= piece === undefined || /^\s*$/.test(at.data);
        break;
      }
      const element = at;
      const role = roles.of(element);
      if (role === 'block' && !(isOn && isBlank && isAfterInitial)) return;
      const isEntered = isThrough(role) || role === 'block';
      const met = role === 'break' ? '\n' : role === 'object' ? OBJECT_REPLACEMENT : undefined;
      if (met !== undefined) yield met;
      // A reading does not split a word; a note does.
      else if (!isReading(element)) {
        yield { element, role, side: isEntered === isOn ? 'start' : 'end' };
      }
      isBlank &&= met === undefined;
      at = !isEntered ? null : isOn ? walker.firstChild() : walker.lastChild();
    }
  }
}

const isThrough = (role: LineRole): boolean =>
  role === 'inline' || role === 'item' || role === 'initial';

/** @returns the near part of a long node; undefined for text that a reader does not see */
function pieceOf(node: Text, direction: Direction, roles: LineRoles): MetText | undefined {
  const parent = parentElementOf(node);
  const { length, data } = node;
  if (!parent || length === 0) return undefined;
  // To test a long text for white space would read all of it.
  if (length <= LONG_TEXT && /^\s*$/.test(data) && roles.isRow(parent)) return undefined;
  if (length <= LONG_TEXT) return { node, from: 0, to: length, isNear: true };
  const { reach } = LIMITS[direction];
  const from = direction === 'back' ? length - reach : 0;
  return { node, from, to: from + reach, isNear: false };
}

/** A large first letter in an element before its paragraph. */
function* initialBefore(block: Element, roles: LineRoles): Generator<Met> {
  const walker = walkerOver(document, 'element');
  walker.currentNode = block;
  const element = walker.previousSibling();
  if (!(element instanceof Element) || roles.of(element) !== 'initial') return;
  yield { element, role: 'initial', side: 'end' };
  const texts = walkerOver(element, 'text');
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const piece = pieceOf(node, 'back', roles);
    if (piece && piece.to > 0 && /\S/.test(node.data)) {
      yield piece;
      return;
    }
  }
}
