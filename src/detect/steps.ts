/**
 * The automaton's steps from unit to unit, kept in a dense table once they were taken: one look for each unit of text,
 * and hardly a branch, where the double array takes two to six looks (5 against 15 ns a unit, of which reading the unit
 * takes 2). Most pages see a few hundred states and one script, and only the rows of those are ever touched. Knows units
 * and symbols, not what is found.
 */
import { step, type Automaton } from './automaton.ts';
import { BREAK } from './symbols.ts';

/** Letters of one script and the signs: symbols have columns in the order in which text brings them. */
const COLUMN_BITS = 6;
/** Column of a unit that has none (yet): nothing is ever kept in it. */
const NO_COLUMN = 0;
/** Bits of a kept step that are the state. */
export const STATE = 0x3fff;
/** Flag of a kept step in which something ends. */
const ENDING = 0x4000;
/** Flag of a kept step in which nothing ends. Without either flag, a step has not been taken yet. */
export const QUIET = 0x8000;

export interface Steps {
  /** Kept steps; whoever reads much text looks into them by itself, at `rowOf(state) | columns[unit]`. */
  kept: Uint16Array;
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
  // With more states than have a number here, every step is taken anew.
  const rows = base.length <= STATE ? base.length : 0;
  const kept = new Uint16Array(rowOf(rows));
  const columns = new Uint8Array(0x10000);
  const bySymbol = new Map<number, number>();
  const columnFor = (symbol: number): number => {
    const column = bySymbol.get(symbol) ?? bySymbol.size + 1;
    if (rows === 0 || column >> COLUMN_BITS > 0) return NO_COLUMN;
    bySymbol.set(symbol, column);
    return column;
  };
  const isBroken = (state: number): boolean => base[check[state] ?? state] === state - BREAK;
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
        kept[rowOf(state) | column] = next | (accepting[next] === 0 ? QUIET : ENDING);
      }
      return next;
    },
  };
}
