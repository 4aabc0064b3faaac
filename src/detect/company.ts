/**
 * Looks for the company that public persons keep: words of politics, war and office near a name. A bare surname needs some,
 * because it may be anybody's. The words are data of the languages. This file knows how much they weigh, and no word.
 */
import type { TokenSpan } from './evidence.ts';
import { comesAfter, createPhraseTable } from './phrase.ts';
import type { WordsBesideNames } from './compiled.ts';
import type { Token } from './token.ts';

/** What a word weighs. A sign is a reason by itself, a hint needs a second one. */
const SIGN = 2;
const HINT = 1;
/** From this weight on, the company in a block is a reason for the names in it. */
export const ENOUGH_IN_BLOCK = 2;
/** From this weight on, the company on a page is a reason for all names on it. */
export const ENOUGH_ON_PAGE = 4;
/** Forms of one word agree in so many first letters. They count once. */
const SAME_LETTERS = 4;

/** The weight of each word, by its first letters. */
export type Weights = ReadonlyMap<string, number>;

/** The company in one block. Computed when somebody first asks. */
export interface Company {
  /** How much the words of a sentence weigh, without those of a name in it. */
  weighIn(sentence: TokenSpan, name: TokenSpan): number;
  /** How much all words of the block weigh, without those of a name in it. */
  weighAround(name: TokenSpan): number;
  /** All words of the block. */
  all: () => Weights;
  /** Whether a sign or a hint begins at a token. */
  isAt(index: number): boolean;
  /** Whether a sign ends right before a token. */
  isBefore(index: number): boolean;
}

export type CompanyScale = (tokens: readonly Token[]) => Company;

export const sumOf = (weights: Weights): number =>
  [...weights.values()].reduce((sum, weight) => sum + weight, 0);

/** A word that is company. Its places are token indexes. */
interface Word {
  weight: number;
  first: number;
  last: number;
}

export function createCompanyScale({
  signs,
  hints,
  places: countries,
}: Pick<WordsBesideNames, 'signs' | 'hints' | 'places'>): CompanyScale {
  const keyOf = (word: string): string => word.slice(0, SAME_LETTERS);
  const signTable = createPhraseTable(signs);
  const kinds = [
    { table: signTable, weight: SIGN, keyOf },
    { table: createPhraseTable(hints), weight: HINT, keyOf },
    // All places count as one.
    { table: createPhraseTable(countries), weight: HINT, keyOf: () => '' },
  ];
  return (tokens) => {
    let words: Map<string, Word> | undefined;
    const places = new Map<number, string>();
    const read = (): ReadonlyMap<string, Word> => {
      if (words) return words;
      words = new Map();
      for (const [at, { word }] of tokens.entries()) {
        const kind = kinds.find(({ table }) => table.lengthAt(tokens, at) > 0);
        if (!kind) continue;
        const { weight } = kind;
        const key = kind.keyOf(word);
        const known = words.get(key) ?? { weight, first: at, last: at };
        words.set(key, { ...known, weight: Math.max(weight, known.weight), last: at });
        places.set(at, key);
      }
      return words;
    };
    return {
      weighIn({ start, end }, name) {
        const known = read();
        const keys = new Set<string>();
        for (let at = start; at < end; at++) {
          const key = places.get(at);
          if (key !== undefined && (at < name.start || at >= name.end)) keys.add(key);
        }
        return [...keys].reduce((sum, key) => sum + (known.get(key)?.weight ?? 0), 0);
      },
      weighAround(name) {
        let sum = 0;
        for (const { weight, first, last } of read().values()) {
          if (first < name.start || last >= name.end) sum += weight;
          if (sum >= ENOUGH_ON_PAGE) break;
        }
        return sum;
      },
      all: () => new Map([...read()].map(([key, { weight }]) => [key, weight])),
      isAt: (index) => kinds.some(({ table }) => table.lengthAt(tokens, index) > 0),
      isBefore: (index) => comesAfter(signTable, tokens, index),
    };
  };
}
