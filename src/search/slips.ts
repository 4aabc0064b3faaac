/**
 * How far a typed word is from a meant one, in slips of the hand: Damerau and Levenshtein's distance in its
 * restricted form, where the slips that hands really make cost less. Folded words in, a number out.
 */

/** Price of each slip; 1 for a letter too many or too few. */
const SWAP = 0.7;
const NEIGHBOUR = 0.6;
const DOUBLED = 0.5;
const VOWEL = 0.7;
const OTHER = 1.1;

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = new Set(Array.from('aeiouy').map((letter) => letter.charCodeAt(0)));
/** Keys have codes below. */
const CODES = 128;

/** Keys beside each other on QWERTY, with the pairs that QWERTZ and AZERTY exchange. */
const NEIGHBOURS = neighbours();

export interface Distance {
  /** To the whole word. */
  whole: number;
  /** To that beginning of the word which is nearest. */
  start: number;
}

/** More than any budget. */
const FAR = 99;
const NOWHERE: Distance = { whole: FAR, start: FAR };

/** Longest word that is compared, in characters. */
const LONGEST = 40;
const rows = [0, 1, 2].map(() => new Float64Array(LONGEST + 1));

/**
 * @param budget distances above it are not told apart
 * @returns distances from `typed` to `meant`
 */
export function slips(typed: string, meant: string, budget: number): Distance {
  if (typed.length > LONGEST || meant.length > LONGEST) return NOWHERE;
  let [before, last, row] = rows as [Float64Array, Float64Array, Float64Array];
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

/** Letters of a word as bits, to see at once that two words cannot be near. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** How many letters of the first are not in the second, from `lettersOf`. */
export function strangers(typed: number, meant: number): number {
  let bits = typed & ~meant;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** Whether two keys stand beside each other; takes the codes of their letters. */
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
      // The row below stands half a key to the right.
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
