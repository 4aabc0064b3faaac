/**
 * What of a dataset's detection data can be worked out before a page is there: phrases and names folded, and
 * the triggers of the scanner. Done when the extension is built, since it is most of what a start would cost.
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
import { createInflector, type Inflector } from './inflect.ts';
import { INSIDE } from './symbols.ts';
import { foldedWords, tokenize } from './token.ts';

/** What is usual is left out: every page of every reader parses this. */
export interface PreparedName extends Pick<EntityName, 'kind' | 'lang' | 'script'> {
  /** Folded words. */
  words: string[];
  /** Which of them need a capital; all of them if left out. */
  capitals?: boolean[];
  alone?: boolean;
  wordIn?: string[];
}

/** Detection data of one entity, ready for use: all phrases and given names are folded. */
export interface PreparedEntity extends Omit<EntityDetection, 'names'> {
  /** Those of the cast give way to others; `main` if left out. */
  tier?: 'main' | 'cast';
  names: PreparedName[];
  /** What makes a block worth a look, in the form of `symbols.ts`. */
  triggers: string[];
}

/** Scripts whose particles are written onto the word that follows. */
const SCRIPTS_WITH_PREFIXES = new Set(['Arab', 'Hebr']);

/** Everything that a detector is made of, prepared. */
export interface PreparedDetection {
  entities: (PreparedEntity & Required<Pick<PreparedEntity, 'tier'>>)[];
  linguistics: Linguistics;
}

export function prepareDetection({ entities, linguistics }: DetectionData): PreparedDetection {
  return {
    entities: prepareEntities(entities, linguistics).map((entity, index) => ({
      ...entity,
      tier: entities[index]?.tier ?? 'main',
    })),
    linguistics: prepareLinguistics(linguistics),
  };
}

function prepareEntities(
  entities: readonly (EntityDetection & { tier?: 'main' | 'cast' })[],
  linguistics: Linguistics,
): PreparedEntity[] {
  const inflector = createInflector(linguistics);
  return entities.map((entity) => {
    const names = entity.names.map(prepareName);
    return {
      ...entity,
      names,
      givenNames: entity.givenNames.map(foldPhrase),
      notAfter: entity.notAfter.map(foldPhrase),
      notBefore: entity.notBefore.map(foldPhrase),
      wordAfter: entity.wordAfter.map(foldPhrase),
      titles: entity.titles.map(foldPhrase),
      followedBy: entity.followedBy.map(foldPhrase),
      evidenceFor: entity.evidenceFor.map(foldPhrase),
      evidenceAgainst: [...entity.evidenceAgainst, ...entity.againstAnywhere].map(foldPhrase),
      againstAnywhere: [],
      concepts: entity.concepts.map(prepareConcept),
      triggers: [
        ...new Set([
          ...names.flatMap((name) => triggersOfName(name, inflector)),
          ...otherTriggers(entity),
        ]),
      ],
    };
  });
}

function prepareLinguistics({ vowels, languages, givenNames }: Linguistics): Linguistics {
  const foldList = (list: string): string => list.split(' ').map(foldPhrase).join(' ');
  const prepareLanguage = (language: Language): Language => ({
    ...language,
    words: foldList(language.words),
    prefixes: foldList(language.prefixes),
    endings: language.endings.map((rule) => ({ ...rule, example: ['', ''] })),
    ...(language.grammar ? { grammar: prepareGrammar(language.grammar) } : {}),
  });
  const prepareGrammar = ({ freeOrder, ...lists }: Grammar): Grammar => {
    const folded = Object.entries(lists).map(([part, list]) => [part, foldList(list)]);
    return { ...(Object.fromEntries(folded) as typeof lists), freeOrder };
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

function prepareConcept({ lang, examples, ...parts }: ConceptRule): ConceptRule {
  const folded = Object.entries(parts).map(([part, phrases]) => [part, phrases.map(foldPhrase)]);
  // Examples are for tests and authors; no page needs them.
  return { lang, ...(Object.fromEntries(folded) as typeof parts), examples: examples.slice(0, 0) };
}

function prepareName({ text, kind, lang, script, alone, wordIn }: EntityName): PreparedName {
  const tokens = tokenize(text);
  const capitals = tokens.map(({ capital }) => capital);
  return {
    ...{ kind, lang, script, words: tokens.map(({ word }) => word) },
    ...(capitals.includes(false) ? { capitals } : {}),
    ...(alone ? {} : { alone }),
    ...(wordIn.length > 0 ? { wordIn } : {}),
  };
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

/** Objects of ideas, and names that speak against the entity. */
function otherTriggers({ concepts, againstAnywhere }: EntityDetection): string[] {
  return [...concepts.flatMap(({ objects }) => objects), ...againstAnywhere].flatMap((phrase) => {
    if (phrase.startsWith('!')) return [];
    const text = foldPhrase(phrase).replace(/^\*/, '').replace(/\*$/, '');
    return [phrase.startsWith('*') ? INSIDE + text : text];
  });
}
