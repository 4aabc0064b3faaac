/** Walks over text nodes: through a tree that may change meanwhile, and to the neighbours of a change. */
import { contains, hasMatch, isInDocument, parentElementOf, walkerOver } from './dom.ts';
import { ASIDE_SELECTOR, isNamedAside } from './line-role.ts';
import { LONG_TEXT, PIECE, type Step, type TextPiece } from './text-piece.ts';

/** How often a walk starts again because the page removed its current node. */
const RESTARTS_MAX = 5;
/** How many text nodes on either side of a changed node may belong to one name with it. */
const NEIGHBOURS_MAX = 24;
/** How much text on either side may belong to one name with it, in UTF-16 code units. */
const NEAR = 200;

export interface TextWalk {
  /** A step is valid until the next one, which may be the same object. */
  next(): Readonly<Step> | undefined;
  /** Call it after a pause, in which the page may have changed. */
  resume(): void;
}

/** Walks over steps that were kept. */
export function walkOver(kept: readonly Step[]): TextWalk {
  let at = 0;
  return { next: () => kept[at++], resume: () => undefined };
}

/** The text nodes under a root in order. */
export function createTextWalk(root: Node): TextWalk {
  const walker = walkerOver(root, 'text');
  /** Most pages have no such elements, so we check the page once and not each text. */
  const hasAsides = root instanceof Text || hasMatch(root, ASIDE_SELECTOR);
  /** Owned by `stepOf`. */
  let step: Step | undefined;
  /** Owned by `resume`. */
  let restarts = 0;
  /** A walker does not return its root. Owned by `nextNode`. */
  let first = root instanceof Text ? root : undefined;
  /** The rest of a long text node. Owned by `next`, `nextPiece` and `resume`. */
  let long: { node: Text; data: string; at: number } | undefined;

  const nextNode = (): Text | null => {
    if (!first) return walker.nextNode();
    const node = first;
    first = undefined;
    return node;
  };
  /** Reuses one object: on a page with many nodes, an object for each would be most of the garbage. */
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
    /** Starts again if the page removed the current node. */
    resume() {
      if (long && !isInDocument(long.node)) long = undefined;
      if (contains(root, walker.currentNode) || restarts >= RESTARTS_MAX) return;
      restarts++;
      walker.currentNode = root;
    },
  };
}

/** The text at both ends of a changed node: a name may begin or end outside it. */
export function edgeTexts(node: Node): Text[] {
  if (!isInDocument(node)) return [];
  if (node instanceof Text) return [node];
  const walker = walkerOver(node, 'text');
  const texts: Text[] = [];
  const first = walker.nextNode();
  if (first) texts.push(first);
  const all = document.createTreeWalker(node);
  while (all.lastChild());
  if (all.currentNode instanceof Text && all.currentNode !== first) texts.push(all.currentNode);
  return texts;
}

/**
 * A text node and the text near it, in order, across block edges. Text beside the line (notes, readings) is a neighbour only
 * of other such text.
 */
export function neighbourhood(node: Text): Step[] {
  const aside = isNamedAside(parentElementOf(node));
  const around = (direction: 'previousNode' | 'nextNode'): Step[] => {
    const walker = walkerOver(document, 'text');
    walker.currentNode = node;
    const found: Step[] = [];
    let units = 0;
    for (let count = 0; count < NEIGHBOURS_MAX && units < NEAR; count++) {
      const next = walker[direction]();
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
