/**
 * Compiles a dataset's detection data: folds phrases and names, groups them, and finds their triggers. The build does this for the
 * bundled dataset, a worker for added ones. No page runs this code; `pack.ts` writes what pages carry.
 */
import type {
  ConceptRule,
  DetectionData,
  EntityDetection,
  EntityName,
  Grammar,
  Language,
  Linguistics,
} from '../dataset/index.ts';
import { KEY_LENGTH } from './gazetteer.ts';
import { createInflector, type Inflector, type Spelling } from './inflect.ts';
import type {
  Catalogued,
  NameGroup,
  PhraseList,
  CompiledConceptRule,
  CompiledEntity,
} from './compiled.ts';
import {
  byName,
  CAPITALS,
  eachName,
  entriesOf,
  listOf,
  phrasesOf,
  type CompiledName,
} from './compiled.ts';
import type { Triggers } from './scanner-tables.ts';
import { coveringOf, triggersOfEvidence, triggersOfName, triggersOfPhrase } from './triggers.ts';
import { foldPhrase, tokenize } from './token.ts';
import { INSIDE } from './symbols.ts';

/** An entity with its triggers for the scanner. */
export type TriggeredEntity = CompiledEntity & { triggers: Triggers };

/** Detection data with folded phrases and names. `packDetector` turns it into what pages carry. */
export interface CompiledDetection {
  entities: TriggeredEntity[];
  linguistics: Linguistics;
}

export function compileDetection(data: DetectionData): CompiledDetection {
  return { entities: compileEntities(data), linguistics: compileLinguistics(data.linguistics) };
}

/** The entities alone, for a program that has its languages already. @param onEntity called before each of them */
export function compileEntities(
  { entities, linguistics }: DetectionData,
  onEntity: (at: number) => void = () => undefined,
): TriggeredEntity[] {
  const inflector = createInflector(linguistics);
  return entities.map((entity, at) => {
    onEntity(at);
    return compileEntity(entity, inflector, linguistics.languages);
  });
}

function compileEntity(
  entity: EntityDetection & Catalogued,
  inflector: Inflector,
  languages: Linguistics['languages'],
): TriggeredEntity {
  // A particle may be written onto an object.
  const inside = (lang: string, triggers: readonly string[]): string[] =>
    triggers.map((trigger) =>
      languages[lang]?.prefixes && !trigger.startsWith(INSIDE) ? INSIDE + trigger : trigger,
    );
  const names = entity.names.map((name) => compileName(name, inflector));
  const lists = {
    givenNames: entity.givenNames,
    notAfter: entity.notAfter,
    notBefore: entity.notBefore,
    wordAfter: entity.wordAfter,
    titles: entity.titles,
    followedBy: entity.followedBy,
    evidenceFor: entity.evidenceFor,
    evidenceAgainst: [...entity.evidenceAgainst, ...entity.againstAnywhere],
  };
  return {
    id: entity.id,
    tier: entity.tier,
    names: groupNames(names),
    ...compileLists(lists),
    ...(entity.concepts.length > 0 ? { concepts: entity.concepts.map(compileConceptRule) } : {}),
    triggers: {
      tier: entity.tier,
      names: coveringOf([
        ...names.flatMap((name) => triggersOfName(name, inflector)),
        ...entity.againstAnywhere.flatMap(triggersOfEvidence),
      ]),
      objects: coveringOf(
        entity.concepts.flatMap(({ lang, objects }) =>
          inside(lang, objects.map(foldPhrase).flatMap(triggersOfPhrase)),
        ),
      ),
    },
  };
}

/** Folds the phrases. Leaves out empty lists. */
function compileLists<Name extends string>(
  lists: Record<Name, readonly string[]>,
  foldOne = foldPhrase,
): Partial<Record<Name, PhraseList>> {
  const filled = entriesOf(lists).filter(([, phrases]) => phrases.length > 0);
  return byName(filled.map(([name, phrases]) => [name, listOf(phrases.map(foldOne))] as const));
}

