/**
 * Remembers what one page has said so far: whom it named in full, the evidence for and against entities, its language. The
 * judge decides what follows from it.
 */

import { ENOUGH_ON_PAGE, sumOf, type Weights } from './company.ts';

/** Whom a full name means: the entity with that surname, or another person. */
export type Person = 'own' | 'other';

/** How many texts wait until somebody asks for the language. */
const UNREAD_MAX = 8;

/** A page with fewer words may be about anything: a headline, a caption, a post. Found by trying. */
const LITTLE = 18;

/** The words of politics in a text, and its length in words. */
export interface TextCompany {
  weights: () => Weights;
  length: number;
}

export interface PageMemory {
  /** The page has a full name with the surname of an entity. Call it in reading order. */
  sawPerson(entity: number, person: Person): void;
  /** The page has evidence for or against an entity. */
  sawFor(entity: number): void;
  sawAgainst(entity: number): void;
  /**
   * A block, or a text of the page in which nobody looks for names.
   * @param read called only if a rule asks for a reason
   */
  sawText(text: string, read: () => TextCompany): void;
  /** The page has the idea of an entity. */
  sawConcept(): void;
  /** @param scores counts the small words of a text by language; called only if a rule asks for the language */
  sawLanguage(scores: () => ReadonlyMap<string, number>): void;
  /** Whom a bare surname means: the entity if the page's first full name is the entity's, else the last full name. */
  personOf(entity: number): Person | undefined;
  /** Whether the page has evidence against an entity, and none for it. */
  isAgainst(entity: number): boolean;
  /** Whether the page has sure evidence for an entity, or its full name. */
  isSure(entity: number): boolean;
  /**
   * Whether a bare name on the page may be the entity's: the page is about politics, because it names another entity in full,
   * has an idea, or enough words. Or it has so little text that it says nothing at all.
   */
  hasReason(entity: number): boolean;
  languageScores(): ReadonlyMap<string, number>;
  /** The judge used this memory to decide about an entity. */
  decided(entity: number): void;
  /** Grows when the page says something that may change an earlier decision. */
  revision(): number;
  /** Begins the page again, and keeps the evidence of the whole page. */
  restart(): void;
}

export function createPageMemory(): PageMemory {
  const people = createPeopleMemory();
  const reasons = createReasonMemory(people.hasOtherThan);
  const languages = createLanguageMemory();
  const speaksFor = new Set<number>();
  const against = new Set<number>();
  const isSure = (entity: number): boolean => speaksFor.has(entity) || people.isNamed(entity);
  const isAgainst = (entity: number): boolean => against.has(entity) && !isSure(entity);
  const { learn, ...decisions } = createDecisions([
    isAgainst,
    people.isOnlyOthers,
    isSure,
    reasons.had,
  ]);
  return {
    sawPerson: (entity, person) => {
      const see = (): void => {
        people.saw(entity, person);
      };
      // The first two full names give the others a reason.
      learn(see, people.isFew() ? undefined : entity);
    },
    sawFor: (entity) => {
      learn(() => speaksFor.add(entity), entity);
    },
    sawAgainst: (entity) => {
      learn(() => against.add(entity), entity);
    },
    sawText: (text, read) => {
      if (reasons.isSettled()) return;
      learn(() => {
        reasons.saw(text, read);
      });
    },
    sawConcept: () => {
      learn(reasons.sawConcept);
    },
    sawLanguage: languages.saw,
    personOf: people.meant,
    ...{ isAgainst, isSure },
    hasReason: reasons.ask,
    languageScores: languages.scores,
    decided: decisions.add,
    revision: decisions.revision,
    restart: () => {
      decisions.restart();
      reasons.restart();
      people.restart();
    },
  };
}

/**
 * Counts what may change an earlier decision.
 * @param implications what the whole page implies about an entity
 */
function createDecisions(implications: readonly ((entity: number) => boolean)[]) {
  const decided = new Set<number>();
  let revision = 0;
  const prejudice = (about: readonly number[]): string =>
    about.flatMap((entity) => implications.map((implies) => implies(entity))).join();
  return {
    add: (entity: number): void => void decided.add(entity),
    /** @param one the only entity about which the page may imply something else after the change */
    learn: (change: () => void, one?: number): void => {
      const about = one === undefined ? [...decided] : [one].filter((each) => decided.has(each));
      const before = prejudice(about);
      change();
      if (prejudice(about) !== before) revision++;
    },
    revision: (): number => revision,
    restart: (): void => {
      decided.clear();
    },
  };
}

