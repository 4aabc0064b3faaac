/** The phrase tables of a concept rule and of its language's grammar. Holds data, decides nothing. */
import type { Grammar } from '../dataset/index.ts';
import { createPhraseTable, type PhraseMatch, type PhraseTable } from './phrase.ts';
import { byName, entriesOf, listOf, type CompiledConceptRule } from './compiled.ts';
import type { Token } from './token.ts';

const RULE_PARTS = [
  'actors',
  'otherActors',
  'actions',
  'weakActions',
  'nouns',
  'doneByObjects',
  'objects',
  'things',
  'otherObjects',
  'setting',
  'otherSetting',
  'objectsOf',
  'objectsNotOf',
  'otherWeapons',
  'weapons',
  'references',
  'participles',
  'remains',
] as const satisfies (keyof CompiledConceptRule)[];
type RulePart = (typeof RULE_PARTS)[number];
type GrammarPart = Exclude<keyof Grammar, 'freeOrder'>;

export type ConceptTables = Record<RulePart | GrammarPart | 'and', PhraseTable> & {
  /** Whether the object may stand before the verb without a passive: the language's word order is free. */
  freeOrder: boolean;
};

export function createConceptTables(
  rule: CompiledConceptRule,
  { freeOrder, ...grammar }: Grammar,
  and: string,
): ConceptTables {
  const words = { ...grammar, and: listOf(and.split(' ').filter(Boolean)) };
  return {
    ...byName(RULE_PARTS.map((part) => [part, createPhraseTable(rule[part])] as const)),
    ...byName(entriesOf(words).map(([part, list]) => [part, createPhraseTable(list)] as const)),
    freeOrder,
  };
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
