/**
 * Keeps the automaton's steps in a dense table after it first took them. A kept step is one look-up for a unit of text and
 * hardly a branch; the double array takes two to six look-ups (5 against 15 ns a unit, of which reading the unit takes 2).
 * Most pages reach a few hundred states and one script, and touch only the rows of those. Knows units and symbols, and no
 * triggers.
 */
import { ROOT, step, type Automaton, type Numbers } from './automaton.ts';
import { BREAK } from './symbols.ts';

/** Enough columns for the letters of one script and the signs. Symbols get columns in the order of the text. */
export const COLUMN_BITS = 6;
/** Column of a unit that has none yet. The table keeps nothing in it. */
const NO_COLUMN = 0;
/** Flag of a kept step after which no trigger ends. */
export const QUIET = 1;
/** Flag of a kept step after which a trigger ends. A step with neither flag is not kept yet. */
const ENDING = 2;
export const FLAG_BITS = 2;
/** With more states (about 5,000 names) no step is kept: the table would take more than 16 MB of address space. */
const ROWS_MAX = 0x10000;
/** The largest state that fits into two bytes with its flags. */
const SHORT_MAX = 0xffff >> FLAG_BITS;

/** The state that a kept step leads to. */
export const stateOf = (taken: number): number => taken >> FLAG_BITS;

export interface Steps {
  /**
   * Kept steps, at `rowOf(state) | columns[unit]`. The scanner's loop reads them directly. Empty if the automaton is too
   * large.
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

/** The index where the kept steps from a state begin. */
export const rowOf = (state: number): number => state << COLUMN_BITS;

export function createSteps(automaton: Automaton): Steps {
  const { base, check, accepting } = automaton;
  const rows = base.length <= ROWS_MAX ? base.length : 0;
  const kept = new (rows <= SHORT_MAX ? Uint16Array : Uint32Array)(rowOf(rows));
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
  // Several breaks in a row count as one.
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
