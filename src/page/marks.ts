/**
 * The marks of a page: their spans and labels, and which node has which marks. No two marks share a character. Labels are
 * opaque here. Live ranges are not kept, and marks of removed text are released.
 */
import { isInDocument, type MarkedSpan, type TextSpan } from './dom.ts';
import { paintedRanges, type PaintedRange } from './text-paint.ts';
import type { TextPiece } from './text-piece.ts';

/** One marked span with the label that its finder gave it. */
export interface Mark<Label> extends MarkedSpan {
  label: Label;
  range: StaticRange;
  /** The same span, cut into ranges that each have one text paint. Nearly every mark has one. */
  painted: readonly PaintedRange[];
  /** The marked characters; undefined if they are in several text nodes. */
  text: string | undefined;
}

export interface MarkStore<Label> {
  /** In the order in which they were added. */
  all(): Iterable<Mark<Label>>;
  /** Marks that touch a node, in order. */
  in(node: Node): readonly Mark<Label>[];
  /** Adds a mark, and removes marks that share a character with it. */
  add(span: MarkedSpan, label: Label): void;
  /** Removes every mark that begins in one of the pieces. @returns whether there were any */
  removeIn(pieces: Iterable<TextPiece>): boolean;
  /**
   * Removes a mark whose text has changed or left the document, and any other such mark in its node.
   * @returns whether it removed a mark
   */
  prune(mark: Mark<Label>): boolean;
  clear(): void;
  /** Grows with every change. */
  revision(): number;
  readonly size: number;
}

export function createMarkStore<Label>(): MarkStore<Label> {
  const marks = new Set<Mark<Label>>();
  const byNode = createNodeIndex<Label>();
  /** Owned by `add`, `remove` and `clear`. */
  let revision = 0;

  /** Goes through each list of marks once, however many marks it removes. */
  const remove = (node: Node, isWanted: (mark: Mark<Label>) => boolean): boolean => {
    const gone = byNode.take(node, isWanted);
    for (const mark of gone) {
      marks.delete(mark);
      for (const other of mark.nodes) {
        if (other !== node) byNode.take(other, (each) => each === mark);
      }
    }
    if (gone.length > 0) revision++;
    return gone.length > 0;
  };

  return {
    all: () => marks,
    in: byNode.in,
    add(span, label) {
      const painted = paintedRanges(span);
      const range = painted.length === 1 && painted[0] ? painted[0].range : new StaticRange(span);
      const mark = { ...span, label, range, painted, text: textIn(span) };
      for (const node of span.nodes) {
        if (byNode.overlaps(node, mark)) remove(node, (each) => overlap(each, mark, node));
      }
      for (const node of span.nodes) byNode.insert(node, mark);
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
      byNode.clear();
      revision++;
    },
    revision: () => revision,
    get size() {
      return marks.size;
    },
  };
}

/** The marks that touch each node, sorted by where they begin; a mark from an earlier node comes first. */
function createNodeIndex<Label>() {
  /** Replaced by `clear`. */
  let lists = new WeakMap<Node, Mark<Label>[]>();
  return {
    in: (node: Node): readonly Mark<Label>[] => lists.get(node) ?? NONE,
    /** Removes marks from one node's list. @returns the removed marks */
    take(node: Node, isWanted: (mark: Mark<Label>) => boolean): Mark<Label>[] {
      const known = lists.get(node) ?? NONE;
      const wanted = new Set(known.filter(isWanted));
      if (wanted.size > 0) {
        lists.set(
          node,
          known.filter((mark) => !wanted.has(mark)),
        );
      }
      return [...wanted];
    },
    insert(node: Text, mark: Mark<Label>): void {
      const known = lists.get(node);
      if (!known) lists.set(node, [mark]);
      else known.splice(indexFor(known, node, startIn(mark, node)), 0, mark);
    },
    /** Whether a mark shares a character of a node with another mark. */
    overlaps(node: Text, mark: Mark<Label>): boolean {
      const known = lists.get(node);
      if (!known) return false;
      const index = indexFor(known, node, startIn(mark, node));
      return [known[index - 1], known[index]].some((each) => each && overlap(each, mark, node));
    },
    clear(): void {
      lists = new WeakMap();
    },
  };
}

const NONE: readonly never[] = [];

function isGone<Label>(mark: Mark<Label>): boolean {
  const { startContainer, endContainer, endOffset } = mark;
  const isThere =
    isInDocument(startContainer) && isInDocument(endContainer) && endOffset <= endContainer.length;
  return !isThere || textIn(mark) !== mark.text;
}

/** Where a mark begins and ends in a node that it touches. */
const startIn = ({ startContainer, startOffset }: TextSpan, node: Text): number =>
  startContainer === node ? startOffset : -1;
const endIn = ({ endContainer, endOffset }: TextSpan, node: Text): number =>
  endContainer === node ? endOffset : Infinity;

const overlap = (a: TextSpan, b: TextSpan, node: Text): boolean =>
  startIn(a, node) < endIn(b, node) && startIn(b, node) < endIn(a, node);

/** The first index in a sorted list at or after a start. */
function indexFor(sorted: readonly TextSpan[], node: Text, start: number): number {
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
