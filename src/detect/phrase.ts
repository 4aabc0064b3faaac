/**
 * Phrases of the data's tables, matched on tokens: `shoot … down`, `missile*`, `*rakete`, and `!missile
 * shield*` for what is not meant. Knows no rule.
 */
import { groupKey, SUFFIXES, VETOES, type PhraseList } from './prepared.ts';
import type { Token } from './token.ts';

/** Most words that `…` and `……` stand for. */
const GAP_WORDS: Record<string, number> = { '…': 6, '……': 14 };
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

/** @param list as `prepare.ts` makes it; taken apart group by group, where a text has words that begin so */
export function createPhraseTable(list: PhraseList = ''): PhraseTable {
  let groups: Groups | undefined;
  const lengthAt = (tokens: readonly Token[], index: number): number => {
    if (list === '') return 0;
    groups ??= readGroups(list);
    const length = longestAt(groups, tokens, index);
    return length > 0 && vetoedAt(groups, tokens, index) ? 0 : length;
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

/** Groups of phrases by their key: as text until they are looked into. */
type Groups = Map<string, string | Words[]>;

const readGroups = (list: PhraseList): Groups =>
  new Map(list.split('\n').map((group) => [groupKey(group), group]));

function groupOf(groups: Groups, key: string): readonly Words[] {
  const group = groups.get(key);
  if (typeof group !== 'string') return group ?? NONE;
  const phrases = group.split('|').map((phrase) => phrase.split(' '));
  groups.set(key, phrases);
  return phrases;
}

const NONE: readonly Words[] = [];

function longestAt(groups: Groups, tokens: readonly Token[], index: number): number {
  const word = tokens[index]?.word;
  if (word === undefined) return 0;
  let longest = 0;
  const look = (key: string): void => {
    for (const words of groupOf(groups, key)) {
      longest = Math.max(longest, matchLength(words, tokens, index));
    }
  };
  look(word.slice(0, 2));
  // A phrase may begin with any word of one letter, or that begins with it.
  if (word.length > 1) look(word.charAt(0));
  look(SUFFIXES);
  return longest;
}

/** Whether what a `!phrase` takes back stands there. */
function vetoedAt(groups: Groups, tokens: readonly Token[], index: number): boolean {
  return groupOf(groups, VETOES).some(([first = '', ...rest]) => {
    const words = [first.slice(VETOES.length), ...rest];
    return matchLength(words, tokens, index) > 0;
  });
}

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
