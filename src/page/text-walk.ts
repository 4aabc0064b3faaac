/** Walks over text nodes: through a tree however it changes meanwhile, and to the neighbours of a change. */
import { contains, hasMatch, isHere, parentElementOf } from './dom.ts';
import { ASIDE_SELECTOR, isNamedAside } from './line-role.ts';
import { LONG_TEXT, PIECE, type Step, type TextPiece } from './text-piece.ts';

/** How often a walk starts again because the page removed the place where it stood. */
const RESTARTS_MAX = 5;
/** How many text nodes to either side of a changed one may belong to a name with it. */
const NEIGHBOURS_MAX = 24;
/** How much text to either side may belong to a name with it, in UTF-16 code units. */
const NEAR = 200;

export interface TextWalk {
  /** A step is good until the next one: it may be the same object. */
  next(): Readonly<Step> | undefined;
  /** To be called after a pause, in which the page may have changed. */
  resume(): void;
}

/** Steps that were kept, once more. */
export function walkOver(kept: readonly Step[]): TextWalk {
  let at = 0;
  return { next: () => kept[at++], resume: () => undefined };
}

/** The text nodes under a root in order. */
export function createTextWalk(root: Node): TextWalk {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** Most pages have none, and are not asked for each text. */
  const hasAsides = root instanceof Text || hasMatch(root, ASIDE_SELECTOR);
  let step: Step | undefined;
  let restarts = 0;
  /** A walker never gives its own root. */
  let first = root instanceof Text ? root : undefined;
  /** What is left of a long text node. */
  let long: { node: Text; data: string; at: number } | undefined;

  const nextNode = (): Text | null => {
    if (!first) return walker.nextNode() as Text | null;
    const node = first;
    first = undefined;
    return node;
  };
  /** On pages of many nodes an object for each would be most of what is thrown away. */
  const stepOf = (node: Text, text: string, piece?: TextPiece): Step => {
    const aside = hasAsides && isNamedAside(parentElementOf(node));
    if (!step) return (step = { node, text, piece, aside });
    step.node = node;
    step.text = text;
    step.piece = piece;
    step.aside = aside;
    return step;
  };
  const nextPiece = (): Step | undefined => {
    if (!long) return undefined;
    const { node, data, at } = long;
    const to = Math.min(data.length, at + PIECE);
    long = to < data.length ? { node, data, at: to } : undefined;
    return stepOf(node, data.slice(at, to), { node, from: at, to });
  };
  return {
    next() {
      if (long) return nextPiece();
      const node = nextNode();
      if (!node) return undefined;
      const { data } = node;
      if (data.length <= LONG_TEXT) return stepOf(node, data);
      long = { node, data, at: 0 };
      return nextPiece();
    },
    /** Begins again where the page took away the node that the walk stood on. */
    resume() {
      if (long && !isHere(long.node)) long = undefined;
      if (contains(root, walker.currentNode) || restarts >= RESTARTS_MAX) return;
      restarts++;
      walker.currentNode = root;
    },
  };
}

/** The text at both ends of a changed node: names may begin or end outside of it. */
export function edgeTexts(node: Node): Text[] {
  if (!isHere(node)) return [];
  if (node instanceof Text) return [node];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  const first = walker.nextNode();
  if (first instanceof Text) texts.push(first);
  const all = document.createTreeWalker(node);
  while (all.lastChild());
  if (all.currentNode instanceof Text && all.currentNode !== first) texts.push(all.currentNode);
  return texts;
}

/**
 * A text node with what is near before and after it, in order, wherever blocks begin and end. What stands beside the
 * line (a note, a reading) is left out, or is all that is given.
 */
export function neighbourhood(node: Text): Step[] {
  const aside = isNamedAside(parentElementOf(node));
  const around = (direction: 'previousNode' | 'nextNode'): Step[] => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    const found: Step[] = [];
    let units = 0;
    for (let count = 0; count < NEIGHBOURS_MAX && units < NEAR; count++) {
      const next = walker[direction]() as Text | null;
      if (!next) break;
      if (isNamedAside(parentElementOf(next)) !== aside) continue;
      const from = direction === 'nextNode' ? 0 : Math.max(0, next.length - NEAR);
      const text = next.substringData(from, NEAR);
      units += text.length;
      found.push({ node: next, text });
    }
    return found;
  };
  const own = { node, text: node.data };
  return [...around('previousNode').reverse(), own, ...around('nextNode')];
}
