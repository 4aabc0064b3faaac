/**
 * What of a dataset's detection data can be worked out before a page is there: phrases and names folded and put
 * together, and the tables of the scanner. Done when the extension is built, since it is most of what a start would
 * cost.
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
  DetectorParts,
  JudgeRules,
  NameGroup,
  PhraseList,
  PreparedConcept,
  PreparedEnding,
  PreparedEntity,
  PreparedLinguistics,
  SmallWords,
} from './prepared.ts';
import { byName, eachName, entriesOf, listOf, phrasesOf, type PreparedName } from './prepared.ts';
import { compileScanner, type Triggers } from './scanner-tables.ts';
import { INSIDE } from './symbols.ts';
import { foldedWords, tokenize } from './token.ts';

/** Scripts whose particles are written onto the word that follows. */
const SCRIPTS_WITH_PREFIXES = new Set(['Arab', 'Hebr']);

/** An entity with what makes a block worth a look, in the form of `symbols.ts`. */
export type TriggeredEntity = PreparedEntity & { triggers: Triggers };

/** Everything that a detector is made of, prepared. */
export interface PreparedDetection {
  entities: TriggeredEntity[];
  linguistics: Linguistics;
}

export function prepareDetection({ entities, linguistics }: DetectionData): PreparedDetection {
  const inflector = createInflector(linguistics);
  return {
    entities: entities.map((entity) => prepareEntity(entity, inflector)),
    linguistics: prepareLinguistics(linguistics),
  };
}

/** A detector's parts, in the form in which pages carry them. */
export function compileDetector({ entities, linguistics }: PreparedDetection): DetectorParts {
  const rules: JudgeRules = {
    entities: entities.map(({ triggers, ...entity }) => entity),
    linguistics: { ...linguistics, languages: withoutDefaults(linguistics.languages) },
    smallWords: smallWordsOf(linguistics.languages),
  };
  return {
    catalogue: entities.map(({ id, tier, concepts }) => ({
      ...{ id, tier },
      ...(concepts ? { isIdea: true } : {}),
    })),
    tables: compileScanner(entities.map(({ triggers }) => triggers)),
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

/** Without the small words either, which are all together in one table by then. */
function withoutDefaults(languages: Linguistics['languages']): PreparedLinguistics['languages'] {
  return Object.fromEntries(
    Object.entries(languages).map(([code, { scripts, endings, grammar, words, ...lists }]) => [
      code,
      {
        scripts,
        ...byName(entriesOf(lists).filter(([, list]) => list !== '')),
        ...(endings.length > 0 ? { endings: endings.map(prepareEnding) } : {}),
        ...(grammar ? { grammar } : {}),
      },
    ]),
  );
}

const prepareEnding = ({ after, add, cut, strict }: EndingRule): PreparedEnding => ({
  ...{ after, add },
  ...(cut > 0 ? { cut } : {}),
  ...(strict ? { strict } : {}),
});

function prepareEntity(
  entity: EntityDetection & Catalogued,
  inflector: Inflector,
): TriggeredEntity {
  const names = entity.names.map((name) => prepareName(name, inflector));
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
    ...prepareLists(lists),
    ...(entity.concepts.length > 0 ? { concepts: entity.concepts.map(prepareConcept) } : {}),
    triggers: {
      tier: entity.tier,
      names: unique([
        ...names.flatMap((name) => triggersOfName(name, inflector)),
        ...entity.againstAnywhere.flatMap(triggersOfPhrase),
      ]),
      objects: unique(entity.concepts.flatMap(({ objects }) => objects.flatMap(triggersOfPhrase))),
      actions: unique(
        entity.concepts.flatMap(({ actions }) => actions.flatMap(triggersOfFirstWord)),
      ),
    },
  };
}

/** Folded, and without those that are empty. */
function prepareLists<Name extends string>(
  lists: Record<Name, readonly string[]>,
): Partial<Record<Name, PhraseList>> {
  const filled = entriesOf(lists).filter(([, phrases]) => phrases.length > 0);
  return byName(filled.map(([name, phrases]) => [name, listOf(phrases.map(foldPhrase))] as const));
}

function prepareLinguistics({ vowels, languages, givenNames }: Linguistics): Linguistics {
  const foldList = (list: string): string => list.split(' ').map(foldPhrase).join(' ');
  const prepareLanguage = (language: Language): Language => ({
    ...language,
    words: foldList(language.words),
    prefixes: foldList(language.prefixes),
    ...(language.grammar ? { grammar: prepareGrammar(language.grammar) } : {}),
  });
  const prepareGrammar = ({ freeOrder, ...lists }: Grammar): Grammar => {
    const folded = entriesOf(lists).map(
      ([part, list]) => [part, listOf(foldList(list).split(' ').filter(Boolean))] as const,
    );
    return { ...lists, ...byName(folded), freeOrder };
  };
  return {
    vowels,
    languages: Object.fromEntries(
      Object.entries(languages).map(([code, language]) => [code, prepareLanguage(language)]),
    ),
    givenNames: foldList(givenNames),
  };
}

/** A phrase of the data as the tables want it: folded words parted by spaces; `!`, `…` and `*` stay. */
export function foldPhrase(phrase: string): string {
  const veto = phrase.startsWith('!') ? '!' : '';
  const suffix = phrase.startsWith('*') ? '*' : '';
  return veto + suffix + foldedWords(phrase.slice(veto.length)).join(' ');
}

/** Examples are for tests and authors; no page needs them. */
function prepareConcept({ lang, examples, ...parts }: ConceptRule): PreparedConcept {
  return { lang, ...prepareLists(parts) };
}

function prepareName(
  { text, kind, lang, script, alone, wordIn }: EntityName,
  inflector: Inflector,
): PreparedName {
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

/** In letters; of a name of several words the last alone has stems. */
function shortestStem(words: readonly string[], spelling: Spelling, inflector: Inflector): number {
  const [first = '', ...more] = words;
  if (more.length > 0) return first.length;
  return Math.min(...inflector.stemsOf(first, spelling).map(({ stem }) => stem.length));
}

/** Names that follow each other and differ in their words alone, as one group: the order of names stays. */
function groupNames(names: readonly PreparedName[]): NameGroup[] {
  const groups: { words: string[]; rest: Omit<PreparedName, 'words'> }[] = [];
  for (const { words, ...rest } of names) {
    const last = groups.at(-1);
    if (last && JSON.stringify(last.rest) === JSON.stringify(rest))
      last.words.push(words.join(' '));
    else groups.push({ words: [words.join(' ')], rest });
  }
  return groups.map(({ words, rest }) => ({ ...rest, words: words.join('|') }));
}

/** The shortest stem stands for all; a name of several words may be written as one. */
function triggersOfName({ words, lang, script }: PreparedName, inflector: Inflector): string[] {
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

/** What a phrase begins with as far as it is written out; none for a veto. */
function triggersOfPhrase(phrase: string): string[] {
  if (phrase.startsWith('!')) return [];
  const text = foldPhrase(phrase).replace(/^\*/, '').replace(/\*$/, '');
  return [phrase.startsWith('*') ? INSIDE + text : text];
}

const triggersOfFirstWord = (phrase: string): string[] =>
  triggersOfPhrase(phrase.split(/\s/, 1)[0] ?? '');

/** Everything that is looked for, for those who look at the data: names and objects of ideas. */
export function wordingsOf({ names, concepts = [] }: PreparedEntity): string[] {
  return [
    ...[...eachName(names)].map(({ words }) => words.join(' ')),
    ...concepts.flatMap(({ objects = '' }) => phrasesOf(objects)),
  ];
}
