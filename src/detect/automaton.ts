/**
 * Searches for many strings at once: the automaton of Aho and Corasick (Efficient string matching, 1975) over symbols, as
 * a double-array trie (Aoe 1989) with failure links. It knows symbols, neither characters nor names.
 * Its memory grows with the number of trie edges; that of a dense table grows with states times symbols. Failures cost a
 * few more steps, but only inside the beginning of a trigger. A state is the slot of the edge that leads to it.
 */

/** Whole numbers, two or four bytes each. */
export type Numbers = Uint16Array | Uint32Array;

/** The tables. `steps.ts` keeps the steps of a long text. */
export interface Automaton {
  /** The slot where the edges of a state begin. */
  base: Numbers;
  /** The state to which the edge in a slot belongs. */
  check: Numbers;
  /** The state of the longest proper suffix. */
  failure: Numbers;
  /** The bits of all strings that end in a state. */
  accepting: Uint8Array;
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

export function buildAutomaton(patterns: Iterable<Pattern>, symbols: number): Automaton {
  const nodes = growTrie(patterns);
  const { base, check, slots } = layOut(nodes, symbols);
  const width = check.length < 0xffff ? Uint16Array : Uint32Array;
  const automaton: Automaton = {
    base: width.from(base),
    // The largest number means a free slot.
    check: width.from(check),
    failure: new width(check.length),
    accepting: new Uint8Array(check.length),
  };
  nodes.forEach(({ bits }, node) => {
    automaton.accepting[slots[node] ?? ROOT] = bits;
  });
  // Breadth first, because the failure links of shorter prefixes have to exist first.
  const queue = [...(nodes[ROOT]?.edges.values() ?? [])];
  for (const node of queue) {
    const state = slots[node] ?? ROOT;
    for (const [symbol, child] of nodes[node]?.edges ?? []) {
      const fallback = step(automaton, automaton.failure[state] ?? ROOT, symbol);
      const at = slots[child] ?? ROOT;
      automaton.failure[at] = fallback;
      automaton.accepting[at] =
        (automaton.accepting[at] ?? 0) | (automaton.accepting[fallback] ?? 0);
      queue.push(child);
    }
  }
  return automaton;
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
