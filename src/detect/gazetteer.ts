/**
 * Finds the aliases of all entities that stand at a word, in any inflected form. The judge decides what they mean. The
 * cost of a look-up does not grow with the number of names.
 */
import type { EntityName } from '../dataset/index.ts';
import {
  createInflector,
  CUT_MAX,
  isFormOf,
  type Inflections,
  type Inflector,
  type Stem,
} from './inflect.ts';
import type { NameGroup, CompiledEntity } from './compiled.ts';
import type { Token } from './token.ts';

/** An alias that can be compared with words. */
export interface Alias {
  /** Position of its entity in the list that the gazetteer was made from. */
  entity: number;
  kind: EntityName['kind'];
  /** Whether the bare alias is enough. */
  alone: NonNullable<EntityName['alone']>;
  /** Languages in which the same letters are an ordinary word. */
  wordIn: readonly string[];
  /** Folded words before the last one. Only the last one takes endings. */
  words: readonly string[];
  /** Which words, the last one included, need a capital. */
  capitals: readonly boolean[];
  /** The beginning that all forms of the last word share. */
  beginning: string;
  /** The stems of the last word. Computed when a word first has this beginning. */
  last(): readonly Stem[];
}

/** An alias and the tokens where it stands, half-open. */
export interface AliasMatch {
  alias: Alias;
  start: number;
  end: number;
  /** Whether it lacks the capitals of a name. */
  lower: boolean;
  /** Language that the text has to be in, because in others the ending belongs to another name. */
  onlyIn?: string;
}

export interface Gazetteer {
  /** @returns every alias that stands at a token */
  matchesAt(tokens: readonly Token[], index: number): AliasMatch[];
  /** @returns the length of the longest surname that a longer word begins with, in letters, or 0 */
  nameAtBeginning(word: string): number;
}

/** Length of the beginnings that the gazetteer looks aliases up by, in UTF-16 code units. */
export const KEY_LENGTH = 3;

/** What may stand between two words of an alias. */
const INNER_GAP = /^(?:[\s'_·-]|\s?[-·=＝]\s?|["'»”]?\s)?$/;

/** An alias in the form of its data, until a word has its beginning. */
interface Entry {
  entity: number;
  group: NameGroup;
  /** Folded words with spaces between them. */
  name: string;
  alias?: Alias;
}

export function createGazetteer(
  entities: readonly Pick<CompiledEntity, 'names'>[],
  linguistics: Inflections,
): Gazetteer {
  const byKey = new Map<string, Entry[]>();
  let prefixes: ReadonlySet<string> | undefined;
  let inflector: Inflector | undefined;
  const keep = (key: string, entry: Entry): void => {
    const known = byKey.get(key);
    if (known) known.push(entry);
    else byKey.set(key, [entry]);
  };
  entities.forEach(({ names }, entity) => {
    for (const group of names) {
      for (const name of group.words.split('|')) {
        const entry: Entry = { entity, group, name };
        const [key, shorter] = keysOf(name, group.stem);
        keep(key, entry);
        if (shorter !== key) keep(shorter, entry);
      }
    }
  });
  const aliasOf = (entry: Entry): Alias =>
    (entry.alias ??= compileAlias(entry, () => (inflector ??= createInflector(linguistics))));

  const matchesFrom = (tokens: readonly Token[], index: number, word: string): AliasMatch[] => {
    const matches: AliasMatch[] = [];
    for (let length = 1; length <= Math.min(KEY_LENGTH, word.length); length++) {
      for (const entry of byKey.get(word.slice(0, length)) ?? []) {
        const match = matchAlias(aliasOf(entry), tokens, { index, word });
        if (match) matches.push(match);
      }
    }
    return matches;
  };

  return {
    matchesAt(tokens, index) {
      const word = tokens[index]?.word ?? '';
      const matches = matchesFrom(tokens, index, word);
      if (matches.length > 0 || word < '\u0590' || word > '\u06ff') return matches;
      prefixes ??= prefixesOf(linguistics);
      for (let length = 1; length <= KEY_LENGTH; length++) {
        if (prefixes.has(word.slice(0, length))) {
          matches.push(...matchesFrom(tokens, index, word.slice(length)));
        }
      }
      return matches;
    },
    nameAtBeginning(word) {
      let longest = 0;
      for (const { group, name } of byKey.get(word.slice(0, KEY_LENGTH)) ?? []) {
        const { length } = name;
        if (length <= longest || length >= word.length || !word.startsWith(name)) continue;
        if (group.kind === 'surname' && group.alone !== false) longest = length;
      }
      return longest;
    },
  };
}

