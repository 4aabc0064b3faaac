/**
 * The form in which pages carry concept rules and grammars: the lists of one language in one string. A page splits it only
 * if a text may be in that language. A list that an earlier language has too is written once. Knows no rule.
 */
import type { Grammar } from '../dataset/index.ts';
import { byName, type CompiledConceptRule, type PhraseList } from './compiled.ts';

/** The lists of a concept rule that a page needs once a block has an object and an action. */
export const RULE_PARTS = [
  'actors',
  'otherActors',
  'nouns',
  'doneByObjects',
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
  'weakActions',
] as const satisfies (keyof CompiledConceptRule)[];

export const GRAMMAR_PARTS = [
  'locative',
  'near',
  'stationed',
  'passive',
  'agent',
  'owner',
  'donor',
  'compare',
  'relative',
  'subject',
  'pronoun',
  'article',
  'or',
  'description',
  'territory',
  'actsFor',
  'auxiliary',
  'own',
  'fromAfter',
  'fromBefore',
  'oblique',
] as const satisfies (keyof Grammar)[];

/** Properties of a language's word order. */
export const ORDERS = ['freeOrder', 'verbFirst', 'verbLast'] as const satisfies (keyof Grammar)[];
export type Order = (typeof ORDERS)[number];

/** Stands between lists. Folding leaves none in a phrase. */
const BETWEEN = '#';
/** Begins a list that is the same as that of an earlier string, whose index follows. */
const SAME = '=';

type Lists<Part extends string> = Partial<Record<Part, PhraseList>>;

/** One string for each set of lists. `readLists` reads them. */
export function packLists<Part extends string>(
  parts: readonly Part[],
  all: readonly Lists<Part>[],
): string[] {
  return all.map((lists, at) =>
    parts
      .map((part) => {
        const list = lists[part] ?? '';
        const earlier = all.findIndex((other) => other[part] === list);
        return list !== '' && earlier < at ? `${SAME}${String(earlier)}` : list;
      })
      .join(BETWEEN),
  );
}

/** The lists of one string of `packed`. */
export function readLists<Part extends string>(
  parts: readonly Part[],
  packed: readonly string[],
  at: number,
): Record<Part, PhraseList> {
  const split = (index: number): string[] => packed[index]?.split(BETWEEN) ?? [];
  const lists = split(at);
  return byName(
    parts.map((part, index) => {
      const list = lists[index] ?? '';
      return [part, list.startsWith(SAME) ? (split(Number(list.slice(1)))[index] ?? '') : list];
    }),
  );
}
