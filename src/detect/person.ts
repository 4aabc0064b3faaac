/**
 * Reads given names and other words beside a surname to tell whose surname it is. Knows how people's names are built, and
 * no person.
 */
import { comesAfter, createPhraseTable, type PhraseTable } from './phrase.ts';
import { GROUP_END, type CompiledEntity } from './compiled.ts';
import type { Company } from './company.ts';
import type { Token } from './token.ts';

/** Shortest given name that may take an ending, in letters. */
const STEM_MIN = 4;
/** Longest ending of a given name, in letters: Polish "-owi". */
const ENDING_MAX = 3;
/** How many given names and initials a person may have. */
const GIVEN_NAMES_MAX = 4;

const PLAIN_GAP = /^(?:\.?\s?|[-·_=]|\s?·\s?)$/;
const LAST_VOWELS = /[aeiouyаеиоуыяійь]$/;

/** A set of given names in any inflected form. */
export interface GivenNames {
  /** @returns the length in tokens of the given name that ends with the token at `last`, or 0 */
  lengthUpTo(tokens: readonly Token[], last: number): number;
  hasInitial(letter: string): boolean;
}

/**
 * Searches the list as one string: most pages look up so few names that splitting the list would cost more.
 * @param list folded names with `|` or `;` between them. A name is several words if its script has no spaces.
 */
export function createGivenNames(list: string): GivenNames {
  const text = `|${list.replaceAll(GROUP_END, '|')}|`;
  let several: string[][] | undefined;
  const hasStem = (stem: string): boolean => {
    const begin = `|${stem}`;
    for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
      const end = at + begin.length;
      if (text[end] === '|' && !LAST_VOWELS.test(stem)) return true;
      if (text[end + 1] === '|' && LAST_VOWELS.test(text[end] ?? '')) return true;
    }
    return false;
  };
  const look = (word: string): boolean => {
    if (text.includes(`|${word}|`)) return true;
    for (let cut = 0; cut <= ENDING_MAX && word.length - cut >= STEM_MIN; cut++) {
      if (hasStem(word.slice(0, word.length - cut))) return true;
    }
    return false;
  };
  /** The same few words stand before surnames again and again. */
  const known = new Map<string, boolean>();
  const has = (word: string): boolean => {
    let isName = known.get(word);
    if (isName === undefined) {
      isName = look(word);
      known.set(word, isName);
    }
    return isName;
  };
  return {
    lengthUpTo(tokens, last) {
      if (has(tokens[last]?.word ?? '|')) return 1;
      several ??= text.split('|').flatMap((name) => (name.includes(' ') ? [name.split(' ')] : []));
      const found = several.find((words) =>
        words.every((word, at) => tokens[last - words.length + 1 + at]?.word === word),
      );
      return found?.length ?? 0;
    },
    hasInitial: (letter) => text.includes(`|${letter}`),
  };
}

export interface PersonRules {
  own: GivenNames;
  others: GivenNames;
  /** Abbreviated forms of address: "M. Zelensky" has no initial. */
  honorifics: ReadonlySet<string>;
  /** Words for "and". */
  and: ReadonlySet<string>;
  notAfter: PhraseTable;
  notBefore: PhraseTable;
  /** Titles of the entity. They are not unknown given names. */
  titles: PhraseTable;
}

/** What the words beside a surname say about its person. */
export interface PersonSeen {
  person: 'own' | 'other' | 'unsaid';
  /** First token of the person's name. */
  first: number;
}

/** A name that is no person's. */
export const unseenAt = (first: number): PersonSeen => ({ person: 'unsaid', first });

