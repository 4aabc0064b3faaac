/**
 * The first layer of detection: reads a page's text in chunks and finds triggers. The judge then looks at those blocks.
 * The scanner knows triggers, not entities, and decides nothing.
 * It keeps its state from chunk to chunk, so it sees a name that is split over inline elements. If two chunks meet inside
 * a word, the word may also end there (a block edge without a space). The scanner follows both readings until one covers
 * the other. A false alarm costs one look of the judge.
 */
import { ROOT, type Automaton } from './automaton.ts';
import { readTables, type ScannerTables } from './scanner-tables.ts';
import { isOtherPart, wholeLetters } from './fold.ts';
import {
  ALONE,
  BREAK,
  HALF,
  MAY_GROW,
  MAY_PART,
  ORDINARY,
  SLOW,
  TAG,
  type Alphabet,
} from './symbols.ts';
import { COLUMN_BITS, createSteps, FLAG_BITS, QUIET, stateOf, type Steps } from './steps.ts';

/** How many readings the scanner follows beside the first one. Only a word that many elements cut up has more. */
const OTHERS_MAX = 32;

export interface Scanner {
  /**
   * Reads the next chunk.
   * @returns whether a trigger ends in it, or could
   */
  feed(chunk: string): boolean;
  /** @returns the bits of the triggers in the last chunk */
  found(): number;
  /** Forgets all earlier chunks. */
  reset: () => void;
}

export interface Scanners {
  /** Starts a new scanner. @param wanted the bits that count */
  start(wanted: number): Scanner;
  /** Size of the tables, which all scanners share, in bytes. */
  tableBytes: number;
}

/** Creates scanners that share the tables from the build. */
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

/**
 * Owns the state of one scanner. The functions below are closures over it, because `readFast` is fast only if
 * state and tables are local variables. So this function is longer than others.
 */
