/**
 * Names that are ordinary words: they would be highlighted all over a page. Knows the small words of each language from the data of
 * languages, and nothing about how names are found.
 */
import type { EntityName } from './detection-schema.ts';
import type { Linguistics } from './language-schema.ts';
import type { DatasetProblem } from './problem.ts';
import type { Dataset } from './schema.ts';

/**
 * How many words of 1,000 one small word of a language is, on average. In tests/corpus the 19 small words of English are 222 of 1,000
 * words, the 23 of French 285, the 23 of Spanish 362.
 */
const SMALL_WORD_SHARE = 12;
/**
 * How many words of 1,000 any other common word is, on average. By Zipf's law the word of rank n has a share of 1 in 10 n: those from
 * rank 20 to 1,000 have 390 in 1,000 together.
 */
const COMMON_WORD_SHARE = 0.4;
/** From so many words of 1,000 on, a page would look marked all over: one in each paragraph of 100 words. */
export const MARKED_WORDS_MAX = 10;

/** Marks that do not change a word. The vowel signs of Indic scripts do: without them "पूरी", a surname, would be "पर", "on". */
const ACCENT = /\p{Script=Inherited}|(?=\p{M})[\p{Script=Arabic}\p{Script=Hebrew}]/gu;

const folded = (text: string): string => text.normalize('NFD').replace(ACCENT, '').toLowerCase();

/** Small words of each language, as they are written and folded. */
function smallWordsOf({ languages }: Linguistics): Map<string, Set<string>> {
  return new Map(
    Object.entries(languages).map(([code, { words }]) => {
      const list = words.split(' ');
      return [code, new Set([...list, ...list.map(folded)])];
    }),
  );
}

/** Whether the bare name is enough on any page. */
const isEnough = ({ alone, kind }: EntityName): boolean =>
  alone === undefined ? kind !== 'surname' : alone === true;

/** Whether it is one word that is found in small letters, too: the judge asks for a capital only where the name has one. */
const isFoundSmall = ({ text, kind }: EntityName): boolean =>
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}'’]+$/u.test(text) &&
  (kind === 'common' || text === text.toLowerCase());

/**
 * Refused: a name that is one of the small words of its own language, like "the". `alone: false`, or the language in `wordIn`, says
 * that the author knows.
 */
export function smallWordProblems(
  { entities, language }: Dataset,
  linguistics: Linguistics,
): DatasetProblem[] {
  const small = smallWordsOf(linguistics);
  return entities.flatMap(({ detection }, i) =>
    detection.names.flatMap((name, at) => {
      if (name.alone === false) return [];
      const own = name.lang.includes('mul')
        ? [...small.keys()]
        : [...name.lang.split(' '), language];
      const lang = own.find(
        (code) => !name.wordIn.includes(code) && small.get(code)?.has(folded(name.text)),
      );
      if (lang === undefined) return [];
      return [
        {
          path: `entities[${i}].detection.names[${at}].text`,
          found: `"${name.text}", one of the most frequent words of "${lang}"`,
          expected: `a name that stands out, "wordIn": ["${lang}"] or "alone": false`,
        },
      ];
    }),
  );
}

/**
 * About how many words of 1,000 the bare names of a dataset would mark, at most: each name of one word that is found in small letters
 * may be a common word.
 */
export function markedWords({ entities }: Dataset, linguistics: Linguistics | undefined): number {
  const small = new Set(
    linguistics ? [...smallWordsOf(linguistics).values()].flatMap((words) => [...words]) : [],
  );
  const names = new Set(
    entities
      .flatMap(({ detection }) => detection.names)
      .filter((name) => isEnough(name) && isFoundSmall(name))
      .map(({ text }) => folded(text)),
  );
  let marked = 0;
  for (const name of names) marked += small.has(name) ? SMALL_WORD_SHARE : COMMON_WORD_SHARE;
  return Math.round(marked);
}
