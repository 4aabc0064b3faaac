/** The text that a pass over the page has judged: nodes, and pieces of long nodes. Keeps no node and no pass alive. */
import { createLineRoles, type LineRoles } from './line-role.ts';
import { createSeams, type Seams } from './seam.ts';
import type { Pass } from './pass.ts';
import type { TextPiece } from './text-piece.ts';

export interface Seen {
  /** The roles of the page's elements in their lines. */
  roles: LineRoles;
  /** The seams between the page's text nodes. */
  seams: Seams;
  has(node: Text, piece?: TextPiece): boolean;
  add(node: Text, piece?: TextPiece): void;
}

/** What each pass has seen. */
export function createSeenByPass(): (pass: Pass) => Seen {
  const known = new WeakMap<Pass, Seen>();
  return (pass) => {
    const seen = known.get(pass) ?? createSeen();
    known.set(pass, seen);
    return seen;
  };
}

function createSeen(): Seen {
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
