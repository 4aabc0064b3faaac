/** Pieces of text nodes: a long node is read and judged piece by piece. Knows lengths alone. */

/** Text nodes longer than this are read piece by piece, in UTF-16 code units. */
export const LONG_TEXT = 8192;
/** Length of a piece of a long text node, in UTF-16 code units. */
export const PIECE = 4096;

/** A piece of one text node, half-open, in UTF-16 code units. */
export interface TextPiece {
  node: Text;
  from: number;
  to: number;
}

/** A text node, or a piece of a long one. */
export interface Step {
  node: Text;
  text: string;
  piece?: TextPiece | undefined;
  /** Whether it stands beside the line: a note, or how something is read. It is no part of the text around it. */
  aside?: boolean;
}

/** The text node, or the piece of a long one that an offset is in: pieces begin where a walk's do. */
export function pieceAt(node: Text, offset: number): Step {
  if (node.length <= LONG_TEXT) return { node, text: node.data };
  const from = Math.floor(Math.min(offset, node.length - 1) / PIECE) * PIECE;
  const to = Math.min(node.length, from + PIECE);
  return { node, text: node.substringData(from, to - from), piece: { node, from, to } };
}
