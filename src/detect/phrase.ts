/**
 * Phrases of the dataset's tables, matched on tokens: `shoot … down`, `missile*`. Knows no rule.
 */
import { foldedWords } from './fold.ts';
import type { Token } from './token.ts';

/** Most words that `…` stands for. */
const GAP_WORDS = 6;

/** Where a phrase stands: half-open, in tokens. */
export interface PhraseMatch {
  start: number;
  end: number;
}

export interface PhraseTable {
  /** Every place where a phrase stands; the longest of those that begin at one token. */
  find(tokens: readonly Token[]): PhraseMatch[];
  /** Length in tokens of the phrase that begins at a token, 0 where none does. */
  lengthAt(tokens: readonly Token[], index: number): number;
}

export function createPhraseTable(phrases: readonly string[]): PhraseTable {
  const byFirstWord = new Map<string, string[][]>();
  const open: string[][] = [];
  for (const words of phrases.map(foldedWords)) {
    const first = words[0] ?? '';
    if (first.endsWith('*')) open.push(words);
    else byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
  }
  const lengthAt = (tokens: readonly Token[], index: number): number => {
    const token = tokens[index];
    if (!token) return 0;
    const candidates = [...(byFirstWord.get(token.word) ?? []), ...open];
    return Math.max(0, ...candidates.map((words) => matchLength(words, tokens, index)));
  };
  return {
    lengthAt,
    find: (tokens) =>
      tokens.flatMap((_, start) => {
        const length = lengthAt(tokens, start);
        return length > 0 ? [{ start, end: start + length }] : [];
      }),
  };
}

/** The phrases as the scanner wants them: folded words parted by single spaces. */
export function triggersOf(phrases: readonly string[]): string[] {
  return phrases.map((phrase) => foldedWords(phrase).join(' '));
}

function matchLength(words: readonly string[], tokens: readonly Token[], from: number): number {
  let at = from;
  for (const [index, word] of words.entries()) {
    if (word === '…') continue;
    const most = words[index - 1] === '…' ? GAP_WORDS : 0;
    const found = findWord(word, tokens, { from: at, most });
    if (found < 0) return 0;
    at = found + 1;
  }
  return at - from;
}

function findWord(
  word: string,
  tokens: readonly Token[],
  { from, most }: { from: number; most: number },
): number {
  for (let at = from; at <= from + most && at < tokens.length; at++) {
    const token = tokens[at];
    if (token && matchesWord(word, token.word)) return at;
  }
  return -1;
}

function matchesWord(pattern: string, word: string): boolean {
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}
