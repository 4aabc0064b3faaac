/**
 * The automaton's steps from unit to unit, kept in a dense table once they were taken: one look for each unit of text,
 * and hardly a branch, where the double array takes two to six looks (5 against 15 ns a unit, of which reading the unit
 * takes 2). Most pages see a few hundred states and one script, and only the rows of those are ever touched. Knows units
 * and symbols, not what is found.
 */
import { ROOT, step, type Automaton, type Numbers } from './automaton.ts';
import { BREAK } from './symbols.ts';

/** Letters of one script and the signs: symbols have columns in the order in which text brings them. */
const COLUMN_BITS = 6;
/** Column of a unit that has none (yet): nothing is ever kept in it. */
const NO_COLUMN = 0;
/** Flag of a kept step in which nothing ends. */
export const QUIET = 1;
/** Flag of a kept step in which something ends. A step without either flag has not been taken yet. */
const ENDING = 2;
const FLAG_BITS = 2;
/** From so many states on, about 5,000 names, none is kept: the table would take more than 16 MB of address space. */
const MOST_ROWS = 0x10000;
/** States up to here fit into two bytes with their flags. */
const MOST_SHORT = 0xffff >> FLAG_BITS;

/** The state that a kept step leads to. */
export const stateOf = (taken: number): number => taken >> FLAG_BITS;

export interface Steps {
  /**
   * Kept steps; whoever reads much text looks into them by itself, at `rowOf(state) | columns[unit]`. Empty where the
   * automaton is too large for it.
   */
  kept: Numbers;
  columns: Uint8Array;
  /** Takes a step and keeps it. @returns the state */
  take(state: number, unit: number, symbol: number): number;
  /** Takes a step. @returns the state */
  follow(state: number, symbol: number): number;
  /** Whether the last symbol was the break. */
  isBroken(state: number): boolean;
}

/** Where the kept steps from a state begin. */
export const rowOf = (state: number): number => state << COLUMN_BITS;

export function createSteps(automaton: Automaton): Steps {
  const { base, check, accepting } = automaton;
  const rows = base.length <= MOST_ROWS ? base.length : 0;
  const kept = new (rows <= MOST_SHORT ? Uint16Array : Uint32Array)(rowOf(rows));
  const columns = new Uint8Array(0x10000);
  const bySymbol = new Map<number, number>();
  const columnFor = (symbol: number): number => {
    const column = bySymbol.get(symbol) ?? bySymbol.size + 1;
    if (rows === 0 || column >> COLUMN_BITS > 0) return NO_COLUMN;
    bySymbol.set(symbol, column);
    return column;
  };
  const isBroken = (state: number): boolean =>
    state !== ROOT && base[check[state] ?? ROOT] === state - BREAK;
  // Breaks in a row are one.
  const follow = (state: number, symbol: number): number =>
    symbol === BREAK && isBroken(state) ? state : step(automaton, state, symbol);
  return {
    ...{ kept, columns, follow, isBroken },
    take(state, unit, symbol) {
      const next = follow(state, symbol);
      const column = columnFor(symbol);
      columns[unit] = column;
      if (column !== NO_COLUMN) {
        kept[rowOf(state) | column] =
          (next << FLAG_BITS) | (accepting[next] === 0 ? QUIET : ENDING);
      }
      return next;
    },
  };
}
