/**
 * Remembers what one page has said so far: whom it named in full, the evidence for and against entities, its language. The
 * judge decides what follows from it.
 */

import { ENOUGH_ON_PAGE, sumOf, type Weights } from './company.ts';

/** Whom a full name means: the entity with that surname, or another person. */
export type Person = 'own' | 'other';

/** How many texts wait until somebody asks for the language. */
const UNREAD_MAX = 8;

export interface PageMemory {
  /** The page has a full name with the surname of an entity. Call it in reading order. */
  sawPerson(entity: number, person: Person): void;
  /** The page has evidence for or against an entity. */
  sawFor(entity: number): void;
  sawAgainst(entity: number): void;
  /** The words of politics in a text of the page. */
  sawCompany(weights: () => Weights): void;
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
  /** Whether the page is about politics: it names another entity in full, has an idea, or enough words. */
  isPublic(entity: number): boolean;
  languageScores(): ReadonlyMap<string, number>;
  /** The judge used this memory to decide about an entity. */
  decided(entity: number): void;
  /** Grows when the page says something that may change an earlier decision. */
  revision(): number;
  /** Begins the page again, and keeps the evidence of the whole page. */
  restart(): void;
}

export function createPageMemory(): PageMemory {
  const first = new Map<number, Person>();
  const last = new Map<number, Person>();
  const seen: Record<Person, Set<number>> = { own: new Set(), other: new Set() };
  const speaksFor = new Set<number>();
  const against = new Set<number>();
  const languages = createLanguageMemory();
  const decided = new Set<number>();
  let revision = 0;
  /** The words of politics on the page, until there are enough. */
  const company = new Map<string, number>();
  let hasCompany = false;
  let hasConcept = false;
  const isAgainst = (entity: number): boolean =>
    against.has(entity) && !speaksFor.has(entity) && !seen.own.has(entity);
  const isSure = (entity: number): boolean => speaksFor.has(entity) || seen.own.has(entity);
  const isPublic = (entity: number): boolean =>
    hasConcept || hasCompany || [...seen.own].some((other) => other !== entity);
  /** What the whole page implies about the entities that the judge decided about. */
  const prejudice = (): string =>
    [...decided]
      .map((entity) =>
        [
          isAgainst(entity),
          seen.other.has(entity) && !seen.own.has(entity),
          isSure(entity),
          isPublic(entity),
        ].join(),
      )
      .join();
  const learn = (change: () => void): void => {
    const before = prejudice();
    change();
    if (prejudice() !== before) revision++;
  };
  const learnOf = (set: Set<number>, entity: number): void => {
    if (!set.has(entity)) learn(() => set.add(entity));
  };
  return {
    sawPerson(entity, person) {
      if (!first.has(entity)) first.set(entity, person);
      last.set(entity, person);
      learnOf(seen[person], entity);
    },
    sawFor(entity) {
      learnOf(speaksFor, entity);
    },
    sawAgainst(entity) {
      learnOf(against, entity);
    },
    sawCompany(weights) {
      if (hasCompany) return;
      learn(() => {
        for (const [word, weight] of weights()) company.set(word, weight);
        hasCompany = sumOf(company) >= ENOUGH_ON_PAGE;
      });
    },
    sawConcept() {
      if (!hasConcept) learn(() => (hasConcept = true));
    },
    sawLanguage: languages.saw,
    personOf(entity) {
      // In a story about the entity, bare surnames stay the entity's, even after a relative or namesake.
      if (first.get(entity) === 'own') return 'own';
      const person = last.get(entity);
      if (person) return person;
      if (seen.own.has(entity)) return undefined;
      return seen.other.has(entity) ? 'other' : undefined;
    },
    isAgainst,
    isSure,
    isPublic,
    languageScores: languages.scores,
    decided(entity) {
      decided.add(entity);
    },
    revision: () => revision,
    restart() {
      decided.clear();
      first.clear();
      last.clear();
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
