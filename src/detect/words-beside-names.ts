/**
 * Joins the words of all languages that stand beside names: company that is a reason for a bare name, roles of other people, and
 * what is named after people. The build runs this code, and no page.
 */
import type { Language } from '../dataset/index.ts';
import { byName, listOf, type WordsBesideNames } from './compiled.ts';
import { foldPhrase } from './token.ts';

/** Lists that all languages share in one table. */
const BESIDE_NAMES = ['signs', 'hints', 'places', 'roles', 'thingsBefore', 'thingsAfter'] as const;

/** One list of each kind for all languages. In the data `_` joins the words of a phrase. */
export function besideNames(languages: readonly Language[]): WordsBesideNames {
  const foldedIn = (part: (typeof BESIDE_NAMES)[number]): string[] => [
    ...new Set(
      languages.flatMap((language) => language[part].split(' ').filter(Boolean).map(foldPhrase)),
    ),
  ];
  const signs = foldedIn('signs');
  const hints = foldedIn('hints');
  const lists = {
    signs: uncovered(signs, []),
    hints: uncovered(hints, signs),
    places: uncovered(foldedIn('places'), [...signs, ...hints]),
    roles: foldedIn('roles'),
    thingsBefore: foldedIn('thingsBefore'),
    thingsAfter: foldedIn('thingsAfter'),
  };
  return byName(BESIDE_NAMES.map((part) => [part, listOf(lists[part])] as const));
}

/** Leaves out phrases whose first word is company by itself, as `president*` makes "presidents". Vetoes stay. */
function uncovered(phrases: readonly string[], stronger: readonly string[]): string[] {
  const alone = [...phrases, ...stronger].filter((phrase) => !/[ !]/.test(phrase));
  const exact = new Set(alone.filter((word) => !word.endsWith('*')));
  const stems = alone.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const strong = new Set(stronger);
  return phrases.filter((phrase) => {
    const first = phrase.split(' ', 1)[0] ?? '';
    const covers = (stem: string): boolean => first.startsWith(stem) && phrase !== `${stem}*`;
    const isCovered = stems.some(covers) || (phrase !== first && exact.has(first));
    return phrase.startsWith('!') || !(isCovered || strong.has(phrase));
  });
}
