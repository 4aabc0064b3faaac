/**
 * Which texts have which typed words, how surely and where: flat arrays, since a common word stands in thousands of
 * texts and a key press has few milliseconds. Collects; `rank.ts` judges.
 */
import type { SearchText } from './documents.ts';
import type { Likeness } from './vocabulary.ts';

/** One typed word: the words that it may mean, and whether it narrows anything down. */
export interface TypedWord {
  likeness: Likeness;
  /** Excludes entities that do not have it. */
  matters: boolean;
  /** Typed words that it stands for, by their place in the query: two where they were written apart. */
  columns: readonly number[];
}

export interface Hits {
  /** How many typed words there are: the length of a row. */
  columns: number;
  /** Indices of the texts that have any; the row of each is its place here. */
  texts: number[];
  /** Likeness by row and column; 0 for a word that is not there. */
  like: Float64Array;
  /** Place of the word in the text by row and column, from 1. */
  at: Int32Array;
  /** Found words of the text by row, as bits; the last bit stands for all from there on. */
  words: Int32Array;
}

const LAST_BIT = 31;

/** Reads every place of every likeness once. */
export function collectHits(
  typed: readonly TypedWord[],
  columns: number,
  texts: readonly SearchText[],
): Hits {
  const rows = new Int32Array(texts.length).fill(-1);
  const found: number[] = [];
  for (const { likeness } of typed) {
    for (const word of likeness.keys()) {
      for (const { text } of word.places) {
        if (rows[text] === -1) rows[text] = found.push(text) - 1;
      }
    }
  }
  const like = new Float64Array(found.length * columns);
  const at = new Int32Array(found.length * columns);
  const words = new Int32Array(found.length);
  for (const { likeness, columns: own } of typed) {
    for (const [word, sure] of likeness) {
      for (const { text, first, last } of word.places) {
        const row = rows[text] ?? 0;
        for (let place = first; place <= last; place++)
          words[row] = (words[row] ?? 0) | (1 << Math.min(place, LAST_BIT));
        for (let part = 0; part < own.length; part++) {
          const cell = row * columns + (own[part] ?? 0);
          if ((like[cell] ?? 0) >= sure) continue;
          like[cell] = sure;
          at[cell] = Math.min(first + part, last) + 1;
        }
      }
    }
  }
  return { columns, texts: found, like, at, words };
}

/** All found words of some texts, by their place in each. */
export function wordsIn(
  texts: readonly number[],
  typed: readonly TypedWord[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map(texts.map((text) => [text, new Set<number>()]));
  for (const { likeness } of typed) {
    for (const { places } of likeness.keys()) {
      for (const { text, first, last } of places) {
        const words = found.get(text);
        if (words) for (let at = first; at <= last; at++) words.add(at);
      }
    }
  }
  return found;
}

/** How many bits are set. */
export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
