/**
 * A concept rule and the grammar of its language as tables to look words up in. Holds data, decides nothing.
 */
import type { ConceptRule, Grammar } from '../dataset/index.ts';
import { createPhraseTable, type PhraseMatch, type PhraseTable } from './phrase.ts';
import type { Token } from './token.ts';

type RulePart = Exclude<keyof ConceptRule, 'lang' | 'examples'>;
type GrammarPart = Exclude<keyof Grammar, 'freeOrder'>;

export type ConceptTables = Record<RulePart | GrammarPart | 'and', PhraseTable> & {
  /** Whether the object may stand before the verb without a passive. */
  freeOrder: boolean;
};

export function createConceptTables(
  rule: ConceptRule,
  { freeOrder, ...grammar }: Grammar,
  and: string,
): ConceptTables {
  const parts = Object.entries(rule).filter(([part]) => part !== 'lang' && part !== 'examples');
  const words = Object.entries({ ...grammar, and }).map(([part, list]) => [
    part,
    list.split(' ').filter(Boolean),
  ]);
  const tables = Object.fromEntries(
    [...parts, ...words].map(([part, phrases]) => [part, createPhraseTable(phrases as string[])]),
  ) as Record<RulePart | GrammarPart | 'and', PhraseTable>;
  return { ...tables, freeOrder };
}

/** Whether a phrase of the table begins within a span. */
export function has(
  table: { lengthAt(tokens: readonly Token[], at: number): number },
  sentence: readonly Token[],
  { start, end }: PhraseMatch,
): boolean {
  for (let at = Math.max(0, start); at < Math.min(end, sentence.length); at++) {
    if (table.lengthAt(sentence, at) > 0) return true;
  }
  return false;
}