// eslint-disable-next-line max-lines-per-function -- see above
function startScanner({ automaton, alphabet, steps }: Shared, wanted: number): Scanner {
  const { accepting, failure } = automaton;
  const { table } = alphabet;
  const { kept, columns } = steps;
  const start = steps.follow(ROOT, BREAK);
  let state = start;
  /** States of the other readings. Usually there are none. */
  const others = new Uint32Array(OTHERS_MAX);
  let othersCount = 0;
  /** First half of a surrogate pair that the next unit may complete. */
  let half = '';
  /** Whether the last letter may have more parts. */
  let isUnfinished = false;
  /** The last letter, while a capital after a small letter begins a word. Empty otherwise. */
  let humpAfter = '';
  let hit = 0;

  const take = (symbol: number): void => {
    state = steps.follow(state, symbol);
    hit |= accepting[state] ?? 0;
    const before = othersCount;
    othersCount = 0;
    for (let at = 0; at < before; at++) {
      const other = steps.follow(others[at] ?? ROOT, symbol);
      hit |= accepting[other] ?? 0;
      // Another reading has begun everything that this one has.
      if (isSuffix(state, other)) state = other;
      else if (!isSuffix(other, state)) others[othersCount++] = other;
    }
  };
  /** Whether everything that has begun in the first state has begun in the second. */
  const isSuffix = (one: number, other: number): boolean => {
    for (let at = other; at !== one; at = failure[at] ?? ROOT) if (at === ROOT) return false;
    return true;
  };
  const part = (): void => {
    take(BREAK);
  };
  /** Adds the reading in which the last word of the last chunk ended with the chunk. */
  const splitReading = (chunk: string): void => {
    if (steps.isBroken(state) || table[chunk.charCodeAt(0)] === (ORDINARY | BREAK)) return;
    if (state === ROOT && othersCount === 0) {
      // Nothing has begun in the word. A trigger that may begin inside a word may also begin after a break.
      state = start;
      return;
    }
    const before = othersCount;
    addReading(steps.follow(state, BREAK));
    for (let at = 0; at < before; at++) addReading(steps.follow(others[at] ?? ROOT, BREAK));
  };
  const addReading = (reading: number): void => {
    for (let at = 0; at < othersCount; at++) if (others[at] === reading) return;
    // There are too many readings. The judge has to look.
    if (othersCount === OTHERS_MAX) hit = wanted;
    else others[othersCount++] = reading;
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
    // An unpaired half is a sign. The first half of a pair means nothing yet.
    if (!isPair && (half !== '' || unit >= '\udc00')) part();
    half = isPair || unit >= '\udc00' ? '' : unit;
    const kind = isPair ? alphabet.kindOf(pair) : SLOW;
    if (kind !== SLOW) readLetter(kind, pair);
  };
  /** Reads a letter that may be written in parts. @returns the offset of its last part */
  const readParts = (chunk: string, from: number): number => {
    let end = from + 1;
    while (end < chunk.length && isOtherPart(chunk.charAt(end))) end++;
    for (const letter of wholeLetters(chunk.slice(from, end))) {
      readLetter(alphabet.kindOfLetter(letter), letter);
    }
    isUnfinished = end === chunk.length;
    return end - 1;
  };
  /**
   * Reads something that is not an ordinary letter or sign in an ordinary state.
   * @returns the offset of its last unit
   */
  const readSlowly = (chunk: string, at: number): number => {
    const unit = chunk.charAt(at);
    const kind = alphabet.kindOf(unit);
    if (half !== '' && kind !== HALF) {
      half = '';
      part();
    }
    if (kind === MAY_GROW) return readParts(chunk, at);
    if (kind === HALF) readHalf(unit);
    else if (kind === TAG) {
      part();
      humpAfter = ' ';
    } else if (kind === MAY_PART) humpAfter = chunk.charAt(at - 1) || ' ';
    else if (kind !== SLOW) readLetter(kind, unit);
    return at;
  };

  /** Whether the scanner has to take steps one by one. */
  const isSlow = (): boolean => othersCount > 0 || kept.length === 0;
  /** Reads ordinary letters and signs one by one. @returns the offset after them */
  const readByStep = (chunk: string, from: number): number => {
    let at = from;
    for (; isSlow() && at < chunk.length; at++) {
      const symbol = (table[chunk.charCodeAt(at)] ?? 0) - ORDINARY;
      if (symbol < 0) break;
      take(symbol);
    }
    return at;
  };
  /**
   * Reads ordinary letters and signs. A page spends its time here, so the loop is long and calls nothing.
   * @returns the offset of the first unit that is neither
   */
  const readFast = (chunk: string, from: number): number => {
    if (isSlow()) return from;
    const { length } = chunk;
    let current = state;
    let at = from;
    while (at < length) {
      let unit = 0;
      let taken = 0;
      // This loop calls nothing, so the engine keeps the tables at hand.
      for (; at < length; at++) {
        unit = chunk.charCodeAt(at);
        // As `rowOf` and `stateOf`, written out and without defaults, which the tables never need: most pages end before the
        // engine has compiled this loop, and until then each call and each question costs as much as the look itself.
        // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- see above
        taken = kept[(current << COLUMN_BITS) | columns[unit]!]!;
        if ((taken & QUIET) === 0) break;
        current = taken >> FLAG_BITS;
      }
      if (at === length) break;
      if (taken === 0) {
        const symbol = (table[unit] ?? 0) - ORDINARY;
        if (symbol < 0) break;
        current = steps.take(current, unit, symbol);
      } else current = stateOf(taken);
      hit |= accepting[current] ?? 0;
      at++;
    }
    state = current;
    return at;
  };

  return {
    feed(chunk) {
      hit = 0;
      const { length } = chunk;
      if (length === 0) return false;
      // Halves of one character, or two broken ones at the edges of two blocks, and parts of a letter: let the judge see.
      if (half !== '' && isSecondHalf(chunk)) hit = wanted;
      if (isUnfinished && isOtherPart(chunk.charAt(0))) hit = wanted;
      isUnfinished = false;
      if (state !== start) splitReading(chunk);
      for (let at = 0; at < length; at++) {
        if (humpAfter === '' && half === '') at = readFast(chunk, readByStep(chunk, at));
        if (at < length) at = readSlowly(chunk, at);
      }
      return (hit & wanted) !== 0;
    },
    found: () => hit & wanted,
    reset() {
      state = start;
      othersCount = 0;
      half = '';
      humpAfter = '';
      isUnfinished = false;
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
