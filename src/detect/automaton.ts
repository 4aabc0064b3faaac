/**
 * Many strings searched for at once: the automaton of Aho and Corasick (Efficient string matching, 1975) over
 * symbols, as a double-array trie (Aoe 1989) with failure links. It knows symbols, neither characters nor names.
 * Memory grows with the number of trie edges alone, where a dense table grows with states times symbols; the
 * few extra steps at failures are paid only inside a beginning of a trigger. A state is the slot of the edge that
 * leads to it.
 */

/** Whole numbers, two or four bytes each. */
export type Numbers = Uint16Array | Uint32Array;

/** The tables. Whoever reads much text keeps the steps that it takes (`steps.ts`). */
export interface Automaton {
  /** Where the edges of a state begin. */
  base: Numbers;
  /** Whose edge a slot holds. */
  check: Numbers;
  /** State of the longest proper suffix. */
  failure: Numbers;
  /** What the strings that end in a state are for: the bits of all of them. */
  accepting: Uint8Array;
}

/** State in which nothing has begun. */
export const ROOT = 0;

/** State after a symbol. */
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
  /** What it is for, as a bit of a byte. */
  bit: number;
}

export function buildAutomaton(patterns: Iterable<Pattern>, symbols: number): Automaton {
  const nodes = growTrie(patterns);
  const { base, check, slots } = layOut(nodes, symbols);
  const width = check.length < 0xffff ? Uint16Array : Uint32Array;
  const automaton: Automaton = {
    base: width.from(base),
    // The largest number stands for a free slot.
    check: width.from(check),
    failure: new width(check.length),
    accepting: new Uint8Array(check.length),
  };
  nodes.forEach(({ bits }, node) => {
    automaton.accepting[slots[node] ?? ROOT] = bits;
  });
  // Breadth first: the failure links of shorter prefixes are there when they are followed.
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

/** Slots that are tried for a row before the search moves on for good: keeps the build linear. */
const MOST_TRIES = 64;

/** Puts the edges of all nodes into one array so that they fall into each other's gaps (first fit). */
function layOut(nodes: readonly Node[], symbols: number) {
  const slots: number[] = nodes.map(() => ROOT);
  const base: number[] = [];
  // The first slot is the root's own.
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
    if (tries > MOST_TRIES) from = at;
    base[state] = at;
    for (const [symbol, child] of edges) {
      check[at + symbol] = state;
      slots[child] = at + symbol;
    }
  });
  // A step from any state stays inside of the tables.
  const length = check.length + symbols;
  const filled = (list: readonly number[], filler: number): number[] =>
    Array.from({ length }, (_, at) => list[at] ?? filler);
  return { base: filled(base, 0), check: filled(check, -1), slots };
}
