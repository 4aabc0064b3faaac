/**
 * The run of text around a node: what a reader sees as one line of thought, from block edge to block edge. Asked only
 * where the scanner saw something, because it reads styles and layout. Never longer than what can be judged in a slice:
 * of a longer text it is a window, which decides about its middle alone, so that two windows never disagree.
 */
import { isHere, parentElementOf, type MarkedSpan } from './dom.ts';
import type { LineRoles } from './line-role.ts';
import { collectLine, type Met } from './line-walk.ts';
import { END_OF_LINE, type Edge, type Seams } from './seam.ts';
import type { Step, TextPiece } from './text-piece.ts';

/** How much a piece of a long node takes in on either side: several sentences, as far as evidence counts. UTF-16 code units. */
const REACH = 2048;

/** One text node's part in a run: `start` and `end` are offsets in the run's text, in UTF-16 code units. */
export interface RunPart extends TextPiece {
  start: number;
  end: number;
}

/** Text of consecutive nodes as one string that knows where each character came from. */
export interface TextRun {
  text: string;
  /** In order. */
  parts: readonly RunPart[];
  /** The parts that the run decides about: it says nothing of marks that begin in others. In order. */
  own: readonly RunPart[];
}

/**
 * The run around a text node that is prose.
 * @param step with the piece of the node, where it is too long to be judged as a whole
 * @returns undefined where the node has left the document
 */
export function runAround(
  { node, piece }: Pick<Step, 'node' | 'piece'>,
  { roles, seams }: { roles: LineRoles; seams: Seams },
): TextRun | undefined {
  if (!parentElementOf(node) || !isHere(node)) return undefined;
  const { length } = node;
  // The page may have shortened it since the piece was taken.
  const from = piece ? Math.min(length, Math.max(0, piece.from - REACH)) : 0;
  const to = piece ? Math.min(length, piece.to + REACH) : length;
  const back = from === 0 ? collectLine(node, 'back', roles) : [];
  const on = to === length ? collectLine(node, 'on', roles) : [];
  const { text, parts, own } = join(
    [...back.reverse(), { node, from, to, isNear: true }, ...on],
    node,
    seams,
  );
  return { text, parts, own: piece ? ownOfPiece(own, piece) : own };
}

/** A piece decides about itself, and about what stands before its node, whose names may end in it. */
function ownOfPiece(own: readonly RunPart[], piece: TextPiece): RunPart[] {
  const at = own.findIndex(({ node }) => node === piece.node);
  const part = own[at];
  if (!part) return [];
  const offset = part.start - part.from;
  const to = Math.min(piece.to, part.to);
  const start = piece.from + offset;
  return [...own.slice(0, at), { ...part, from: piece.from, to, start, end: to + offset }];
}

/** @param start,end half-open offsets in the run's text, in UTF-16 code units */
export function spanOf({ parts }: TextRun, start: number, end: number): MarkedSpan | undefined {
  const touched = parts.slice(indexAt(parts, start), indexAt(parts, end - 1) + 1);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return undefined;
  return {
    nodes: touched.map(({ node }) => node),
    startContainer: first.node,
    startOffset: start - first.start + first.from,
    endContainer: last.node,
    endOffset: end - last.start + last.from,
  };
}

/** Whether the run decides about what begins at an offset of its text. */
export const isOwn = ({ own }: TextRun, offset: number): boolean =>
  own[indexAt(own, offset)] !== undefined;

/** Index of the part that an offset of the run's text is in; -1 where there is none. */
function indexAt(parts: readonly RunPart[], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start = 0, end = 0 } = parts[middle] ?? {};
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Puts what was met together, as far as it is one line with the node in its middle. */
function join(met: readonly Met[], center: Text, seams: Seams): TextRun {
  let text = '';
  let parts: RunPart[] = [];
  let own: RunPart[] = [];
  let edges: Edge[] = [];
  let before: TextPiece | undefined;
  let isPastCenter = false;
  for (const each of met) {
    if (typeof each === 'string') {
      text += each;
      before = undefined;
    } else if ('element' in each) edges.push(each);
    else {
      const seam = before && edges.length > 0 ? seams.between(before, each, edges) : '';
      if (seam === END_OF_LINE && isPastCenter) break;
      if (seam === END_OF_LINE) [text, parts, own] = ['', [], []];
      else text += seam;
      edges = [];
      before = each;
      isPastCenter ||= each.node === center;
      const { node, from, to } = each;
      const part = { node, from, to, start: text.length, end: text.length + to - from };
      text += node.substringData(from, to - from);
      parts.push(part);
      if (each.isNear) own.push(part);
    }
  }
  return { text, parts, own };
}
