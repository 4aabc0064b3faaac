/**
 * The run of text around a node: what a reader sees as one line of thought, from block edge to block edge.
 * Asked only where the scanner saw something, because telling blocks from inline elements reads styles. Never
 * longer than what can be judged in a slice: a longer run is cut, and its parts overlap.
 */
import { isHere, matches, parentElementOf } from './dom.ts';
import { isSkipped } from './prose.ts';

/** A character that no name contains: stands for what is skipped inside a run. */
const OBJECT_REPLACEMENT = '\ufffc';
const REPLACED = 'img,video,audio,embed';
const INLINE_DISPLAY = /^(inline|contents|ruby)/;

/** Text nodes longer than this are read piece by piece, in UTF-16 code units. */
export const LONG_TEXT = 16_384;
/** How much a run takes in on either side of its node: several sentences, which is as far as evidence counts. */
const REACH = 4096;
/** The same for a piece out of a long node. */
const PIECE_REACH = 1024;

/** A piece of one text node, half-open, in UTF-16 code units. */
export interface TextPiece {
  node: Text;
  from: number;
  to: number;
}

/** One text node's part in a run: `start` is where its piece begins in the run, in UTF-16 code units. */
interface RunPart extends TextPiece {
  start: number;
  end: number;
}

/** Text of consecutive nodes as one string that knows where each character came from. */
export interface TextRun {
  text: string;
  parts: RunPart[];
  /** What the run decides about; marks elsewhere in its parts are others' business. */
  own: readonly TextPiece[];
}

/** A place in the page: what a `StaticRange` is made of. */
export interface TextSpan {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

/**
 * The run around a text node that is prose.
 * @param piece of the node, where it is too long to be judged as a whole
 * @returns undefined where the node has left the document
 */
export function runAround(node: Text, piece?: TextPiece): TextRun | undefined {
  if (!parentElementOf(node) || !isHere(node)) return undefined;
  const { length } = node;
  // The page may have shortened it since the piece was taken.
  const from = piece ? Math.min(length, Math.max(0, piece.from - PIECE_REACH)) : 0;
  const to = piece ? Math.min(length, piece.to + PIECE_REACH) : length;
  const run: TextRun = { text: '', parts: [], own: [] };
  const add = (part: TextPiece | string): void => {
    const start = run.text.length;
    run.text +=
      typeof part === 'string' ? part : part.node.substringData(part.from, part.to - part.from);
    if (typeof part !== 'string') run.parts.push({ ...part, start, end: run.text.length });
  };
  if (from === 0) collect(node, 'back').reverse().forEach(add);
  add({ node, from, to });
  if (to === length) collect(node, 'on').forEach(add);
  run.own = piece ? [piece] : run.parts;
  return run;
}

/** @param start,end half-open offsets in the run's text, in UTF-16 code units */
export function spanOf(run: TextRun, start: number, end: number): TextSpan | undefined {
  const first = run.parts.find((part) => start >= part.start && start < part.end);
  const last = run.parts.find((part) => end > part.start && end <= part.end);
  if (!first || !last) return undefined;
  return {
    startContainer: first.node,
    startOffset: start - first.start + first.from,
    endContainer: last.node,
    endOffset: end - last.start + last.from,
  };
}

type Part = TextPiece | string;
/** Answer of `pieceOf` at the edge of a block. */
const END_OF_RUN = null;

/**
 * Walks the document's order to one side until a block begins or ends, or `REACH` is reached. By a `TreeWalker`,
 * whose steps a page cannot shadow with elements of its own.
 */
function collect(from: Text, direction: 'back' | 'on'): Part[] {
  const walker = document.createTreeWalker(
    document,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  walker.currentNode = from;
  const parts: Part[] = [];
  let length = 0;
  const toSibling = (): Node | null =>
    direction === 'back' ? walker.previousSibling() : walker.nextSibling();
  const toChild = (): Node | null =>
    direction === 'back' ? walker.lastChild() : walker.firstChild();
  for (;;) {
    let at = toSibling();
    if (!at) {
      const parent = walker.parentNode();
      if (!(parent instanceof Element) || isBlock(parent)) return parts;
      continue;
    }
    while (at) {
      const part = partOf(at, direction);
      if (part === END_OF_RUN) return parts;
      if (part !== undefined) {
        parts.push(part);
        length += typeof part === 'string' ? part.length : part.to - part.from;
        if (length >= REACH) return parts;
      }
      at = part === undefined ? toChild() : null;
    }
  }
}

/** What a node on the way adds to the run: its text, a stand-in, or (undefined) what is inside of it. */
function partOf(node: Node, direction: 'back' | 'on'): Part | typeof END_OF_RUN | undefined {
  if (node instanceof Text) {
    const { length } = node;
    if (length <= LONG_TEXT) return { node, from: 0, to: length };
    return direction === 'back'
      ? { node, from: length - REACH, to: length }
      : { node, from: 0, to: REACH };
  }
  if (!(node instanceof Element)) return '';
  if (matches(node, 'br')) return '\n';
  const { display } = getComputedStyle(node);
  if (display === 'none') return '';
  if (!INLINE_DISPLAY.test(display)) return END_OF_RUN;
  return isSkipped(node) || matches(node, REPLACED) ? OBJECT_REPLACEMENT : undefined;
}

function isBlock(element: Element): boolean {
  return !INLINE_DISPLAY.test(getComputedStyle(element).display);
}