/** @param company of the block: a word of politics or office is not an unknown given name */
export function seePerson(
  rules: PersonRules,
  tokens: readonly Token[],
  { start, lower }: { start: number; lower: boolean },
  company: Pick<Company, 'isBefore'>,
): PersonSeen {
  const { own, others, honorifics } = rules;
  if (lower) return seeLowerPerson(own, tokens, start);
  let first = start;
  let person: PersonSeen['person'] = 'unsaid';
  for (let at = start - 1; at >= Math.max(0, start - GIVEN_NAMES_MAX); at--) {
    const token = tokens[at];
    const gap = tokens[at + 1]?.gap ?? '.';
    if (!token || !PLAIN_GAP.test(gap)) break;
    const given = gap.startsWith('.') ? 0 : own.lengthUpTo(tokens, at);
    if (given > 0) {
      first = at - given + 1;
      person = 'own';
      at = first;
    } else if (honorifics.has(token.word)) {
      break;
    } else if (isInitial(token, gap)) {
      // "Antony J. Blinken": a middle initial says nothing. A first initial does.
      const isFirst = !isNamePart(tokens, at - 1, own);
      if (own.hasInitial(token.word)) [first, person] = [at, 'own'];
      else if (isFirst) return { person: 'other', first: at };
    } else if (gap.startsWith('.') || !token.capital) {
      break;
    } else if (person === 'unsaid' && isMiddleName(tokens, at, own)) {
      first = at;
    } else if (person === 'unsaid' && others.lengthUpTo(tokens, at) > 0) {
      return { person: 'other', first: at };
    } else break;
  }
  if (person === 'unsaid' && isStranger(tokens, start, rules, company)) {
    return { person: 'other', first: start - 1 };
  }
  if (person === 'unsaid' && isCouple(rules, tokens, start)) return { person: 'own', first: start };
  return { person, first };
}

/** Words that begin an apposition: "Ashley Lammy, an actor". */
const APPOSITION = /^(?:\d{1,3}|an|aged|eine?|een)$/;

/** "Ashley Lammy, 44,": an unknown given name is one if an apposition follows. Titles and words of office are known words. */
function isStranger(
  tokens: readonly Token[],
  start: number,
  { titles }: PersonRules,
  company: Pick<Company, 'isBefore'>,
): boolean {
  const [before, name, next] = tokens.slice(Math.max(0, start - 1), start + 2);
  if (start === 0 || !before?.capital || !next || name?.gap !== ' ' || next.gap !== ', ')
    return false;
  if (!/^\p{L}{3,}$/u.test(before.word) || titles.lengthAt(tokens, start - 1) > 0) return false;
  return APPOSITION.test(next.word) && !company.isBefore(start);
}

/** "antony blinken": without capitals, only the given name right before it shows that it is a name. */
function seeLowerPerson(own: GivenNames, tokens: readonly Token[], start: number): PersonSeen {
  const before = tokens[start - 1];
  const isOne = before && !before.capital && /^[\s_-]?$/.test(tokens[start]?.gap ?? '.');
  const given = isOne ? own.lengthUpTo(tokens, start - 1) : 0;
  return given > 0 ? { person: 'own', first: start - given } : { person: 'unsaid', first: start };
}

/** "Volodymyr and Olena Zelensky": the given name of the entity, and another one before the shared surname. */
function isCouple(
  { own, and, notAfter }: PersonRules,
  tokens: readonly Token[],
  start: number,
): boolean {
  return (
    comesAfter(notAfter, tokens, start) &&
    and.has(tokens[start - 2]?.word ?? '') &&
    own.lengthUpTo(tokens, start - 3) > 0
  );
}

function isInitial({ word, capital }: Token, gap: string): boolean {
  return word.length === 1 && capital && gap.startsWith('.') && word.toUpperCase() !== word;
}

/** Whether an unknown word follows a given name of the entity: "David Lindon Lammy", a patronymic. */
function isMiddleName(tokens: readonly Token[], at: number, own: GivenNames): boolean {
  return tokens[at]?.gap === ' ' && own.lengthUpTo(tokens, at - 1) > 0;
}

function isNamePart(tokens: readonly Token[], at: number, own: GivenNames): boolean {
  const token = tokens[at];
  if (!token || !PLAIN_GAP.test(tokens[at + 1]?.gap ?? '.')) return false;
  return isInitial(token, tokens[at + 1]?.gap ?? '') || own.lengthUpTo(tokens, at) > 0;
}

export function createPersonRules(
  rules: Pick<CompiledEntity, 'givenNames' | 'notAfter' | 'notBefore' | 'titles'>,
  general: Pick<PersonRules, 'others' | 'honorifics' | 'and'>,
): PersonRules {
  return {
    ...general,
    own: createGivenNames(rules.givenNames ?? ''),
    notAfter: createPhraseTable(rules.notAfter),
    notBefore: createPhraseTable(rules.notBefore),
    titles: createPhraseTable(rules.titles),
  };
}
