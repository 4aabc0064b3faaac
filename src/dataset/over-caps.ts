/** The caps that need more than one field: a schema cannot see them. */
import {
  ALL_PHRASES_MAX,
  ENTITY_PHRASES_MAX,
  IDEAS_MAX,
  KINDS_MAX,
  LETTERS_MAX,
  WORDS_MAX,
} from './caps.ts';
import type { DatasetProblem } from './problem.ts';
import type { Dataset, Entity } from './schema.ts';

/** @returns one problem for each cap that is passed */
export function capProblems(dataset: Dataset): DatasetProblem[] {
  return [
    ...tooManyKeys(dataset),
    ...tooManyPhrases(dataset),
    ...tooManyIdeas(dataset),
    ...tooManyLetters(dataset),
  ];
}

function tooManyKeys(dataset: Dataset): DatasetProblem[] {
  const caps = {
    ...{ kinds: KINDS_MAX, stances: KINDS_MAX, relationKinds: KINDS_MAX },
    ...{ synonyms: WORDS_MAX, equivalents: WORDS_MAX },
  };
  return Object.entries(caps).flatMap(([path, cap]) => {
    const { length } = Object.keys(dataset[path as keyof typeof caps]);
    return length > cap ? [{ path, found: `${length} keys`, expected: `at most ${cap} keys` }] : [];
  });
}

/** The lists of phrases of an entity, those of its concept rules apart. */
function phraseLists({ detection }: Entity): { own: string[][]; ofRules: string[][] } {
  const { names: _, concepts, ...own } = detection;
  const ofRules = concepts.flatMap(({ lang: _lang, examples: _examples, ...lists }) =>
    Object.values(lists),
  );
  return { own: Object.values(own), ofRules };
}

const countIn = (lists: readonly string[][]): number =>
  lists.reduce((sum, { length }) => sum + length, 0);

function tooManyPhrases({ entities }: Dataset): DatasetProblem[] {
  let all = 0;
  const problems = entities.flatMap((entity, at): DatasetProblem[] => {
    const { own, ofRules } = phraseLists(entity);
    const count = countIn(own);
    all += count + countIn(ofRules);
    const expected = `at most ${ENTITY_PHRASES_MAX} outside of its concept rules`;
    return count > ENTITY_PHRASES_MAX
      ? [{ path: `entities[${at}].detection`, found: `${count} phrases`, expected }]
      : [];
  });
  const expected = `at most ${ALL_PHRASES_MAX} for detection in all entities together`;
  return all > ALL_PHRASES_MAX
    ? [...problems, { path: 'entities', found: `${all} phrases`, expected }]
    : problems;
}

function tooManyIdeas({ entities }: Dataset): DatasetProblem[] {
  const { length } = entities.filter(({ detection }) => detection.concepts.length > 0);
  const expected = `at most ${IDEAS_MAX}: each costs time in every sentence`;
  return length > IDEAS_MAX
    ? [{ path: 'entities', found: `${length} with concept rules`, expected }]
    : [];
}

function tooManyLetters({ entities }: Dataset): DatasetProblem[] {
  const letters = new Set<string>();
  for (const entity of entities) {
    for (const { text } of entity.detection.names) for (const letter of text) letters.add(letter);
    const { own, ofRules } = phraseLists(entity);
    for (const phrase of [...own, ...ofRules].flat()) {
      for (const letter of phrase) letters.add(letter);
    }
  }
  const expected = `at most ${LETTERS_MAX} in all names and phrases`;
  return letters.size > LETTERS_MAX
    ? [{ path: 'entities', found: `${letters.size} different characters`, expected }]
    : [];
}
