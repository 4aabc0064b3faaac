/** Walks the document's order from a text node to one side, as far as the line of text goes. Knows elements, no words. */
import { parentElementOf } from './dom.ts';
import { isReading, type LineRole, type LineRoles } from './line-role.ts';
import { OBJECT_REPLACEMENT, type Edge } from './seam.ts';
import { LONG_TEXT, type TextPiece } from './text-piece.ts';

/**
 * How far a walk goes, and how far what is met is near: it then has several sentences on either side, which is as far as
 * evidence counts. Pages are read in order, so less of what came before is still to be judged. In UTF-16 code units.
 */
const LIMITS = { back: { near: 1024, reach: 3072 }, on: { near: 4096, reach: 6144 } };
/** What a text node and an element count at least, so that letters with an element each do not cost a long task. */
const TEXT_COST = 16;
const ELEMENT_COST = 4;

/** A piece of text on the way. */
export interface MetText extends TextPiece {
  /** Whether it is all of its node, and far enough from where the walk was cut off. */
  isNear: boolean;
}

/** What a walk meets: text, what stands for something else, and edges of elements. */
export type Met = MetText | string | Edge;

type Direction = 'back' | 'on';

/** What stands before or behind a text node in its line, the nearest first. */
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

/** By a `TreeWalker`, whose steps a page cannot shadow with elements of its own. */
function* walkLine(from: Text, direction: Direction, roles: LineRoles): Generator<Met> {
  const isOn = direction === 'on';
  const { SHOW_ELEMENT, SHOW_TEXT } = NodeFilter;
  const walker = document.createTreeWalker(document, SHOW_ELEMENT | SHOW_TEXT);
  walker.currentNode = from;
  /** Whether nothing but white space came yet, and whether it came behind a large first letter. */
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
      const element = at as Element;
      const role = roles.of(element);
      if (role === 'block' && !(isOn && isBlank && isAfterInitial)) return;
      const isEntered = isThrough(role) || role === 'block';
      const met = role === 'break' ? '\n' : role === 'object' ? OBJECT_REPLACEMENT : undefined;
      if (met !== undefined) yield met;
      // How a word is read does not part it; a note does.
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

/** @returns undefined for text that is not there for a reader; of a long node what is near */
function pieceOf(node: Text, direction: Direction, roles: LineRoles): MetText | undefined {
  const parent = parentElementOf(node);
  const { length, data } = node;
  if (!parent || length === 0) return undefined;
  // A test of a long text for white space would read it as a whole.
  if (length <= LONG_TEXT && /^\s*$/.test(data) && roles.isRow(parent)) return undefined;
  if (length <= LONG_TEXT) return { node, from: 0, to: length, isNear: true };
  const { reach } = LIMITS[direction];
  const from = direction === 'back' ? length - reach : 0;
  return { node, from, to: from + reach, isNear: false };
}

/** A large first letter that stands before the paragraph that goes on with it. */
function* initialBefore(block: Element, roles: LineRoles): Generator<Met> {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = block;
  const element = walker.previousSibling();
  if (!(element instanceof Element) || roles.of(element) !== 'initial') return;
  yield { element, role: 'initial', side: 'end' };
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const piece = pieceOf(node as Text, 'back', roles);
    if (piece && piece.to > 0 && /\S/.test((node as Text).data)) {
      yield piece;
      return;
    }
  }
}
