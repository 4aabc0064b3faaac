/**
 * Phrases of the data's tables, matched on tokens: `shoot … down`, `missile*`, `*rakete`, and `!missile
 * shield*` for what is not meant. Knows no rule.
 */
import { phrasesOf, type PhraseList } from './prepared.ts';
import type { Token } from './token.ts';

/** Most words that `…` and `……` stand for. */
const GAP_WORDS: Record<string, number> = { '…': 6, '……': 14 };
/** Longest beginning by which phrases with a `*` in the first word are kept, in characters. */
const KEY_LENGTH = 3;

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

type Words = readonly string[];

/** @param list as `prepare.ts` makes it; read when it is first looked into */
export function createPhraseTable(list: PhraseList = ''): PhraseTable {
  let meant: Arranged | undefined;
  let vetoes: Arranged | undefined;
  const lengthAt = (tokens: readonly Token[], index: number): number => {
    if (list === '') return 0;
    meant ??= arrange(phrasesOf(list).filter((phrase) => !phrase.startsWith('!')));
    const length = longestAt(meant, tokens, index);
    if (length === 0) return 0;
    vetoes ??= arrange(
      phrasesOf(list).flatMap((phrase) => (phrase.startsWith('!') ? [phrase.slice(1)] : [])),
    );
    return vetoes.size > 0 && longestAt(vetoes, tokens, index) > 0 ? 0 : length;
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

/** Phrases by their first word. */
interface Arranged {
  size: number;
  /** First letters of those words, so that most words of a text are answered by a look at these. */
  firsts: Set<number>;
  /** By the word as it is. */
  exact: Map<string, Words[]>;
  /** `word*`, by the beginning of the word. */
  begun: Map<string, Words[]>;
  /** `*word`. */
  ended: Words[];
}

function arrange(phrases: readonly string[]): Arranged {
  const arranged: Arranged = {
    size: phrases.length,
    firsts: new Set(),
    exact: new Map(),
    begun: new Map(),
    ended: [],
  };
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    if (first.startsWith('*')) {
      arranged.ended.push(words);
      continue;
    }
    arranged.firsts.add(first.charCodeAt(0));
    if (first.endsWith('*')) {
      keep(arranged.begun, first.slice(0, Math.min(KEY_LENGTH, first.length - 1)), words);
    } else keep(arranged.exact, first, words);
  }
  return arranged;
}

function keep(map: Map<string, Words[]>, key: string, words: Words): void {
  const known = map.get(key);
  if (known) known.push(words);
  else map.set(key, [words]);
}

function longestAt(arranged: Arranged, tokens: readonly Token[], index: number): number {
  const word = tokens[index]?.word;
  if (word === undefined) return 0;
  let longest = 0;
  const look = (phrases: readonly Words[]): void => {
    for (const words of phrases) longest = Math.max(longest, matchLength(words, tokens, index));
  };
  look(arranged.ended);
  if (!arranged.firsts.has(word.charCodeAt(0))) return longest;
  look(arranged.exact.get(word) ?? NONE);
  if (arranged.begun.size === 0) return longest;
  for (let length = 1; length <= Math.min(KEY_LENGTH, word.length); length++) {
    look(arranged.begun.get(word.slice(0, length)) ?? NONE);
  }
  return longest;
}

const NONE: readonly Words[] = [];

function matchLength(words: Words, tokens: readonly Token[], from: number): number {
  let at = from;
  for (const [index, word] of words.entries()) {
    if (word in GAP_WORDS) continue;
    const most = GAP_WORDS[words[index - 1] ?? ''] ?? 0;
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
  if (pattern.startsWith('*')) return word.endsWith(pattern.slice(1));
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}
