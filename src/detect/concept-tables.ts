/** The phrase tables of a concept rule and of its language's grammar. Holds data, decides nothing. */
import type { Grammar } from '../dataset/index.ts';
import { createPhraseTable, type PhraseMatch, type PhraseTable } from './phrase.ts';
import {
  byName,
  entriesOf,
  listOf,
  phrasesOf,
  type CompiledConceptRule,
  type CompiledLanguage,
} from './compiled.ts';
import {
  cutCharacters,
  cutParticles,
  isUnspaced,
  joinCharacters,
  type Cut,
} from './concept-words.ts';
import type { Token } from './token.ts';

const RULE_PARTS = [
  'actors',
  'otherActors',
  'actions',
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
type GrammarPart = Exclude<keyof Grammar, 'freeOrder' | 'verbFirst' | 'verbLast'>;

export type ConceptTables = Record<RulePart | GrammarPart | 'and', PhraseTable> & {
  /** Whether the object may stand before the verb without a passive: the language's word order is free. */
  freeOrder: boolean;
  /** Whether the subject stands between the verb and its object. */
  verbFirst: boolean;
  /** Whether subject and object stand before the verb. */
  verbLast: boolean;
  /** Cuts tokens into words, if the language does not put spaces between all of them. */
  cut?: Cut;
};

export function createConceptTables(
  rule: CompiledConceptRule,
  language: CompiledLanguage,
  core: Pick<ConceptTables, 'objects' | 'actions'>,
): ConceptTables | undefined {
  const { grammar, and = '' } = language;
  if (!grammar) return undefined;
  const { freeOrder, verbFirst, verbLast, ...parts } = grammar;
  const written = {
    ...byName(RULE_PARTS.map((part) => [part, rule[part] ?? ''] as const)),
    ...parts,
    and: listOf(and.split(' ').filter(Boolean)),
  };
  const joins = isUnspaced(language);
  const lists = entriesOf(written).map(
    ([part, list]) => [part, joins ? joinCharacters(list) : list] as const,
  );
  const tables = {
    ...byName(lists.map(([part, list]) => [part, createPhraseTable(list)] as const)),
    ...(joins ? {} : core),
  };
  const prefixes = prefixesOf(language);
  const order = { freeOrder, verbFirst, verbLast };
  if (joins) return { ...tables, ...order, cut: cutCharacters(lists.map(([, list]) => list)) };
  if (!prefixes) return { ...tables, ...order };
  const articles = phrasesOf(parts.article);
  return { ...tables, ...order, cut: cutParticles(Object.values(tables), prefixes, articles) };
}

/** The particles that a language with concept rules writes onto words. */
export function prefixesOf(language?: CompiledLanguage): readonly string[] | undefined {
  return language?.grammar && language.prefixes ? language.prefixes.split(' ') : undefined;
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