function prefixesOf({ languages }: Pick<Inflections, 'languages'>): Set<string> {
  return new Set(
    Object.values(languages).flatMap(({ prefixes = '' }) => prefixes.split(' ').filter(Boolean)),
  );
}

function compileAlias({ entity, group, name }: Entry, inflector: () => Inflector): Alias {
  const { lang, script, kind, wordIn = [], capitals = [] } = group;
  const alone = group.alone ?? (kind === 'surname' ? 'with-reason' : true);
  const words = name.split(' ');
  const end = words.pop() ?? '';
  let last: readonly Stem[] | undefined;
  return {
    ...{ entity, kind, alone, wordIn, capitals, words },
    beginning: end.slice(0, -CUT_MAX),
    last: () => (last ??= inflector().stemsOf(end, { languages: lang.split(' '), script })),
  };
}

/** Two beginnings of the first word: as the data spells it, and the part that all of its forms share. */
function keysOf(name: string, stem = KEY_LENGTH): [string, string] {
  const space = name.indexOf(' ');
  const first = name.slice(0, Math.min(KEY_LENGTH, space < 0 ? KEY_LENGTH : space));
  return [first, first.slice(0, stem)];
}

function matchAlias(
  alias: Alias,
  tokens: readonly Token[],
  { index, word }: { index: number; word: string },
): AliasMatch | undefined {
  const { words } = alias;
  const wordAt = (at: number): string => (at === 0 ? word : (tokens[index + at]?.word ?? ''));
  const joined = words.length > 0 ? joinedMatch(alias, word) : undefined;
  const isApart = words.every((part, at) => part === wordAt(at)) && isOneName(alias, tokens, index);
  const form = isApart ? formsIn(alias, wordAt(words.length)) : joined;
  if (!form?.[0]) return undefined;
  const lower = !hasCapitals(alias, tokens, { index, joined: !isApart });
  if (lower && alias.kind === 'proper') return undefined;
  const free = form.some(({ onlyIn }) => onlyIn === undefined);
  const { onlyIn } = form[0];
  return {
    alias,
    start: index,
    end: index + (isApart ? words.length : 0) + 1,
    lower,
    ...(free || onlyIn === undefined ? {} : { onlyIn }),
  };
}

/** "StormShadow", "david_lammy" without its line: all words as one. */
function joinedMatch(alias: Alias, word: string): Stem[] {
  const { words } = alias;
  const start = words.join('');
  if (!word.startsWith(start)) return [];
  return formsIn(alias, word.slice(start.length));
}

/** The stems of which a word is a form. */
function formsIn(alias: Alias, word: string): Stem[] {
  if (!word.startsWith(alias.beginning)) return [];
  return alias.last().filter((stem) => isFormOf(word, stem));
}

function isOneName({ words }: Alias, tokens: readonly Token[], index: number): boolean {
  return words.every((_, at) => INNER_GAP.test(tokens[index + at + 1]?.gap ?? '.'));
}

function hasCapitals(
  { kind, words, capitals }: Alias,
  tokens: readonly Token[],
  { index, joined }: { index: number; joined: boolean },
): boolean {
  if (kind === 'common') return true;
  const count = joined ? 1 : words.length + 1;
  return tokens
    .slice(index, index + count)
    .every(
      ({ capital, gap, inTag }, at) =>
        capital || inTag || capitals[at] === false || (at > 0 && (gap === "'" || gap === '')),
    );
}
