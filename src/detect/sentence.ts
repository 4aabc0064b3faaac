/**
 * Words put together to sentences. Knows punctuation; which words are abbreviations it is told.
 */
import type { Token } from './token.ts';

/** Longest sentence, in words: what reads like a longer one is a list, and is cut. */
const MOST_WORDS = 250;

/** Splits at full stops, question and exclamation marks before a new start, and at semicolons. */
export function sentences(tokens: readonly Token[], abbreviations: ReadonlySet<string>): Token[][] {
  const result: Token[][] = [];
  let current: Token[] = [];
  tokens.forEach((token, index) => {
    const isFull = current.length >= MOST_WORDS;
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
