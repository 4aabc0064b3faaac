/**
 * The form of detection data that pages carry. Usual values are left out, and each list is one string, because a page
 * parses one string faster than many. `compile.ts` writes this form. This file does not interpret the data.
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
import { createScanners, type Scanners } from './scanner.ts';

/**
 * Folded phrases in one string with `|` between them. Phrases with the same beginning form a group, and `;` ends a group. So a page splits only the groups in which a word of its text could be.
 */
export type PhraseList = string;

/** Stands between groups. JSON writes it as one character. */
export const GROUP_END = ';';
/** Keys of the groups of `*word` and of `!phrase`. */
export const SUFFIXES = '*';
export const VETOES = '!';
/** Ends a word that needs a capital. */
export const CAPITALS = '^';

/** The key of a phrase's group: the first two letters of its first word, or its only letter. */
export function groupKey(phrase: string): string {
  const first = phrase.charAt(0);
  if (first === SUFFIXES || first === VETOES) return first;
  const second = phrase.charAt(1);
  return second === '' || ' |*^'.includes(second) ? first : first + second;
}

/** The keys of all groups of a list. */
export const keysOf = (list: PhraseList): string[] =>
  list === '' ? [] : groupsOf(list).map(groupKey);

/** Writes phrases as a list, group by group. `phrasesOf` reads them. */
export function listOf(phrases: readonly string[]): PhraseList {
  const groups = new Map<string, string[]>();
  for (const phrase of phrases) {
    const key = groupKey(phrase);
    groups.set(key, [...(groups.get(key) ?? []), phrase]);
  }
  return [...groups.values()].map((group) => group.join('|')).join(GROUP_END);
}
export const phrasesOf = (list: PhraseList): string[] => (list === '' ? [] : list.split(/[|;]/));
export const groupsOf = (list: PhraseList): string[] => list.split(GROUP_END);

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

export interface CompiledName extends Pick<EntityName, 'kind' | 'lang' | 'script'> {
  /** Folded words. */
  words: string[];
  /** Which words need a capital. All of them if left out. */
  capitals?: boolean[];
  /** As in the dataset. */
  alone?: EntityName['alone'];
  wordIn?: string[];
  /** How many first letters all forms of the first word share, if fewer than `KEY_LENGTH`. */
  stem?: number;
}

/** Names that differ only in their words. */
export interface NameGroup extends Omit<CompiledName, 'words'> {
  /** Names with `|` between them. */
  words: string;
}

/** Yields the names of an entity one by one. */
export function* eachName(groups: readonly NameGroup[]): Generator<CompiledName> {
  for (const { words, ...rest } of groups) {
    for (const name of words.split('|')) yield { ...rest, words: name.split(' ') };
  }
}

/** A concept rule. A list that is left out is empty. */
export type CompiledConceptRule = Pick<ConceptRule, 'lang'> &
  Partial<Record<Exclude<keyof ConceptRule, 'lang' | 'examples'>, PhraseList>>;

/** A concept rule as pages carry it. */
export interface PackedConceptRule {
  lang: string;
  objects: PhraseList;
  actions: PhraseList;
  /** The other lists, from `packLists`. */
  more: string;
}

type EntityLists = Exclude<keyof EntityDetection, 'id' | 'names' | 'concepts' | 'againstAnywhere'>;

/** What the judge knows about one entity. A list that is left out is empty. */
export interface CompiledEntity extends Partial<Record<EntityLists, PhraseList>> {
  id: string;
  tier: 'main' | 'cast';
  names: NameGroup[];
  concepts?: CompiledConceptRule[];
}

/** What the judge knows about one entity, as pages carry it. */
export interface JudgedEntity extends Omit<CompiledEntity, 'concepts'> {
  concepts?: PackedConceptRule[];
}

/** What settings and scanner need to know about an entity. */
export interface Catalogued extends Pick<CompiledEntity, 'id' | 'tier'> {
  /** Whether it has concept rules. */
  isConcept?: true;
}

/** An ending rule. By default it cuts nothing and is not strict. */
export type CompiledEnding = Pick<EndingRule, 'after' | 'add'> &
  Partial<Pick<EndingRule, 'cut' | 'strict'>>;

/** A language. A list that is left out is empty. */
export type CompiledLanguage = Pick<Language, 'scripts'> &
  Partial<Pick<Language, 'prefixes' | 'abbreviations' | 'honorifics' | 'and'>> & {
    endings?: readonly CompiledEnding[];
    capitalNouns?: boolean;
    /** Lists of its grammar, from `packLists`. */
    grammar?: string;
    /** Properties of its word order. */
    order?: string;
  };

/** Lists of all languages in one: the words beside names, as `language-schema.ts` explains them. */
export type WordsBesideNames = Record<
  'signs' | 'hints' | 'places' | 'roles' | 'thingsBefore' | 'thingsAfter',
  PhraseList
>;

export interface CompiledLinguistics extends Pick<Linguistics, 'vowels' | 'givenNames'> {
  languages: Readonly<Record<string, CompiledLanguage>>;
  besideNames: WordsBesideNames;
}

/** For each small word, the codes of its languages with spaces between them. */
export type SmallWords = Readonly<Record<string, string>>;

/** The data of the judge. */
export interface JudgeRules {
  /** In the order of the catalogue. */
  entities: JudgedEntity[];
  linguistics: CompiledLinguistics;
  smallWords: SmallWords;
}

/** What a page needs to be scanned. */
export interface Scanning {
  /** For all entities of the catalogue. */
  scanners: () => Scanners;
}

/** The parts of a detector. */
export interface DetectorParts extends Scanning {
  catalogue: readonly Catalogued[];
  /** Called when there is first something to judge. */
  rules: () => JudgeRules;
}

/** The data of a detector, as the build writes them. */
export interface PackedDetector extends DetectorParts {
  tables: ScannerTables;
  /** For `createQuickLook`. */
  quickLook: string;
}

// The build wrote the JSON below from these types, and a page has no time to validate it.

/** Reads what a page needs to be scanned. @param scanner JSON that the build wrote */
export function readScanning(scanner: string): Scanning {
  const scanners = createScanners(JSON.parse(scanner) as ScannerTables);
  return { scanners: () => scanners };
}

/** What the judge needs, as JSON that the build wrote. */
export interface JudgeData {
  catalogue: string;
  /** Read when there is first something to judge. */
  rules: string;
}

/** Adds the judge. */
export function withJudge(scanning: Scanning, { catalogue, rules }: JudgeData): DetectorParts {
  let read: JudgeRules | undefined;
  return {
    ...scanning,
    catalogue: JSON.parse(catalogue) as DetectorParts['catalogue'],
    rules: () => (read ??= JSON.parse(rules) as JudgeRules),
  };
}

/** What an added dataset has of its own, as JSON; a worker of the extension wrote it. */
export interface AddedData {
  /** The scanner's tables. */
  scanner: string;
  catalogue: string;
  /** `JudgedEntity[]` in the order of the catalogue. */
  entities: string;
}

/**
 * The parts of an added dataset's detector.
 * @param languages of the program; called when there is first something to judge
 */
export function addedParts(
  { scanner, catalogue, entities }: AddedData,
  languages: () => Pick<JudgeRules, 'linguistics' | 'smallWords'>,
): DetectorParts {
  let read: JudgedEntity[] | undefined;
  return {
    ...readScanning(scanner),
    catalogue: JSON.parse(catalogue) as DetectorParts['catalogue'],
    rules: () => ({
      ...languages(),
      entities: (read ??= JSON.parse(entities) as JudgedEntity[]),
    }),
  };
}
