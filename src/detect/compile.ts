/**
 * Compiles a dataset's detection data: folds phrases and names, groups them, and builds the scanner's tables. The build
 * does this, because it would be most of the cost of a start. No page runs this code.
 */
import type {
  ConceptRule,
  DetectionData,
  EndingRule,
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
  PackedDetector,
  JudgeRules,
  NameGroup,
  PhraseList,
  CompiledConceptRule,
  CompiledEnding,
  CompiledEntity,
  CompiledLinguistics,
  SmallWords,
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
import { createScanners } from './scanner.ts';
import { compileScanner, type Triggers } from './scanner-tables.ts';
import { INSIDE } from './symbols.ts';
import { foldedWords, tokenize } from './token.ts';

/** Scripts that write particles and the following word as one word. */
const SCRIPTS_WITH_PREFIXES = new Set(['Arab', 'Hebr']);

/** An entity with its triggers for the scanner. */
export type TriggeredEntity = CompiledEntity & { triggers: Triggers };

/** Detection data with folded phrases and names. `packDetector` turns it into what pages carry. */
export interface CompiledDetection {
  entities: TriggeredEntity[];
  linguistics: Linguistics;
}

export function compileDetection({ entities, linguistics }: DetectionData): CompiledDetection {
  const inflector = createInflector(linguistics);
  return {
    entities: entities.map((entity) => compileEntity(entity, inflector)),
    linguistics: compileLinguistics(linguistics),
  };
}

/** The parts of a detector, in the form that pages carry. */
export function packDetector({ entities, linguistics }: CompiledDetection): PackedDetector {
  const rules: JudgeRules = {
    entities: entities.map(({ triggers, ...entity }) => entity),
    linguistics: { ...linguistics, languages: withoutDefaults(linguistics.languages) },
    smallWords: smallWordsOf(linguistics.languages),
  };
  const tables = compileScanner(entities.map(({ triggers }) => triggers));
  return {
    catalogue: entities.map(({ id, tier, concepts }) => ({
      ...{ id, tier },
      ...(concepts ? { isConcept: true } : {}),
    })),
    tables,
    scanners: () => createScanners(tables),
    rules: () => rules,
  };
}

function smallWordsOf(languages: Linguistics['languages']): SmallWords {
  const codes = new Map<string, string[]>();
  for (const [code, { words }] of Object.entries(languages)) {
    for (const word of words.split(' ').filter(Boolean)) {
      codes.set(word, [...(codes.get(word) ?? []), code]);
    }
  }
  return Object.fromEntries([...codes].map(([word, list]) => [word, list.join(' ')]));
}

/** Leaves out empty lists, and the small words, which `smallWordsOf` puts into one table. */
function withoutDefaults(languages: Linguistics['languages']): CompiledLinguistics['languages'] {
  return Object.fromEntries(
    Object.entries(languages).map(([code, { scripts, endings, grammar, words, ...lists }]) => [
      code,
      {
        scripts,
        ...byName(entriesOf(lists).filter(([, list]) => list !== '')),
        ...(endings.length > 0 ? { endings: endings.map(compileEnding) } : {}),
        ...(grammar ? { grammar } : {}),
      },
    ]),
  );
}

const compileEnding = ({ after, add, cut, strict }: EndingRule): CompiledEnding => ({
  ...{ after, add },
  ...(cut > 0 ? { cut } : {}),
  ...(strict ? { strict } : {}),
});

function compileEntity(
  entity: EntityDetection & Catalogued,
  inflector: Inflector,
): TriggeredEntity {
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
      names: unique([
        ...names.flatMap((name) => triggersOfName(name, inflector)),
        ...entity.againstAnywhere.flatMap(triggersOfPhrase),
      ]),
      objects: coveringOf(
        entity.concepts.flatMap(({ objects }) => objects.flatMap(triggersOfPhrase)),
      ),
      actions: coveringOf(
        entity.concepts.flatMap(({ actions, weakActions }) =>
          [...actions, ...weakActions].flatMap(triggersOfFirstWord),
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
  const compileGrammar = ({ freeOrder, ...lists }: Grammar): Grammar => {
    const phrases = (list: string): string[] =>
      list
        .split(' ')
        .filter(Boolean)
        .map((phrase) => foldPhrase(phrase.replaceAll('_', ' ')));
    const folded = entriesOf(lists).map(([part, list]) => [part, listOf(phrases(list))] as const);
    return { ...lists, ...byName(folded), freeOrder };
  };
  return {
    vowels,
    languages: Object.fromEntries(
      Object.entries(languages).map(([code, language]) => [code, compileLanguage(language)]),
    ),
    givenNames: foldList(givenNames),
  };
}

/** A phrase as the tables have it: folded words with single spaces between them. `!`, `…` and `*` stay. */
export function foldPhrase(phrase: string): string {
  const veto = phrase.startsWith('!') ? '!' : '';
  const suffix = phrase.startsWith('*') ? '*' : '';
  return veto + suffix + foldedWords(phrase.slice(veto.length)).join(' ');
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
    ...(alone ? {} : { alone }),
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

/** The shortest stem covers all longer ones. People also write a name of several words as one word. */
function triggersOfName({ words, lang, script }: CompiledName, inflector: Inflector): string[] {
  const last = words.at(-1) ?? '';
  const stems = inflector
    .stemsOf(last, { languages: lang.split(' '), script })
    .map(({ stem }) => stem)
    .sort((a, b) => a.length - b.length);
  const shortest = stems.filter(
    (stem, index) => !stems.slice(0, index).some((other) => stem.startsWith(other)),
  );
  const prefix = SCRIPTS_WITH_PREFIXES.has(script) ? INSIDE : '';
  return shortest.flatMap((stem) => {
    const all = [...words.slice(0, -1), stem];
    return [prefix + all.join(' '), prefix + all.join('')];
  });
}

const unique = (triggers: readonly string[]): string[] => [...new Set(triggers)];

/** Leaves out triggers that begin with another one: any text may follow a trigger, so the shorter one finds both. */
function coveringOf(triggers: readonly string[]): string[] {
  const all = new Set(triggers);
  return [...all].filter(
    (trigger) =>
      !Array.from(trigger, (_, end) => trigger.slice(0, end)).some((part) => all.has(part)),
  );
}

/** The text of a phrase without its wildcards. A veto triggers nothing. */
function triggersOfPhrase(phrase: string): string[] {
  if (phrase.startsWith('!')) return [];
  const text = foldPhrase(phrase).replace(/^\*/, '').replace(/\*$/, '');
  return [phrase.startsWith('*') ? INSIDE + text : text];
}

const triggersOfFirstWord = (phrase: string): string[] =>
  triggersOfPhrase(phrase.split(/\s/, 1)[0] ?? '');

/** The names of an entity and the objects of its concept rules, for benchmarks. */
export function wordingsOf({ names, concepts = [] }: CompiledEntity): string[] {
  return [
    ...[...eachName(names)].map(({ words }) => words.join(' ')),
    ...concepts.flatMap(({ objects = '' }) => phrasesOf(objects)),
  ];
}
