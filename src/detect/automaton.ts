/**
 * Searches for many strings at once: the automaton of Aho and Corasick (Efficient string matching, 1975) over symbols, as
 * a double-array trie (Aoe 1989) with failure links. It knows symbols, neither characters nor names.
 * Its memory grows with the number of trie edges; that of a dense table grows with states times symbols. Failures cost a
 * few more steps, but only inside the beginning of a trigger. A state is the slot of the edge that leads to it.
 */

/** Whole numbers, two or four bytes each. */
export type Numbers = Uint16Array | Uint32Array;

/** The tables of the trie. */
export interface Trie {
  /** The slot where the edges of a state begin. */
  base: Numbers;
  /** The state to which the edge in a slot belongs. */
  check: Numbers;
  /** The bits of the strings that end in a state. */
  accepting: Uint8Array;
}

/** The trie with what is needed to search. Its `accepting` has the bits of all suffixes, too. */
export interface Automaton extends Trie {
  /** The state of the longest proper suffix. */
  failure: Numbers;
}

/** The state in which nothing has begun. */
export const ROOT = 0;

/** @returns the state after a symbol */
export function step(automaton: Automaton, from: number, symbol: number): number {
  const { base, check, failure } = automaton;
  let state = from;
  for (;;) {
    const slot = (base[state] ?? 0) + symbol;
    if (check[slot] === state) return slot;
    if (state === ROOT) return ROOT;
    state = failure[state] ?? ROOT;
  }
}

/** A string to look for. */
export interface Pattern {
  /** From 0 to `symbols` - 1. */
  symbols: readonly number[];
  /** The bit that the automaton reports where the string ends. */
  bit: number;
}

/** @param symbols how many symbols there are */
export function buildTrie(patterns: Iterable<Pattern>, symbols: number): Trie {
  const nodes = growTrie(patterns);
  const { base, check, slots } = layOut(nodes, symbols);
  const width = check.length < 0xffff ? Uint16Array : Uint32Array;
  const trie: Trie = {
    base: width.from(base),
    // The largest number means a free slot.
    check: width.from(check),
    accepting: new Uint8Array(check.length),
  };
  nodes.forEach(({ bits }, node) => {
    trie.accepting[slots[node] ?? ROOT] = bits;
  });
  return trie;
}

/** Adds the failure links, and to each state the bits of its suffixes. In one pass, so that a page need not carry them. */
export function withFailures({ base, check, accepting: own }: Trie): Automaton {
  const failure = base.slice().fill(ROOT);
  const accepting = own.slice();
  const automaton: Automaton = { base, check, failure, accepting };
  const { first, next } = childrenIn(base, check);
  // Breadth first, because the failure links of shorter prefixes have to exist first.
  const queue = new Uint32Array(base.length);
  let end = 1;
  for (let at = 0; at < end; at++) {
    const state = queue[at] ?? ROOT;
    for (let child = first[state] ?? ROOT; child !== ROOT; child = next[child] ?? ROOT) {
      const symbol = child - (base[state] ?? 0);
      const fallback = state === ROOT ? ROOT : step(automaton, failure[state] ?? ROOT, symbol);
      failure[child] = fallback;
      accepting[child] = (accepting[child] ?? 0) | (accepting[fallback] ?? 0);
      queue[end++] = child;
    }
  }
  return automaton;
}

/** The children of each state as a linked list: its first child, and the next child of the same state. */
function childrenIn(base: Numbers, check: Numbers): Record<'first' | 'next', Uint32Array> {
  const first = new Uint32Array(base.length);
  const next = new Uint32Array(base.length);
  for (let slot = 1; slot < check.length; slot++) {
    const state = check[slot] ?? ROOT;
    // A free slot has the largest number.
    if (state >= check.length) continue;
    next[slot] = first[state] ?? ROOT;
    first[state] = slot;
  }
  return { first, next };
}

interface Node {
  edges: Map<number, number>;
  bits: number;
}

function growTrie(patterns: Iterable<Pattern>): Node[] {
  const root: Node = { edges: new Map(), bits: 0 };
  const nodes = [root];
  for (const { symbols, bit } of patterns) {
    let node = root;
    for (const symbol of symbols) {
      let child = node.edges.get(symbol);
      if (child === undefined) {
        child = nodes.push({ edges: new Map(), bits: 0 }) - 1;
        node.edges.set(symbol, child);
      }
      node = nodes[child] ?? root;
    }
    node.bits |= bit;
  }
  return nodes;
}

/** How many slots to try for one row before later rows start further on. It keeps the build linear. */
const TRIES_MAX = 64;

/** Puts the edges of all nodes into one array, each into the first gap where it fits. */
function layOut(nodes: readonly Node[], symbols: number) {
  const slots: number[] = nodes.map(() => ROOT);
  const base: number[] = [];
  // The first slot belongs to the root.
  const check: number[] = [-1];
  let from = 1;
  nodes.forEach(({ edges }, node) => {
    const state = slots[node] ?? ROOT;
    base[state] = 0;
    if (edges.size === 0) return;
    const owned = [...edges.keys()];
    let at = node === ROOT ? 1 : from;
    let tries = 0;
    while (owned.some((symbol) => (check[at + symbol] ?? -1) >= 0)) {
      at++;
      tries++;
    }
    if (tries > TRIES_MAX) from = at;
    base[state] = at;
    for (const [symbol, child] of edges) {
      check[at + symbol] = state;
      slots[child] = at + symbol;
    }
  });
  // The padding keeps a step from any state inside the tables.
  const length = check.length + symbols;
  const filled = (list: readonly number[], filler: number): number[] =>
    Array.from({ length }, (_, at) => list[at] ?? filler);
  return { base: filled(base, 0), check: filled(check, -1), slots };
}
