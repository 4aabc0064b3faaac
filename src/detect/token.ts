/**
 * Folded text cut into words and sentences. Knows spelling conventions, not names.
 */
import { isWordUnit, type FoldedText } from './fold.ts';

/** One word of the folded text. */
export interface Token {
  /** Folded: lower case, no accents. */
  word: string;
  /** Half-open span in the original text, in UTF-16 code units. */
  start: number;
  end: number;
  /** Whether the first letter is a capital in the original. */
  capital: boolean;
  /** What stands between this word and the one before it, folded. */
  gap: string;
}

/** Words after which a full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr gen sen rep gov lt col maj sgt st u.s u.k u.n no vs jr sr prof jan feb aug sept oct nov dec'.split(
    ' ',
  ),
);

export function tokenize(original: string, folded: FoldedText): Token[] {
  const tokens: Token[] = [];
  let gapStart = 0;
  let at = 0;
  while (at < folded.text.length) {
    if (!isWordUnit(folded.text.charAt(at))) {
      at++;
      continue;
    }
    const first = at;
    while (at < folded.text.length && isWordUnit(folded.text.charAt(at))) at++;
    const start = folded.offsets[first] ?? 0;
    const initial = original.charAt(start);
    tokens.push({
      word: folded.text.slice(first, at),
      start,
      end: (folded.offsets[at - 1] ?? start) + 1,
      capital: initial !== initial.toLowerCase(),
      gap: folded.text.slice(gapStart, first),
    });
    gapStart = at;
  }
  return tokens;
}

/** Splits at full stops, question and exclamation marks before a new start, and at semicolons. */
export function sentences(tokens: readonly Token[]): Token[][] {
  const result: Token[][] = [];
  let current: Token[] = [];
  tokens.forEach((token, index) => {
    if (current.length > 0 && endsSentence(token, tokens[index - 1])) {
      result.push(current);
      current = [];
    }
    current.push(token);
  });
  if (current.length > 0) result.push(current);
  return result;
}

function endsSentence(token: Token, before: Token | undefined): boolean {
  if (/[;!?…。]/.test(token.gap)) return true;
  if (!/\.["'”)\]]*\s/.test(token.gap)) return false;
  if (!before || before.word.length === 1 || ABBREVIATIONS.has(before.word)) return false;
  return token.capital || /[\d"“(]/.test(token.gap + token.word.charAt(0));
}
