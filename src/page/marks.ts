/**
 * The marks of a page: where they are, which label each carries, and which node has which. Labels are
 * opaque here; nothing live is kept, and marks of removed text are released.
 */
import { contains, isHere } from './dom.ts';
import type { TextPiece, TextSpan } from './text-run.ts';

/** One marked span with the label that its finder gave it. */
export interface Mark<Label> extends TextSpan {
  label: Label;
  range: StaticRange;
  /** The characters, where they stand in one text node. */
  text: string | undefined;
}

export interface MarkStore<Label> {
  all(): Iterable<Mark<Label>>;
  /** Marks that begin or end in a node. */
  in(node: Node): readonly Mark<Label>[];
  add(span: TextSpan, label: Label): void;
  /** Forgets every mark that touches one of the pieces. @returns whether there was any */
  removeIn(pieces: Iterable<TextPiece>): boolean;
  /** Forgets every mark inside of an element. @returns whether there was any */
  removeBelow(element: Node): boolean;
  /** Forgets the marks whose text has left the document or is another now. @returns whether there was any */
  prune(): boolean;
  clear(): void;
  readonly size: number;
}

export function createMarkStore<Label>(): MarkStore<Label> {
  const marks = new Set<Mark<Label>>();
  let byNode = new WeakMap<Node, Mark<Label>[]>();

  const remove = (mark: Mark<Label>): void => {
    marks.delete(mark);
    for (const node of new Set([mark.startContainer, mark.endContainer])) {
      byNode.set(
        node,
        (byNode.get(node) ?? []).filter((other) => other !== mark),
      );
    }
  };

  const removeWhere = (isGone: (mark: Mark<Label>) => boolean): boolean => {
    const gone = [...marks].filter(isGone);
    gone.forEach(remove);
    return gone.length > 0;
  };

  return {
    all: () => marks,
    in: (node) => byNode.get(node) ?? [],
    add(span, label) {
      const mark = { ...span, label, range: new StaticRange(span), text: textOf(span) };
      marks.add(mark);
      for (const node of new Set([span.startContainer, span.endContainer])) {
        const known = byNode.get(node);
        if (known) known.push(mark);
        else byNode.set(node, [mark]);
      }
    },
    removeIn(pieces) {
      const touched = new Set<Mark<Label>>();
      for (const piece of pieces) {
        for (const mark of byNode.get(piece.node) ?? [])
          if (touches(mark, piece)) touched.add(mark);
      }
      touched.forEach(remove);
      return touched.size > 0;
    },
    removeBelow: (element) =>
      removeWhere(({ startContainer }) => contains(element, startContainer)),
    prune: () =>
      removeWhere(
        (mark) =>
          !isHere(mark.startContainer) ||
          !isHere(mark.endContainer) ||
          mark.endOffset > mark.endContainer.length ||
          textOf(mark) !== mark.text,
      ),
    clear() {
      marks.clear();
      byNode = new WeakMap();
    },
    get size() {
      return marks.size;
    },
  };
}

function touches(mark: TextSpan, { node, from, to }: TextPiece): boolean {
  const start = mark.startContainer === node ? mark.startOffset : 0;
  const end = mark.endContainer === node ? mark.endOffset : Infinity;
  return start < to && end > from;
}

function textOf({ startContainer, startOffset, endContainer, endOffset }: TextSpan) {
  const isOne = startContainer === endContainer && startOffset <= startContainer.length;
  return isOne ? startContainer.substringData(startOffset, endOffset - startOffset) : undefined;
}