/** Remembers the full names of a page. */
function createPeopleMemory() {
  const first = new Map<number, Person>();
  const last = new Map<number, Person>();
  const seen: Record<Person, Set<number>> = { own: new Set(), other: new Set() };
  return {
    saw(entity: number, person: Person): void {
      if (!first.has(entity)) first.set(entity, person);
      last.set(entity, person);
      seen[person].add(entity);
    },
    isNamed: (entity: number): boolean => seen.own.has(entity),
    isOnlyOthers: (entity: number): boolean => seen.other.has(entity) && !seen.own.has(entity),
    /** Whether one more full name may be another one for somebody. */
    isFew: (): boolean => seen.own.size < 2,
    hasOtherThan: (entity: number): boolean => seen.own.size > Number(seen.own.has(entity)),
    meant: (entity: number): Person | undefined => {
      // In a story about the entity, bare surnames stay the entity's, even after a relative or namesake.
      if (first.get(entity) === 'own') return 'own';
      const person = last.get(entity);
      if (person) return person;
      if (seen.own.has(entity)) return undefined;
      return seen.other.has(entity) ? 'other' : undefined;
    },
    /** Keeps who was seen anywhere on the page. */
    restart: (): void => {
      first.clear();
      last.clear();
    },
  };
}

/** Remembers what makes the bearer of a bare name somebody public. */
function createReasonMemory(hasOtherThan: (entity: number) => boolean) {
  const company = createCompanyMemory();
  /** The entities for which a rule asked. Without a question nothing is read. */
  const asked = new Set<number>();
  let hasConcept = false;
  const has = (entity: number): boolean =>
    hasConcept || hasOtherThan(entity) || company.isEnough() || company.saysLittle();
  return {
    saw: company.saw,
    isSettled: company.isSettled,
    sawConcept: (): void => {
      hasConcept = true;
    },
    ask: (entity: number): boolean => {
      asked.add(entity);
      return has(entity);
    },
    /** What the answer would be now; false if nobody asked. */
    had: (entity: number): boolean => asked.has(entity) && has(entity),
    restart: (): void => {
      asked.clear();
    },
  };
}

/**
 * Adds up the words of politics on a page, and how much text the page has, until there are enough of them. It reads the texts only when
 * somebody asks.
 */
function createCompanyMemory() {
  const words = new Map<string, number>();
  /** The texts that make up the length. */
  const texts: string[] = [];
  let unread: { text: string; read: () => TextCompany }[] = [];
  let length = 0;
  let isEnough = false;
  const isLittle = (): boolean => length < LITTLE;
  const readAll = (): void => {
    for (const { text, read } of unread) {
      if (isEnough) break;
      const { weights, length: more } = read();
      if (isLittle() && !texts.some((known) => known.includes(text))) {
        texts.push(text);
        length += more;
      }
      for (const [word, weight] of weights()) words.set(word, weight);
      isEnough ||= sumOf(words) >= ENOUGH_ON_PAGE;
    }
    unread = [];
  };
  return {
    isEnough(): boolean {
      readAll();
      return isEnough;
    },
    saysLittle(): boolean {
      readAll();
      return isLittle();
    },
    /** Whether no text can change anything any more. */
    isSettled: (): boolean => isEnough,
    saw: (text: string, read: () => TextCompany): void => {
      unread.push({ text, read });
      if (unread.length === UNREAD_MAX) readAll();
    },
  };
}

/** Adds up the small words of a page by language. It counts them only when somebody asks, or too many texts wait. */
function createLanguageMemory() {
  const totals = new Map<string, number>();
  let unread: (() => ReadonlyMap<string, number>)[] = [];
  const scores = (): ReadonlyMap<string, number> => {
    for (const count of unread) {
      for (const [code, score] of count()) totals.set(code, (totals.get(code) ?? 0) + score);
    }
    unread = [];
    return totals;
  };
  const saw = (count: () => ReadonlyMap<string, number>): void => {
    unread.push(count);
    if (unread.length === UNREAD_MAX) scores();
  };
  return { saw, scores };
}
