/**
 * Many strings searched for at once: the automaton of Aho and Corasick (Efficient string matching, 1975) over
 * symbols, as a trie in comb form with failure links. It knows symbols, neither characters nor names.
 * Memory grows with the number of trie edges alone, where a dense table grows with states times symbols; the
 * few extra steps at failures are paid only inside a beginning of a trigger.
 */

/** The tables; whoever reads much text steps through them by itself, as `step` does. */
export interface Automaton {
  /** Where the edges of a state begin in `check` and `target`. */
  base: Int32Array;
  /** Whose edge a slot holds; -1 where it is free. */
  check: Int32Array;
  /** Where that edge leads. */
  target: Int32Array;
  /** State of the longest proper suffix. */
  failure: Int32Array;
  /** 1 where a string ends. */
  accepting: Uint8Array;
}

/** State in which nothing has begun. */
export const ROOT = 0;

/** State after a symbol. */
export function step(automaton: Automaton, from: number, symbol: number): number {
  const { base, check, target, failure } = automaton;
  let state = from;
  for (;;) {
    const slot = (base[state] ?? 0) + symbol;
    if (check[slot] === state) return target[slot] ?? ROOT;
    if (state === ROOT) return ROOT;
    state = failure[state] ?? ROOT;
  }
}

export function bytesOf(automaton: Automaton): number {
  const { base, check, target, failure, accepting } = automaton;
  return [base, check, target, failure, accepting].reduce(
    (sum, table) => sum + table.byteLength,
    0,
  );
}

/** @param patterns each a sequence of symbols from 0 to `symbols` - 1 */
export function buildAutomaton(patterns: Iterable<readonly number[]>, symbols: number): Automaton {
  const { edges, accepting } = growTrie(patterns);
  const automaton: Automaton = {
    ...layOut(edges, symbols),
    failure: new Int32Array(edges.length),
    accepting: Uint8Array.from(accepting),
  };
  // Breadth first: the failure links of shorter prefixes are there when they are followed.
  const queue: number[] = [];
  forEachEdge(edges[ROOT], (_, child) => queue.push(child));
  for (const state of queue) {
    forEachEdge(edges[state], (symbol, child) => {
      const fallback = step(automaton, automaton.failure[state] ?? ROOT, symbol);
      automaton.failure[child] = fallback;
      if (automaton.accepting[fallback] === 1) automaton.accepting[child] = 1;
      queue.push(child);
    });
  }
  return automaton;
}

/** Edges of one state: symbol and child in turns. */
type Edges = number[];

function forEachEdge(edges: Edges = [], use: (symbol: number, child: number) => void): void {
  for (let at = 0; at < edges.length; at += 2) use(edges[at] ?? 0, edges[at + 1] ?? 0);
}

function growTrie(patterns: Iterable<readonly number[]>) {
  const edges: Edges[] = [[]];
  const accepting: number[] = [0];
  for (const pattern of patterns) {
    let state = ROOT;
    for (const symbol of pattern) {
      const own = edges[state] ?? [];
      let at = 0;
      while (at < own.length && own[at] !== symbol) at += 2;
      if (at === own.length) {
        accepting.push(0);
        own.push(symbol, edges.push([]) - 1);
      }
      state = own[at + 1] ?? ROOT;
    }
    accepting[state] = 1;
  }
  return { edges, accepting };
}

/** Slots that are tried for a row before the search moves on for good: keeps the build linear. */
const MOST_TRIES = 64;

/** Puts the rows of all states into one array so that their edges fall into each other's gaps (first fit). */
function layOut(rows: readonly Edges[], symbols: number) {
  const most = rows.length + 2 * symbols;
  const base = new Int32Array(rows.length);
  let check = new Int32Array(most).fill(-1);
  let target = new Int32Array(most);
  let from = 0;
  let used = 0;
  rows.forEach((edges, state) => {
    let at = state === ROOT ? 0 : from;
    let tries = 0;
    while (!isFree(check, edges, at)) {
      at++;
      tries++;
    }
    if (tries > MOST_TRIES) from = at;
    if (at + symbols >= check.length) {
      check = grown(check, -1);
      target = grown(target, 0);
    }
    base[state] = at;
    forEachEdge(edges, (symbol, child) => {
      check[at + symbol] = state;
      target[at + symbol] = child;
    });
    used = Math.max(used, at + symbols);
  });
  return { base, check: check.slice(0, used), target: target.slice(0, used) };
}

function isFree(check: Int32Array, edges: Edges, at: number): boolean {
  for (let edge = 0; edge < edges.length; edge += 2) {
    if ((check[at + (edges[edge] ?? 0)] ?? -1) !== -1) return false;
  }
  return true;
}

function grown(table: Int32Array<ArrayBuffer>, filler: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(table.length * 2).fill(filler);
  larger.set(table);
  return larger;
}
