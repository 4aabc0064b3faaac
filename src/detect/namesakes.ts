/**
 * Recognises by the words right beside a name that somebody or something else bears it: a chef, a street, a firm, an e-mail
 * address. The words are data of the languages. Knows how texts write such names, and no name.
 */
import { comesBefore, createPhraseTable, type PhraseTable } from './phrase.ts';
import type { WordsBesideNames } from './compiled.ts';
import type { NameSpan, TokenSpan } from './evidence.ts';
import type { Token } from './token.ts';

/** Who bears the name: another person, or a thing. */
export type Namesake = 'person' | 'thing';

export interface NamesakeRules {
  roles: PhraseTable;
  thingsBefore: PhraseTable;
  thingsAfter: PhraseTable;
}

/** The words around a name. */
export interface Surroundings {
  tokens: readonly Token[];
  /** Whether a public person or a word of politics begins at a token. */
  isPublic: (index: number) => boolean;
  /** Whether the text is in a language that writes all nouns with a capital. */
  hasCapitalNouns: () => boolean;
}

/** How many words of an address may stand on each side of the name. */
const ADDRESS_REACH = 6;
/** How many words of a copyright line may stand before the name: "© 2019 Max". */
const COPYRIGHT_REACH = 3;

export function createNamesakeRules(
  words: Pick<WordsBesideNames, 'roles' | 'thingsBefore' | 'thingsAfter'>,
): NamesakeRules {
  return {
    roles: createPhraseTable(words.roles),
    thingsBefore: createPhraseTable(words.thingsBefore),
    thingsAfter: createPhraseTable(words.thingsAfter),
  };
}

/** @param isPerson whether the name is a person's */
export function seeNamesake(
  rules: NamesakeRules,
  around: Surroundings,
  { place, isPerson }: { place: NameSpan; isPerson: boolean },
): Namesake | undefined {
  const { tokens } = around;
  if (isInAddress(tokens, place) || isInCopyright(tokens, place)) return 'thing';
  if (
    endsAt(rules.thingsBefore, tokens, place) ||
    comesBefore(rules.thingsAfter, tokens, place.end)
  )
    return 'thing';
  if (!isPerson) return undefined;
  if (isInFirm(around, place)) return 'thing';
  if (isFirstPartner(rules, around, place)) return 'person';
  return hasRole(rules, around, place) || isDoubleName(around, place) ? 'person' : undefined;
}

/** Whether a phrase ends right before a place in its sentence. A full stop there belongs to an abbreviation: "Mrs." */
function endsAt(
  table: PhraseTable,
  tokens: readonly Token[],
  { start, sentence }: Pick<NameSpan, 'start' | 'sentence'>,
): boolean {
  if (!/^(?:\.?\s|-|\s?["„“«'(])$/.test(tokens[start]?.gap ?? '.')) return false;
  return [1, 2, 3].some((back) => {
    const at = start - back;
    return at >= sentence.start && table.lengthAt(tokens, at) === back;
  });
}

/** "Chef Blinken", and "chef Rahul Blinken" with a given name that no list has. */
function hasRole({ roles }: NamesakeRules, around: Surroundings, place: NameSpan): boolean {
  const { tokens } = around;
  const before = { start: place.start - 1, sentence: place.sentence };
  return (
    endsAt(roles, tokens, place) ||
    (isUnknownName(around, place.start - 1, place) && endsAt(roles, tokens, before))
  );
}

/** Whether a word right beside a name could be a name too: it has a capital, and nobody knows it. */
function isUnknownName({ tokens, isPublic }: Surroundings, at: number, place: NameSpan): boolean {
  const token = tokens[at];
  const gap = tokens[Math.max(at + 1, place.start)]?.gap;
  if (!token?.capital || at < place.sentence.start || (at < place.start && gap !== ' '))
    return false;
  return /^\p{L}{3,}$/u.test(token.word) && isCased(token.word) && !isPublic(at);
}

const isCased = (word: string): boolean => word.toUpperCase() !== word;

/** "Grace Lammy-Osei". German compounds look the same. */
function isDoubleName(around: Surroundings, place: NameSpan): boolean {
  const { tokens, hasCapitalNouns } = around;
  const isJoined = tokens[place.end]?.gap === '-' && isUnknownName(around, place.end, place);
  return (
    isJoined &&
    place.start - 1 > place.sentence.start &&
    isUnknownName(around, place.start - 1, place) &&
    !hasCapitalNouns()
  );
}

/** "Blinken & Daughters". Two public persons are no firm. */
function isInFirm({ tokens, isPublic }: Surroundings, { start, end }: TokenSpan): boolean {
  const isAnd = (at: number): boolean => /^\s?[&＆+]\s?$/.test(tokens[at]?.gap ?? '');
  return (isAnd(end) && !isPublic(end)) || (start > 0 && isAnd(start) && !isPublic(start - 1));
}

/** "Zelensky Hart LLP": what is said of one partner of a firm is said of the firm later. */
const isFirstPartner = (
  { thingsAfter }: NamesakeRules,
  around: Surroundings,
  place: NameSpan,
): boolean =>
  isUnknownName(around, place.end, place) && comesBefore(thingsAfter, around.tokens, place.end + 1);

/** An e-mail address, or a user name with something behind the name: "@StormShadow2k". */
function isInAddress(tokens: readonly Token[], { start, end }: TokenSpan): boolean {
  const isTight = (at: number): boolean => /^[@._+-]$/.test(tokens[at]?.gap ?? ' ');
  for (let at = start; at > Math.max(0, start - ADDRESS_REACH) && isTight(at); at--)
    if (tokens[at]?.gap === '@') return true;
  for (let at = end; at < end + ADDRESS_REACH && isTight(at); at++)
    if (tokens[at]?.gap === '@') return true;
  const rest = tokens[end];
  return rest?.inTag === true && /^\d|_/.test(rest.word + rest.gap) && isInHandle(tokens, start);
}

function isInHandle(tokens: readonly Token[], start: number): boolean {
  let at = start;
  const isJoined = (): boolean => tokens[at]?.inTag === true && /^_?$/.test(tokens[at]?.gap ?? ' ');
  while (at > Math.max(0, start - ADDRESS_REACH) && isJoined()) at--;
  return tokens[at]?.gap.endsWith('@') ?? false;
}

/** "© 2019 Max Zelensky", "Storm Shadow®". */
function isInCopyright(tokens: readonly Token[], { start, end }: TokenSpan): boolean {
  const next = tokens[end];
  if (next?.gap.startsWith('®')) return true;
  const isName = next?.gap !== ' ' || next.capital;
  for (let at = start; isName && at >= Math.max(0, start - COPYRIGHT_REACH); at--) {
    const { gap = '.', capital = false } = tokens[at] ?? {};
    if (!capital) return false;
    if (gap.includes('©')) return true;
    if (!/^[\s,-]*$/.test(gap)) return false;
  }
  return false;
}
