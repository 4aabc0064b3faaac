/** Which text a pass over the page has judged: nodes, and pieces of long ones. Keeps nothing alive. */
import type { TextPiece } from './text-piece.ts';

export interface Seen {
  has(node: Text, piece?: TextPiece): boolean;
  add(node: Text, piece?: TextPiece): void;
}

export function createSeen(): Seen {
  const nodes = new WeakSet<Text>();
  const pieces = new WeakMap<Text, Set<number>>();
  return {
    has: (node, piece) => (piece ? pieces.get(node)?.has(piece.from) === true : nodes.has(node)),
    add(node, piece) {
      if (!piece) nodes.add(node);
      else pieces.set(node, (pieces.get(node) ?? new Set()).add(piece.from));
    },
  };
}
