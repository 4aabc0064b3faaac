/**
 * The edit distance of a typed word from a meant one: the restricted distance of Damerau and Levenshtein, with a lower
 * cost for slips that hands often make. Folded words in, a number out.
 */

/** Cost of each slip. A letter too many or too few costs 1. */
const SWAP = 0.7;
const NEIGHBOUR = 0.6;
const DOUBLED = 0.5;
const VOWEL = 0.7;
const OTHER = 1.1;

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = new Set(Array.from('aeiouy').map((letter) => letter.charCodeAt(0)));
/** Keys have codes below this. */
const CODES = 128;

/** Keys beside each other on QWERTY, and the pairs that QWERTZ and AZERTY exchange. */
const NEIGHBOURS = neighbours();

export interface Distance {
  /** To the whole word. */
  whole: number;
  /** To the nearest beginning of the word. */
  start: number;
}

/** Larger than any budget. */
const FAR = 99;
const NOWHERE: Distance = { whole: FAR, start: FAR };

/** Longest word that is compared, in characters. */
const LENGTH_MAX = 40;

/** Three rows of the distance matrix. `slips` alone uses them, and writes each before it reads it. */
const newRow = (): Float64Array => new Float64Array(LENGTH_MAX + 1);
const rows = [newRow(), newRow(), newRow()] as const;

/**
 * @param budget the largest distance of interest; a larger one may be returned as `FAR`
 * @returns the distances from `typed` to `meant`
 */
export function slips(typed: string, meant: string, budget: number): Distance {
  if (typed.length > LENGTH_MAX || meant.length > LENGTH_MAX) return NOWHERE;
  let [before, last, row]: [Float64Array, Float64Array, Float64Array] = [...rows];
  for (let at = 0; at <= meant.length; at++) last[at] = at;
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed.charCodeAt(i - 1);
    const previous = i > 1 ? typed.charCodeAt(i - 2) : 0;
    row[0] = i;
    let least = i;
    for (let j = 1; j <= meant.length; j++) {
      const wanted = meant.charCodeAt(j - 1);
      const earlier = j > 1 ? meant.charCodeAt(j - 2) : 0;
      let cost = (last[j - 1] ?? FAR) + exchange(letter, wanted);
      cost = Math.min(cost, (last[j] ?? FAR) + (letter === previous ? DOUBLED : 1));
      cost = Math.min(cost, (row[j - 1] ?? FAR) + (wanted === earlier ? DOUBLED : 1));
      if (i > 1 && j > 1 && letter === earlier && previous === wanted)
        cost = Math.min(cost, (before[j - 2] ?? FAR) + SWAP);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > budget) return NOWHERE;
    [before, last, row] = [last, row, before];
  }
  let start = FAR;
  for (let at = 1; at <= meant.length; at++) start = Math.min(start, last[at] ?? FAR);
  return { whole: last[meant.length] ?? FAR, start };
}

/** The letters of a word as bits. They show fast that two words cannot be near. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** How many letters of the typed word the meant one does not have. Takes the bits of `lettersOf`. */
export function countMissing(typed: number, meant: number): number {
  let bits = typed & ~meant;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** Whether two keys are beside each other. Takes the codes of their letters. */
export const isNeighbour = (a: number, b: number): boolean =>
  a < CODES && b < CODES && NEIGHBOURS[a * CODES + b] === 1;

function exchange(typed: number, meant: number): number {
  if (typed === meant) return 0;
  if (isNeighbour(typed, meant)) return NEIGHBOUR;
  return VOWELS.has(typed) && VOWELS.has(meant) ? VOWEL : OTHER;
}

function neighbours(): Uint8Array {
  const pairs = ROWS.flatMap((row, at) =>
    Array.from(row).flatMap((key, column) => [
      key + (row[column + 1] ?? key),
      // The row below is half a key further to the right.
      key + (ROWS[at + 1]?.[column] ?? key),
      key + (ROWS[at + 1]?.[column - 1] ?? key),
    ]),
  );
  const all = [...pairs, 'zy', 'zw', 'aq'];
  const table = new Uint8Array(CODES * CODES);
  for (const pair of all) {
    const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    table[a * CODES + b] = table[b * CODES + a] = 1;
  }
  return table;
}
