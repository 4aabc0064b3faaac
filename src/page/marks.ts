/**
 * The marks of a page: where they are, which label each carries, and which node has which. Labels are
 * opaque here; nothing live is kept, and marks of removed text are released.
 */
import type { TextSpan } from './text-run.ts';

/** One marked span with the label that its finder gave it. */
export interface Mark<Label> extends TextSpan {
  label: Label;
  range: StaticRange;
}

export interface MarkStore<Label> {
  all(): Iterable<Mark<Label>>;
  /** Marks that begin or end in a node. */
  in(node: Node): readonly Mark<Label>[];
  add(span: TextSpan, label: Label): void;
  /** Forgets every mark that touches one of the nodes. @returns whether there was any */
  removeIn(nodes: Iterable<Node>): boolean;
  /** Forgets the marks whose text has left the document. @returns whether there was any */
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

  return {
    all: () => marks,
    in: (node) => byNode.get(node) ?? [],
    add(span, label) {
      const mark = { ...span, label, range: new StaticRange(span) };
      marks.add(mark);
      for (const node of new Set([span.startContainer, span.endContainer])) {
        byNode.set(node, [...(byNode.get(node) ?? []), mark]);
      }
    },
    removeIn(nodes) {
      const touched = new Set([...nodes].flatMap((node) => byNode.get(node) ?? []));
      touched.forEach(remove);
      return touched.size > 0;
    },
    prune() {
      const gone = [...marks].filter(
        ({ startContainer, endContainer }) =>
          !startContainer.isConnected || !endContainer.isConnected,
      );
      gone.forEach(remove);
      return gone.length > 0;
    },
    clear() {
      marks.clear();
      byNode = new WeakMap();
    },
    get size() {
      return marks.size;
    },
  };
}