function compileLinguistics({ vowels, languages, givenNames }: Linguistics): Linguistics {
  const foldList = (list: string): string => list.split(' ').map(foldPhrase).join(' ');
  const compileLanguage = (language: Language): Language => ({
    ...language,
    words: foldList(language.words),
    prefixes: foldList(language.prefixes),
    ...(language.grammar ? { grammar: compileGrammar(language.grammar) } : {}),
  });
  const compileGrammar = ({ freeOrder, verbFirst, verbLast, ...lists }: Grammar): Grammar => {
    const phrases = (list: string): string[] =>
      list
        .split(' ')
        .filter(Boolean)
        .map((phrase) => foldPhrase(phrase.replaceAll('_', ' ')));
    const folded = entriesOf(lists).map(([part, list]) => [part, listOf(phrases(list))] as const);
    return { ...lists, ...byName(folded), freeOrder, verbFirst, verbLast };
  };
  return {
    vowels,
    languages: Object.fromEntries(
      Object.entries(languages).map(([code, language]) => [code, compileLanguage(language)]),
    ),
    givenNames: foldList(givenNames),
  };
}

/** Leaves out the examples: they are for tests and authors. The actions have the weak ones in them. */
function compileConceptRule({ lang, examples, ...parts }: ConceptRule): CompiledConceptRule {
  const actions = [...parts.actions, ...parts.weakActions];
  return { lang, ...compileLists({ ...parts, actions }, foldRulePhrase) };
}

/** A phrase in capitals keeps them: `US` is the country, and `us` is not. */
function foldRulePhrase(phrase: string): string {
  const folded = foldPhrase(phrase);
  const isInCapitals = phrase === phrase.toUpperCase() && phrase !== phrase.toLowerCase();
  return isInCapitals ? folded.replace(/[\p{L}\p{N}]+/gu, `$&${CAPITALS}`) : folded;
}

function compileName(
  { text, kind, lang, script, alone, wordIn }: EntityName,
  inflector: Inflector,
): CompiledName {
  const tokens = tokenize(text);
  const words = tokens.map(({ word }) => word);
  const capitals = tokens.map(({ capital }) => capital);
  const stem = shortestStem(words, { languages: lang.split(' '), script }, inflector);
  return {
    ...{ kind, lang, script, words },
    ...(stem < KEY_LENGTH ? { stem } : {}),
    ...(capitals.includes(false) ? { capitals } : {}),
    ...(alone === undefined ? {} : { alone }),
    ...(wordIn.length > 0 ? { wordIn } : {}),
  };
}

/** Length of the shortest stem of the first word, in letters. Only the last word of a name takes endings. */
function shortestStem(words: readonly string[], spelling: Spelling, inflector: Inflector): number {
  const [first = '', ...more] = words;
  if (more.length > 0) return first.length;
  return Math.min(...inflector.stemsOf(first, spelling).map(({ stem }) => stem.length));
}

/** Puts neighbouring names that differ only in their words into one group. The order of names stays. */
function groupNames(names: readonly CompiledName[]): NameGroup[] {
  const groups: { words: string[]; rest: Omit<CompiledName, 'words'> }[] = [];
  for (const { words, ...rest } of names) {
    const last = groups.at(-1);
    if (last && JSON.stringify(last.rest) === JSON.stringify(rest))
      last.words.push(words.join(' '));
    else groups.push({ words: [words.join(' ')], rest });
  }
  return groups.map(({ words, rest }) => ({ ...rest, words: words.join('|') }));
}

/** The names of an entity and the objects of its concept rules, for benchmarks. */
export function wordingsOf({ names, concepts = [] }: CompiledEntity): string[] {
  return [
    ...[...eachName(names)].map(({ words }) => words.join(' ')),
    ...concepts.flatMap(({ objects = '' }) => phrasesOf(objects)),
  ];
}
