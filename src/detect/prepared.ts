/**
 * The form of detection data that pages carry: what is usual is left out, and lists are one string each, which a page
 * parses faster than many. `prepare.ts` makes it when the extension is built; nothing here knows what it means.
 */
import type {
  ConceptRule,
  EndingRule,
  EntityDetection,
  EntityName,
  Language,
  Linguistics,
} from '../dataset/index.ts';
import type { ScannerTables } from './scanner-tables.ts';

/**
 * Folded phrases in one string, parted by `|`; those that begin alike stand together, and a line break ends such a
 * group, so that only the groups that a text's words begin like are ever taken apart.
 */
export type PhraseList = string;

/** Keys of the groups of `*word` and of `!phrase`. */
export const SUFFIXES = '*';
export const VETOES = '!';

/** What a phrase is grouped by: else the first two letters of its first word, or the only one. */
export function groupKey(phrase: string): string {
  const first = phrase.charAt(0);
  if (first === SUFFIXES || first === VETOES) return first;
  const second = phrase.charAt(1);
  return second === ' ' || second === '|' || second === '*' ? first : first + second;
}

/** Phrases as a list, and back; the order is by groups. */
export function listOf(phrases: readonly string[]): PhraseList {
  const groups = new Map<string, string[]>();
  for (const phrase of phrases) {
    const key = groupKey(phrase);
    groups.set(key, [...(groups.get(key) ?? []), phrase]);
  }
  return [...groups.values()].map((group) => group.join('|')).join('\n');
}
export const phrasesOf = (list: PhraseList): string[] => (list === '' ? [] : list.split(/[|\n]/));

/** `Object.entries` with the names that the type of the object has. */
export const entriesOf = <Name extends string, Value>(
  values: Readonly<Record<Name, Value>>,
): [Name, Value][] =>
  // TypeScript gives names as plain strings, because an object may have more fields than its type. Ours do not.
  Object.entries(values) as [Name, Value][];

/** `Object.fromEntries` with the names of the entries. If names are left out, type the result as `Partial`. */
export function byName<Name extends string, Value>(
  entries: readonly (readonly [Name, Value])[],
): Record<Name, Value> {
  const values: Record<string, Value> = Object.fromEntries(entries);
  return values;
}

export interface PreparedName extends Pick<EntityName, 'kind' | 'lang' | 'script'> {
  /** Folded words. */
  words: string[];
  /** Which of them need a capital; all of them if left out. */
  capitals?: boolean[];
  alone?: boolean;
  wordIn?: string[];
  /** How many letters of a name of one word all of its forms share, if fewer than names are found by. */
  stem?: number;
}

/** Names that differ in their words alone. */
export interface NameGroup extends Omit<PreparedName, 'words'> {
  /** Names parted by `|`. */
  words: string;
}

/** The names of an entity one by one. */
export function* eachName(groups: readonly NameGroup[]): Generator<PreparedName> {
  for (const { words, ...rest } of groups) {
    for (const name of words.split('|')) yield { ...rest, words: name.split(' ') };
  }
}

/** A rule of an idea; lists that are left out are empty. */
export type PreparedConcept = Pick<ConceptRule, 'lang'> &
  Partial<Record<Exclude<keyof ConceptRule, 'lang' | 'examples'>, PhraseList>>;

type EntityLists = Exclude<keyof EntityDetection, 'id' | 'names' | 'concepts' | 'againstAnywhere'>;

/** What the judge knows of one entity; lists that are left out are empty. */
export interface PreparedEntity extends Partial<Record<EntityLists, PhraseList>> {
  id: string;
  /** Those of the cast give way to others. */
  tier: 'main' | 'cast';
  names: NameGroup[];
  concepts?: PreparedConcept[];
}

/** An entity as far as settings and scanner go. */
export interface Catalogued extends Pick<PreparedEntity, 'id' | 'tier'> {
  /** Whether it is told by what is done to what, beside names. */
  isIdea?: true;
}

/** An ending rule that cuts nothing and is not strict, unless it says so. */
export type PreparedEnding = Pick<EndingRule, 'after' | 'add'> &
  Partial<Pick<EndingRule, 'cut' | 'strict'>>;

/** Lists that are left out are empty. */
export type PreparedLanguage = Pick<Language, 'scripts' | 'grammar'> &
  Partial<Pick<Language, 'prefixes' | 'abbreviations' | 'honorifics' | 'and'>> & {
    endings?: readonly PreparedEnding[];
  };

export interface PreparedLinguistics extends Pick<Linguistics, 'vowels' | 'givenNames'> {
  languages: Readonly<Record<string, PreparedLanguage>>;
}

/** Languages by their small words: codes, parted by spaces. */
export type SmallWords = Readonly<Record<string, string>>;

/** What the judge is made of. */
export interface JudgeRules {
  /** In the order of the catalogue. */
  entities: PreparedEntity[];
  linguistics: PreparedLinguistics;
  smallWords: SmallWords;
}

/** What a detector is made of. */
export interface DetectorParts {
  catalogue: readonly Catalogued[];
  /** Made for all of the catalogue. */
  tables: ScannerTables;
  /** Asked for when there is first something to judge. */
  rules: () => JudgeRules;
}

/**
 * Reads the parts of a detector from the JSON that the build wrote.
 * @param bundle `scanner` is read now, `rules` when there is first something to judge
 */
export function readDetectorParts(bundle: { scanner: string; rules: string }): DetectorParts {
  // The build wrote this JSON from these types, and a page has no time to validate it.
  const { catalogue, tables } = JSON.parse(bundle.scanner) as Omit<DetectorParts, 'rules'>;
  let rules: JudgeRules | undefined;
  return { catalogue, tables, rules: () => (rules ??= JSON.parse(bundle.rules) as JudgeRules) };
}
