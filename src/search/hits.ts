/**
 * Which texts have which typed words, how alike, and where. The arrays are flat, because a common word occurs in
 * thousands of texts and a key press has few milliseconds. This file collects; `rank.ts` ranks.
 */
import type { SearchText } from './documents.ts';
import type { Likeness } from './vocabulary.ts';

/** A typed word, or two that may be one. */
export interface TypedWord {
  /** The words that it may mean. */
  likeness: Likeness;
  /** Whether an entity has to have it. */
  matters: boolean;
  /** Its positions in the query: two if one word was typed as two. */
  columns: readonly number[];
}

export interface Hits {
  /** How many typed words there are: the length of a row. */
  columns: number;
  /** Indices of the texts that have any of the words, in the order of the rows. */
  texts: number[];
  /** Likeness by row and column; 0 if the word is missing. */
  like: Float64Array;
  /** Position of the word in the text by row and column, counted from 1. */
  at: Int32Array;
  /** Positions of the found words by row, as bits. The last bit stands for all later positions. */
  words: Int32Array;
}

const LAST_BIT = 31;

/** Reads every occurrence of every likeness once. */
export function collectHits(
  typed: readonly TypedWord[],
  columns: number,
  texts: readonly SearchText[],
): Hits {
  const rows = new Int32Array(texts.length).fill(-1);
  const found: number[] = [];
  for (const { likeness } of typed) {
    for (const word of likeness.keys()) {
      for (const { text } of word.occurrences) {
        if (rows[text] === -1) rows[text] = found.push(text) - 1;
      }
    }
  }
  const like = new Float64Array(found.length * columns);
  const at = new Int32Array(found.length * columns);
  const words = new Int32Array(found.length);
  for (const { likeness, columns: own } of typed) {
    for (const [word, alike] of likeness) {
      for (const { text, first, last } of word.occurrences) {
        const row = rows[text] ?? 0;
        for (let position = first; position <= last; position++)
          words[row] = (words[row] ?? 0) | (1 << Math.min(position, LAST_BIT));
        for (let part = 0; part < own.length; part++) {
          const cell = row * columns + (own[part] ?? 0);
          if ((like[cell] ?? 0) >= alike) continue;
          like[cell] = alike;
          at[cell] = Math.min(first + part, last) + 1;
        }
      }
    }
  }
  return { columns, texts: found, like, at, words };
}

/** The positions of all found words, for some texts. */
export function wordsIn(
  texts: readonly number[],
  typed: readonly TypedWord[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map(texts.map((text) => [text, new Set<number>()]));
  for (const { likeness } of typed) {
    for (const { occurrences } of likeness.keys()) {
      for (const { text, first, last } of occurrences) {
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
