/** The phrase tables of a concept rule and of its language's grammar. Holds data, decides nothing. */
import { createPhraseTable, type PhraseMatch, type PhraseTable } from './phrase.ts';
import {
  byName,
  entriesOf,
  listOf,
  phrasesOf,
  type CompiledLanguage,
  type CompiledLinguistics,
  type PackedConceptRule,
} from './compiled.ts';
import { GRAMMAR_PARTS, ORDERS, readLists, RULE_PARTS } from './concept-pack.ts';
import {
  cutCharacters,
  cutParticles,
  isUnspaced,
  joinCharacters,
  type Cut,
} from './concept-words.ts';
import type { Token } from './token.ts';

type RulePart = (typeof RULE_PARTS)[number] | 'objects' | 'actions';
type GrammarPart = (typeof GRAMMAR_PARTS)[number];

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
  { rules, at }: { rules: readonly PackedConceptRule[]; at: number },
  { languages }: Pick<CompiledLinguistics, 'languages'>,
  core: Pick<ConceptTables, 'objects' | 'actions'>,
): ConceptTables | undefined {
  const rule = rules[at];
  const language = languages[rule?.lang ?? ''];
  if (!rule || language?.grammar === undefined) return undefined;
  const lists = rules.map(({ more }) => more);
  const grammars = Object.values(languages).map(({ grammar = '' }) => grammar);
  const parts = readLists(GRAMMAR_PARTS, grammars, Object.keys(languages).indexOf(rule.lang));
  const written = {
    ...{ objects: rule.objects, actions: rule.actions },
    ...readLists(RULE_PARTS, lists, at),
    ...parts,
    and: listOf(language.and?.split(' ').filter(Boolean) ?? []),
  };
  const joins = isUnspaced(language);
  const joined = entriesOf(written).map(
    ([part, list]) => [part, joins ? joinCharacters(list) : list] as const,
  );
  const tables = {
    ...byName(joined.map(([part, list]) => [part, createPhraseTable(list)] as const)),
    ...(joins ? {} : core),
  };
  const prefixes = prefixesOf(language);
  const orders = new Set(language.order?.split(' '));
  const order = byName(ORDERS.map((one) => [one, orders.has(one)] as const));
  if (joins) return { ...tables, ...order, cut: cutCharacters(joined.map(([, list]) => list)) };
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
