/** Which text a pass over the page has judged: nodes, and pieces of long ones. Keeps nothing alive. */
import { createLineRoles, type LineRoles } from './line-role.ts';
import { createSeams, type Seams } from './seam.ts';
import type { TextPiece } from './text-piece.ts';

export interface Seen {
  /** What the elements of the page are to its lines, as far as it was asked. */
  roles: LineRoles;
  /** How its text nodes meet, as far as it was asked. */
  seams: Seams;
  has(node: Text, piece?: TextPiece): boolean;
  add(node: Text, piece?: TextPiece): void;
}

export function createSeen(): Seen {
  const nodes = new WeakSet<Text>();
  const pieces = new WeakMap<Text, Set<number>>();
  return {
    roles: createLineRoles(),
    seams: createSeams(),
    has: (node, piece) => (piece ? pieces.get(node)?.has(piece.from) === true : nodes.has(node)),
    add(node, piece) {
      if (!piece) nodes.add(node);
      else pieces.set(node, (pieces.get(node) ?? new Set()).add(piece.from));
    },
  };
}
