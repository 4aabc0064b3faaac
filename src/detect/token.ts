/** Splits folded text into words. Knows conventions of writing (capitals, scripts without spaces, tags), and no names. */
import {
  fold,
  isHangul,
  isHiragana,
  isKatakana,
  isUnspaced,
  isWordCharacter,
  type FoldedText,
} from './fold.ts';

/** One word of the folded text. */
export interface Token {
  /** Folded: lower case, no accents. */
  word: string;
  /** Half-open span in the original text, in UTF-16 code units. */
  start: number;
  end: number;
  /** Whether it may be a name by its first letter: a capital, or a script without capitals. */
  capital: boolean;
  /** The folded text between this word and the word before it. */
  gap: string;
  /** Whether it is part of a hashtag or a handle. Capitals mean little there. */
  inTag: boolean;
}

export function tokenize(original: string): Token[] {
  return UNEVEN.test(original) ? tokenizeFolded(original, fold(original)) : tokenizeEven(original);
}

/**
 * Characters that a fast tokenizer cannot handle: those that do not fold to one unit each, and the marks of tags, in which
 * words begin at capitals. Half of all news texts have none of them.
 */
const UNEVEN = /[^\t-\r\x20-\x7e‘’“”–—…]|[#@]|\s\s/;

function tokenizeEven(original: string): Token[] {
  const text = original
    .toLowerCase()
    .replace(/[\t-\r]/g, ' ')
    .replace(/[‘’`]/g, "'")
    .replace(/[–—]/g, '-');
  const tokens: Token[] = [];
  let gapStart = 0;
  for (const { 0: word, index: start } of text.matchAll(/[a-z0-9]+/g)) {
    const end = start + word.length;
    const gap = text.slice(gapStart, start);
    tokens.push({
      word,
      start,
      end,
      capital: startsWithCapital(original, start),
      gap,
      inTag: false,
    });
    gapStart = end;
  }
  return tokens;
}

/** The words of a phrase in the dataset, folded: `["zelens", "kyi"]`; `…` and a final `*` stay. */
export function foldedWords(phrase: string): string[] {
  return phrase.split(/\s+/).flatMap((piece) => {
    if (/^…+$/.test(piece)) return [piece];
    const words = tokenize(piece).map(({ word }) => word);
    return piece.endsWith('*') ? [...words.slice(0, -1), `${words.at(-1) ?? ''}*`] : words;
  });
}

/** A phrase as the tables have it: folded words with single spaces between them. `!`, `…` and `*` stay. */
export function foldPhrase(phrase: string): string {
  const veto = phrase.startsWith('!') ? '!' : '';
  const rest = phrase.slice(veto.length);
  const suffix = rest.startsWith('*') ? '*' : '';
  return veto + suffix + foldedWords(rest).join(' ');
}

type Kind = 'unspaced' | 'katakana' | 'hiragana' | 'hangul' | 'other';

function kindOf(character: string): Kind {
  if (character < '\u0e00') return 'other';
  if (isKatakana(character)) return 'katakana';
  if (isHiragana(character)) return 'hiragana';
  if (isHangul(character)) return 'hangul';
  return isUnspaced(character) ? 'unspaced' : 'other';
}

function tokenizeFolded(original: string, { text, starts, ends }: FoldedText): Token[] {
  const tokens: Token[] = [];
  let gapStart = 0;
  let at = 0;
  let tagEnd = -1;
  const startOf = (index: number): number => starts[index] ?? original.length;
  /** Whether a new word begins inside a run of letters: "#StandWithZelensky", a zero-width space before a capital. */
  const isHump = (index: number, inTag: boolean): boolean => {
    const parted = ends[index - 1] !== startOf(index);
    if (!inTag && !(parted && original.slice(ends[index - 1], startOf(index)).includes('\u200b')))
      return false;
    return isEdge(original, startOf(index - 1), startOf(index));
  };
  while (at < text.length) {
    if (!isWordCharacter(text.charAt(at))) {
      at++;
      continue;
    }
    const first = at;
    const gap = text.slice(gapStart, first);
    const inTag = /[#@]$/.test(gap) || (/^_?$/.test(gap) && tagEnd === gapStart);
    at = endOfWord(text, first, (index) => isHump(index, inTag));
    if (inTag) tagEnd = at;
    tokens.push({
      word: text.slice(first, at),
      start: startOf(first),
      end: ends[at - 1] ?? startOf(first) + 1,
      capital: startsWithCapital(original, startOf(first)),
      gap,
      inTag,
    });
    gapStart = at;
  }
  return tokens;
}

function endOfWord(text: string, first: number, isHump: (index: number) => boolean): number {
  const kind = kindOf(text.charAt(first));
  let at = first + 1;
  if (kind === 'unspaced') return at;
  while (at < text.length && isWordCharacter(text.charAt(at))) {
    if (kindOf(text.charAt(at)) !== kind || isHump(at)) break;
    at++;
  }
  return at;
}

/** Whether a run of letters changes at an offset to a capital or to a number. */
function isEdge(original: string, before: number, here: number): boolean {
  if (/\d/.test(original.charAt(here))) return !/\d/.test(original.charAt(before));
  return isCapital(original, here) && !isCapital(original, before);
}

function characterAt(original: string, at: number): string {
  const unit = original.charAt(at);
  if (unit < '\u0080') return unit;
  return String.fromCodePoint(original.codePointAt(at) ?? 0).normalize('NFKC');
}

function isCapital(original: string, at: number): boolean {
  const character = characterAt(original, at);
  return character !== character.toLowerCase();
}

function startsWithCapital(original: string, at: number): boolean {
  const character = characterAt(original, at);
  if (character < '\u0080') return character < 'a' || character > 'z';
  const lower = character.toLowerCase();
  // Georgian has capitals in Unicode, but writes no names with them.
  return (
    character !== lower || lower.toUpperCase() === lower || /\p{Script=Georgian}/u.test(character)
  );
}
