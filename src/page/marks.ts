/**
 * The marks of a page: where they are, which label each carries, and which node has which. No two share a character.
 * Labels are opaque here; nothing live is kept, and marks of removed text are released.
 */
import { isHere, type MarkedSpan, type TextSpan } from './dom.ts';
import { inkedRanges, type InkedRange } from './ink.ts';
import type { TextPiece } from './text-piece.ts';

/** One marked span with the label that its finder gave it. */
export interface Mark<Label> extends MarkedSpan {
  label: Label;
  range: StaticRange;
  /** The same as ranges whose text is painted in one way each: one for nearly all. */
  inked: readonly InkedRange[];
  /** The characters, where they stand in one text node. */
  text: string | undefined;
}

export interface MarkStore<Label> {
  /** In the order in which they came. */
  all(): Iterable<Mark<Label>>;
  /** Marks that touch a node, in order. */
  in(node: Node): readonly Mark<Label>[];
  /** Takes the place of marks that share a character with it. */
  add(span: MarkedSpan, label: Label): void;
  /** Forgets every mark that begins in one of the pieces. @returns whether there was any */
  removeIn(pieces: Iterable<TextPiece>): boolean;
  /**
   * Forgets a mark whose text has left the document or is another now, and all that share its node and its fate.
   * @returns whether it did
   */
  prune(mark: Mark<Label>): boolean;
  clear(): void;
  /** Grows with every change. */
  revision(): number;
  readonly size: number;
}

export function createMarkStore<Label>(): MarkStore<Label> {
  const marks = new Set<Mark<Label>>();
  /** Sorted by where marks begin; one that began in an earlier node comes first. */
  let byNode = new WeakMap<Node, Mark<Label>[]>();
  let revision = 0;

  const take = (node: Node, isWanted: (mark: Mark<Label>) => boolean): Mark<Label>[] => {
    const known = byNode.get(node) ?? NONE;
    const wanted = known.filter(isWanted);
    if (wanted.length > 0) {
      const gone = new Set(wanted);
      byNode.set(
        node,
        known.filter((mark) => !gone.has(mark)),
      );
    }
    return wanted;
  };
  /** Goes through each list of marks once, however many of them go. */
  const remove = (node: Node, isWanted: (mark: Mark<Label>) => boolean): boolean => {
    const gone = take(node, isWanted);
    for (const mark of gone) {
      marks.delete(mark);
      for (const other of mark.nodes) if (other !== node) take(other, (each) => each === mark);
    }
    if (gone.length > 0) revision++;
    return gone.length > 0;
  };
  const keep = (node: Text, mark: Mark<Label>): void => {
    const known = byNode.get(node);
    if (!known) byNode.set(node, [mark]);
    else known.splice(placeFor(known, node, startIn(mark, node)), 0, mark);
  };
  const makeRoom = (node: Text, mark: Mark<Label>): void => {
    const known = byNode.get(node);
    if (!known) return;
    const place = placeFor(known, node, startIn(mark, node));
    const isShared = [known[place - 1], known[place]].some(
      (each) => each && overlap(each, mark, node),
    );
    if (isShared) remove(node, (each) => overlap(each, mark, node));
  };

  return {
    all: () => marks,
    in: (node) => byNode.get(node) ?? NONE,
    add(span, label) {
      const inked = inkedRanges(span);
      const range = inked.length === 1 && inked[0] ? inked[0].range : new StaticRange(span);
      const mark = { ...span, label, range, inked, text: textIn(span) };
      for (const node of span.nodes) makeRoom(node, mark);
      for (const node of span.nodes) keep(node, mark);
      marks.add(mark);
      revision++;
    },
    removeIn(pieces) {
      let changed = false;
      for (const { node, from, to } of pieces) {
        const isIn = ({ startContainer, startOffset }: Mark<Label>): boolean =>
          startContainer === node && startOffset >= from && startOffset < to;
        changed = remove(node, isIn) || changed;
      }
      return changed;
    },
    prune: (mark) => isGone(mark) && remove(mark.startContainer, isGone),
    clear() {
      marks.clear();
      byNode = new WeakMap();
      revision++;
    },
    revision: () => revision,
    get size() {
      return marks.size;
    },
  };
}

const NONE: readonly never[] = [];

function isGone<Label>(mark: Mark<Label>): boolean {
  const { startContainer, endContainer, endOffset } = mark;
  const isThere =
    isHere(startContainer) && isHere(endContainer) && endOffset <= endContainer.length;
  return !isThere || textIn(mark) !== mark.text;
}

/** Where a mark begins and ends in a node that it touches. */
const startIn = ({ startContainer, startOffset }: TextSpan, node: Text): number =>
  startContainer === node ? startOffset : -1;
const endIn = ({ endContainer, endOffset }: TextSpan, node: Text): number =>
  endContainer === node ? endOffset : Infinity;

const overlap = (a: TextSpan, b: TextSpan, node: Text): boolean =>
  startIn(a, node) < endIn(b, node) && startIn(b, node) < endIn(a, node);

/** The first place in a sorted list at or behind a start. */
function placeFor(sorted: readonly TextSpan[], node: Text, start: number): number {
  let low = 0;
  let high = sorted.length;
  // Text is nearly always read in order.
  const last = sorted.at(-1);
  if (last && startIn(last, node) < start) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle];
    if (each && startIn(each, node) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function textIn({ startContainer, startOffset, endContainer, endOffset }: TextSpan) {
  const isOne = startContainer === endContainer && startOffset <= startContainer.length;
  return isOne ? startContainer.substringData(startOffset, endOffset - startOffset) : undefined;
}
