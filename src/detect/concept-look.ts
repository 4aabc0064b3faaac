/**
 * The first look at a block: which concept rules have both an object and an action in it. Most blocks have them in few
 * languages, so one pass looks at all languages together. Decides nothing else.
 */
import { keysOf, SUFFIXES, type PhraseList } from './compiled.ts';
import type { Cut } from './concept-words.ts';
import type { PhraseTable } from './phrase.ts';
import type { Token } from './token.ts';

/** What the first look needs of a rule. */
export interface LookedFor {
  lang: string;
  lists: Record<Part, PhraseList>;
  /** Cuts particles off words, if the language writes them onto words. */
  cut?: Cut | undefined;
  tables: Record<Part, PhraseTable>;
}

const PARTS = ['objects', 'actions'] as const;
type Part = (typeof PARTS)[number];

/** From this many small words on, they show the language of a text. */
const SHOWN = 3;

interface Entry {
  rule: number;
  bit: number;
  table: PhraseTable;
}

/** @returns finds the indices of the rules that have an object and an action in a text that may be in their language */
export function createFirstLook(
  rules: readonly LookedFor[],
): (tokens: readonly Token[], scores: ReadonlyMap<string, number>) => number[] {
  let byKey: ReadonlyMap<string, readonly Entry[]> | undefined;
  const all = 2 ** PARTS.length - 1;
  return (tokens, scores) => {
    byKey ??= entriesByKey(rules);
    const seen = new Uint8Array(rules.length);
    const mayBe = languagesOf(rules, scores);
    const look = (key: string, at: number): void => {
      for (const { rule, bit, table } of byKey?.get(key) ?? NONE) {
        if (((seen[rule] ?? 0) & bit) !== 0 || !mayBe[rule]) continue;
        if (table.lengthAt(tokens, at) > 0) seen[rule] = (seen[rule] ?? 0) | bit;
      }
    };
    tokens.forEach(({ word }, at) => {
      look(word.slice(0, 2), at);
      if (word.length > 1) look(word.charAt(0), at);
      look(SUFFIXES, at);
    });
    return rules.flatMap((rule, index) => {
      if (!mayBe[index]) return [];
      return seen[index] === all || hasAllCut(rule, tokens) ? [index] : [];
    });
  };
}

/** Whether a text has all parts of a rule once the language's particles are cut off. */
function hasAllCut({ cut, tables }: LookedFor, tokens: readonly Token[]): boolean {
  const words = cut?.(tokens) ?? [];
  return PARTS.every((part) => words.some((_, at) => tables[part].lengthAt(words, at) > 0));
}

const NONE: readonly Entry[] = [];

/** The tables of all rules by the beginnings of their phrases, in the form of `groupKey`. */
function entriesByKey(rules: readonly LookedFor[]): Map<string, Entry[]> {
  const byKey = new Map<string, Entry[]>();
  rules.forEach(({ lists, tables }, rule) => {
    PARTS.forEach((part, index) => {
      const entry = { rule, bit: 1 << index, table: tables[part] };
      for (const key of keysOf(lists[part])) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
    });
  });
  return byKey;
}

/** Which rules' languages a text may be in. It is not in one if it has many more small words of another one. */
function languagesOf(rules: readonly LookedFor[], scores: ReadonlyMap<string, number>): boolean[] {
  const own = rules.map(({ lang }) => scores.get(lang) ?? 0);
  const best = Math.max(0, ...own);
  return own.map((score) => best < SHOWN || 2 * score >= best);
}
