/**
 * Asks a question about all text of a tree, as the browser joins it: far faster than a walk, and without a place. Knows nodes, and
 * not what is asked.
 */
import { firstChildOf, hasMatch, matches, nextOf, textOf } from './dom.ts';
import { runInSlices } from './slices.ts';

/** Elements whose text is code; it may be longer than all other text of a page. */
const CODE = 'script,style';
/** Below so many elements that have code in them, code is taken for text: each of them costs a search. */
const DEPTH_MAX = 40;
/** How much text is looked at first, in UTF-16 code units, and then twice as much each time: a story often names somebody early. */
const FIRST_PIECE = 4_000;
/** The most that is looked at between two looks at the clock: about half a millisecond. */
const PIECE_MAX = 100_000;
/** How much of it is looked at twice, so that nothing is cut: the longest name with a wide gap. */
const OVERLAP = 500;

/** The text below a node in one string, also what is hidden, without shadow trees and code. */
function wholeTextOf(root: Node, depth = 0): string {
  if (root instanceof Element && matches(root, CODE)) return '';
  const isWhole = !(root instanceof Document) && (depth >= DEPTH_MAX || !hasMatch(root, CODE));
  if (isWhole) return textOf(root) ?? '';
  let text = '';
  for (let node = firstChildOf(root); node; node = nextOf(node))
    text += wholeTextOf(node, depth + 1);
  return text;
}

/**
 * Looks at the text in slices.
 * @param isYes whether a piece of text makes the answer yes
 * @param onAnswer called once, unless the signal aborts
 */
export function askOfText(
  root: Node,
  isYes: (text: string) => boolean,
  onAnswer: (answer: boolean) => void,
  signal: AbortSignal,
): void {
  const text = wholeTextOf(root);
  let at = 0;
  let piece = FIRST_PIECE;
  runInSlices(() => {
    const answer = isYes(text.slice(at, at + piece + OVERLAP));
    at += piece;
    piece = Math.min(2 * piece, PIECE_MAX);
    if (!answer && at < text.length) return true;
    onAnswer(answer);
    return false;
  }, signal);
}
