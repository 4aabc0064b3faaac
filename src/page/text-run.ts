/**
 * The run of text around a node: what a reader sees as one line of thought, from block edge to block edge.
 * Asked only where the scanner saw something, because telling blocks from inline elements reads styles.
 */

/** A character that no name contains: stands for what is skipped inside a run. */
const OBJECT_REPLACEMENT = '\ufffc';

/** Elements whose text is not prose, or is being typed. Page text in them is never marked. */
const SKIPPED =
  'head,script,style,noscript,template,textarea,input,select,option,code,kbd,samp,svg,math,canvas,iframe,object,[contenteditable]:not([contenteditable=false]),[role=textbox]';
/** Holds code and tables, except that a plain-text document is nothing else. */
const PREFORMATTED = 'pre';
const REPLACED = 'img,video,audio,embed';

const INLINE_DISPLAY = /^(inline|contents|ruby)/;

/** One text node's part in a run: `start` is where its text begins in the run, in UTF-16 code units. */
interface RunPart {
  node: Text;
  start: number;
  end: number;
}

/** Text of consecutive nodes as one string that knows where each character came from. */
export interface TextRun {
  text: string;
  parts: RunPart[];
}

/** A place in the page: what a `StaticRange` is made of. */
export interface TextSpan {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

// Called by prototype: on a form, an input named "closest" would stand in for the method.
const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

const skipped = (): string =>
  document.contentType === 'text/plain' ? SKIPPED : `${SKIPPED},${PREFORMATTED}`;

/** @returns undefined where the text is not prose (form fields, code, scripts) or is out of the document */
export function runAround(node: Text): TextRun | undefined {
  const parent = node.parentElement;
  if (!parent || !node.isConnected || closest(parent, skipped())) return undefined;
  const before = collect(node, 'back');
  const after = collect(node, 'on');
  const run: TextRun = { text: '', parts: [] };
  for (const piece of [...before.reverse(), node, ...after]) {
    if (typeof piece === 'string') {
      run.text += piece;
      continue;
    }
    const start = run.text.length;
    run.text += piece.data;
    run.parts.push({ node: piece, start, end: run.text.length });
  }
  return run;
}

/** @param start,end half-open offsets in the run's text, in UTF-16 code units */
export function spanOf(run: TextRun, start: number, end: number): TextSpan | undefined {
  const first = run.parts.find((part) => start >= part.start && start < part.end);
  const last = run.parts.find((part) => end > part.start && end <= part.end);
  if (!first || !last) return undefined;
  return {
    startContainer: first.node,
    startOffset: start - first.start,
    endContainer: last.node,
    endOffset: end - last.start,
  };
}

type Piece = Text | string;
/** Answer of `pieceOf` at the edge of a block. */
const END_OF_RUN = null;

/**
 * Walks the document's order to one side until a block begins or ends. By a `TreeWalker`, whose steps a
 * page cannot shadow with elements of its own.
 */
function collect(from: Text, direction: 'back' | 'on'): Piece[] {
  const walker = document.createTreeWalker(
    document,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  walker.currentNode = from;
  const pieces: Piece[] = [];
  const toSibling = (): Node | null =>
    direction === 'back' ? walker.previousSibling() : walker.nextSibling();
  const toChild = (): Node | null =>
    direction === 'back' ? walker.lastChild() : walker.firstChild();
  for (;;) {
    let at = toSibling();
    if (!at) {
      const parent = walker.parentNode();
      if (!(parent instanceof Element) || isBlock(parent)) return pieces;
      continue;
    }
    while (at) {
      const piece = pieceOf(at);
      if (piece === END_OF_RUN) return pieces;
      if (piece !== undefined) pieces.push(piece);
      at = piece === undefined ? toChild() : null;
    }
  }
}

/** What a node on the way adds to the run: its text, a stand-in, or (undefined) what is inside of it. */
function pieceOf(node: Node): Piece | typeof END_OF_RUN | undefined {
  if (node instanceof Text) return node;
  if (!(node instanceof Element)) return '';
  if (matches(node, 'br')) return '\n';
  const { display } = getComputedStyle(node);
  if (display === 'none') return '';
  if (!INLINE_DISPLAY.test(display)) return END_OF_RUN;
  return matches(node, skipped()) || matches(node, REPLACED) ? OBJECT_REPLACEMENT : undefined;
}

function isBlock(element: Element): boolean {
  return !INLINE_DISPLAY.test(getComputedStyle(element).display);
}
