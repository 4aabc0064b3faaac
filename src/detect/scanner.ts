/**
 * First layer of detection: reads text in chunks as the page is walked and says where a closer look is worth
 * it. It knows triggers, not entities, and never decides.
 * State is carried from chunk to chunk, so a name split over inline elements is seen. Where two chunks meet
 * inside a word, the word may as well end there (a block edge without a space): both readings are followed
 * until they agree, and a false alarm costs one look by the judge.
 */
import { ROOT, type Automaton } from './automaton.ts';
import { readTables, type ScannerTables } from './scanner-tables.ts';
import { ALONE, BREAK, HALF, MAY_PART, ORDINARY, SLOW, TAG, type Alphabet } from './symbols.ts';
import { createSteps, QUIET, rowOf, STATE, type Steps } from './steps.ts';

export interface Scanner {
  /**
   * Reads the next chunk.
   * @returns whether a trigger ends in it, or may
   */
  feed(chunk: string): boolean;
  /** Bits of the triggers of the last chunk. */
  found(): number;
  /** Forgets what came before. */
  reset(): void;
}

export interface Scanners {
  /** A scanner with a state of its own. @param wanted bits of those whose triggers count */
  start(wanted: number): Scanner;
  /** Size of the tables that all of them share, in bytes. */
  tableBytes: number;
}

/** Scanners over the tables that the build made. */
export function createScanners(compiled: ScannerTables): Scanners {
  const { automaton, alphabet } = readTables(compiled);
  const { base, check, failure, accepting } = automaton;
  const steps = createSteps(automaton);
  const tables = [base, check, failure, accepting, alphabet.table, steps.kept, steps.columns];
  return {
    tableBytes: tables.reduce((sum, { byteLength }) => sum + byteLength, 0),
    start: (wanted) => startScanner({ automaton, alphabet, steps }, wanted),
  };
}

interface Shared {
  automaton: Automaton;
  alphabet: Alphabet;
  steps: Steps;
}

function startScanner({ automaton, alphabet, steps }: Shared, wanted: number): Scanner {
  const { accepting } = automaton;
  const { table } = alphabet;
  const { kept, columns } = steps;
  const start = steps.follow(ROOT, BREAK);
  let state = start;
  /** States of the other readings; empty nearly always. */
  const others: number[] = [];
  /** First half of a pair that the next unit may complete. */
  let half = '';
  /** The last letter, while a capital after a small letter begins a word; else empty. */
  let humpAfter = '';
  let hit = 0;

  const take = (symbol: number): void => {
    state = steps.follow(state, symbol);
    hit |= accepting[state] ?? 0;
    let left = 0;
    for (const before of others) {
      const other = steps.follow(before, symbol);
      hit |= accepting[other] ?? 0;
      if (other !== state && others.lastIndexOf(other, left - 1) < 0) others[left++] = other;
    }
    others.length = left;
  };
  const part = (): void => {
    take(BREAK);
  };
  /** Takes up the reading in which the last chunk's last word ended with it. */
  const splitReading = (chunk: string): void => {
    if (steps.isBroken(state) || table[chunk.charCodeAt(0)] === (ORDINARY | BREAK)) return;
    if (state === ROOT && others.length === 0) {
      // Nothing has begun in the word, and what may begin inside of one may begin after a break, too.
      state = start;
      return;
    }
    for (const reading of [state, ...others]) {
      const ended = steps.follow(reading, BREAK);
      if (ended !== state && !others.includes(ended)) others.push(ended);
    }
  };
  const readLetter = (kind: number, character: string): void => {
    if (humpAfter !== '') {
      const letter = character.normalize('NFKC');
      if (isCapital(letter) && !isCapital(humpAfter)) part();
      humpAfter = alphabet.symbolOf(kind) === BREAK && character !== '_' ? '' : letter;
    }
    const symbol = alphabet.symbolOf(kind);
    if (symbol === BREAK) {
      part();
      return;
    }
    const alone = (kind & ALONE) !== 0;
    if (alone) part();
    take(symbol);
    if (alone) part();
  };
  const readHalf = (unit: string): void => {
    const pair = half + unit;
    const isPair = pair.length === 2 && (pair.codePointAt(0) ?? 0) > 0xffff;
    // An unpaired half is a sign; the first half of a pair says nothing by itself.
    if (!isPair && (half !== '' || unit >= '\udc00')) part();
    half = isPair || unit >= '\udc00' ? '' : unit;
    const kind = isPair ? alphabet.kindOf(pair) : SLOW;
    if (kind !== SLOW) readLetter(kind, pair);
  };
  /** Everything that is not an ordinary letter or sign in an ordinary state. */
  const readSlowly = (unit: string, before: string): void => {
    const kind = alphabet.kindOf(unit);
    if (half !== '' && kind !== HALF) {
      half = '';
      part();
    }
    if (kind === HALF) readHalf(unit);
    else if (kind === TAG) {
      part();
      humpAfter = ' ';
    } else if (kind === MAY_PART) humpAfter = before || ' ';
    else if (kind !== SLOW) readLetter(kind, unit);
  };

  /**
   * Reads ordinary letters and signs: this is where a page's time goes.
   * @returns the offset of the first unit that is neither
   */
  const readFast = (chunk: string, from: number): number => {
    const { length } = chunk;
    let current = state;
    let at = from;
    while (at < length) {
      let unit = 0;
      let taken = 0;
      // Nothing is called in here, so that the tables stay at hand.
      for (; at < length; at++) {
        unit = chunk.charCodeAt(at);
        taken = kept[rowOf(current) | (columns[unit] ?? 0)] ?? 0;
        if (taken < QUIET) break;
        current = taken & STATE;
      }
      if (at === length) break;
      if (taken === 0) {
        const symbol = (table[unit] ?? 0) - ORDINARY;
        if (symbol < 0) break;
        current = steps.take(current, unit, symbol);
      } else current = taken & STATE;
      hit |= accepting[current] ?? 0;
      at++;
    }
    state = current;
    return at;
  };

  return {
    feed(chunk) {
      hit = 0;
      if (chunk.length === 0) return false;
      // Halves of one character, or two broken ones at the edges of two blocks: let the judge see.
      if (half !== '' && isSecondHalf(chunk)) hit = wanted;
      splitReading(chunk);
      let at = 0;
      while (at < chunk.length) {
        if (others.length === 0 && humpAfter === '' && half === '') at = readFast(chunk, at);
        if (at < chunk.length) readSlowly(chunk.charAt(at), chunk.charAt(at - 1));
        at++;
      }
      return (hit & wanted) !== 0;
    },
    found: () => hit & wanted,
    reset() {
      state = start;
      others.length = 0;
      half = '';
      humpAfter = '';
    },
  };
}

function isSecondHalf(chunk: string): boolean {
  const unit = chunk.charCodeAt(0);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}
