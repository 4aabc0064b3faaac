/**
 * Matches the phrases of the data on tokens: `shoot … down`, `missile*`, `*rakete`, `us^`, which needs a capital, and
 * `!missile shield*`, which is a veto. Knows no rule.
 */
import { CAPITALS, groupKey, groupsOf, SUFFIXES, VETOES, type PhraseList } from './compiled.ts';
import type { Token } from './token.ts';

/** How many words `…` and `……` may stand for. 0 for anything else. */
const gapOf = (word: string): number => (word === '…' ? 6 : word === '……' ? 14 : 0);

/** Where a phrase stands, in tokens, half-open. */
export interface PhraseMatch {
  start: number;
  end: number;
}

export interface PhraseTable {
  /** @returns every match; of several that begin at one token, the longest */
  find(tokens: readonly Token[]): PhraseMatch[];
  /** @returns the length in tokens of the phrase that begins at a token, or 0 */
  lengthAt(tokens: readonly Token[], index: number): number;
}

type Words = readonly string[];

/** @param list in the form of `compiled.ts`. The table splits a group when a text first needs it. */
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

/** Whether a phrase of the table stands right before a token. */
export function comesAfter(table: PhraseTable, tokens: readonly Token[], index: number): boolean {
  if (!/^(?:[\s-]|["„“«'(]|\s["„“«'(])?$/.test(tokens[index]?.gap ?? '.')) return false;
  return [1, 2, 3].some((back) => index >= back && table.lengthAt(tokens, index - back) === back);
}

/** Whether a phrase of the table begins at a token. */
export function comesBefore(table: PhraseTable, tokens: readonly Token[], index: number): boolean {
  return /^[\s-]?$/.test(tokens[index]?.gap ?? '.') && table.lengthAt(tokens, index) > 0;
}

/** Phrases by the key of their group, as a number. A group is text until somebody needs it. */
interface Groups {
  byKey: Map<number, string | Words[]>;
  /** Whether the first word of any phrase is a single letter or a letter with `*`. */
  hasLetters: boolean;
  /** Whether any phrase begins with `*`. */
  hasSuffixes: boolean;
}

function readGroups(list: PhraseList): Groups {
  const byKey = new Map<number, string>();
  let hasLetters = false;
  for (const group of groupsOf(list)) {
    const key = groupKey(group);
    hasLetters ||= key.length === 1 && key !== SUFFIXES && key !== VETOES;
    byKey.set(numberOf(key), group);
  }
  return { byKey, hasLetters, hasSuffixes: byKey.has(numberOf(SUFFIXES)) };
}

/** Of the first letters of a text, at most two. To look for a part of each word as text would cost a new text each time. */
const numberOf = (text: string, letters = 2): number =>
  text.charCodeAt(0) + (letters > 1 ? (text.charCodeAt(1) || 0) * 0x1_0000 : 0);

function groupOf({ byKey }: Groups, key: number): readonly Words[] {
  const group = byKey.get(key);
  if (typeof group !== 'string') return group ?? NONE;
  const phrases = group.split('|').map((phrase) => phrase.split(' '));
  byKey.set(key, phrases);
  return phrases;
}

const NONE: readonly Words[] = [];

function longestAt(groups: Groups, tokens: readonly Token[], index: number): number {
  const word = tokens[index]?.word;
  if (word === undefined) return 0;
  let longest = 0;
  const look = (key: number): void => {
    for (const words of groupOf(groups, key)) {
      longest = Math.max(longest, matchLength(words, tokens, index));
    }
  };
  look(numberOf(word));
  if (groups.hasLetters && word.length > 1) look(numberOf(word, 1));
  if (groups.hasSuffixes) look(numberOf(SUFFIXES));
  return longest;
}

/** Whether a veto applies at a token. */
function vetoedAt(groups: Groups, tokens: readonly Token[], index: number): boolean {
  return groupOf(groups, numberOf(VETOES)).some(([first = '', ...rest]) => {
    const words = [first.slice(VETOES.length), ...rest];
    return matchLength(words, tokens, index) > 0;
  });
}

function matchLength(words: Words, tokens: readonly Token[], from: number): number {
  let at = from;
  let most = 0;
  for (const word of words) {
    const gap = gapOf(word);
    if (gap > 0) {
      most = gap;
      continue;
    }
    const found = findWord(word, tokens, { from: at, most });
    if (found < 0) return 0;
    at = found + 1;
    most = 0;
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
    if (token && matchesWord(word, token)) return at;
  }
  return -1;
}

function matchesWord(pattern: string, { word, capital }: Token): boolean {
  if (pattern.startsWith('*')) return word.endsWith(pattern.slice(1));
  if (pattern.endsWith('*')) return word.startsWith(pattern.slice(0, -1));
  if (pattern.endsWith(CAPITALS)) return capital && word === pattern.slice(0, -1);
  return word === pattern;
}
