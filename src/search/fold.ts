/**
 * Text as words for the search: folded to plain lower-case Latin letters where the script allows it, with their
 * positions in the original. It folds more than detection does, because readers type less carefully than newsrooms.
 */
import { romanize } from './romanize.ts';

export interface Word {
  /** Lower case, without accents and apostrophes; Cyrillic and Greek in Latin letters. */
  key: string;
  /** UTF-16 code units in the original. */
  start: number;
  end: number;
}

/** A word with the apostrophes, accents and invisible joiners in it. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]|['’‘ʼʹ′`](?=[\p{L}\p{N}]))*/gu;

/** Letters without a Unicode decomposition, and letters that keyboards write in two ways. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'e',
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ם: 'מ',
  ן: 'נ',
  ץ: 'צ',
  ף: 'פ',
  ך: 'כ',
};
const UNPLAIN = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/** The words of a text, in order. A text without letters and digits has none. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const key = foldWord(match[0]);
    return key === '' ? [] : { key, start: match.index, end: match.index + match[0].length };
  });
}

/** Most words need nothing but lower case. */
const PLAIN = /^[A-Za-z0-9]+$/;

/** The form in which two words are compared. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’‘ʼ]s$/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(UNPLAIN, (letter) => PLAIN_LETTERS[letter] ?? letter);
  return romanize(plain);
}
