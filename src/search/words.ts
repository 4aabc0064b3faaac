/**
 * Text as words to search by: folded to plain lower-case letters, each word with its place in the original.
 * Folds further than detection does, since a searching hand is less careful than a newsroom.
 */

export interface Word {
  /** Lower case, without accents. */
  folded: string;
  /** UTF-16 code units in the original. */
  start: number;
  end: number;
}

/** Letters that have no decomposition. */
const PLAIN_LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** A word, with the apostrophes and soft hyphens inside of it. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]|['’ʼ](?=[\p{L}\p{N}]))*/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    folded: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function foldWord(word: string): string {
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’ʼ]s$/u, '')
    .replace(/[\p{M}\u00ad'’ʼ]/gu, '');
  return plain.replace(/[łøđıßæœ]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter);
}
