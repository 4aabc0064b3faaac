/** Splits tokens into sentences by punctuation. The caller passes the abbreviations. */
import type { Token } from './token.ts';

/** Longest sentence, in words. Longer ones are lists, and are cut. */
const WORDS_MAX = 250;

/** Splits at full stops, question and exclamation marks before a new start, and at semicolons. */
export function sentences(tokens: readonly Token[], abbreviations: ReadonlySet<string>): Token[][] {
  const result: Token[][] = [];
  let current: Token[] = [];
  tokens.forEach((token, index) => {
    const isFull = current.length >= WORDS_MAX;
    if (isFull || (current.length > 0 && endsSentence(token, tokens[index - 1], abbreviations))) {
      result.push(current);
      current = [];
    }
    current.push(token);
  });
  if (current.length > 0) result.push(current);
  return result;
}

function endsSentence(
  token: Token,
  before: Token | undefined,
  abbreviations: ReadonlySet<string>,
): boolean {
  if (token.gap === ' ') return false;
  if (/[;!?…。！？؟।։]/.test(token.gap)) return true;
  if (!/\.["'»”“)\]]*\s/.test(token.gap)) return false;
  if (!before || before.word.length === 1 || abbreviations.has(before.word)) return false;
  return token.capital || /[\d"“„«(]/.test(token.gap + token.word.charAt(0));
}
