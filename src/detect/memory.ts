/**
 * Remembers what one page has said so far: whom it named in full, the evidence for and against entities, its language. The
 * judge decides what follows from it.
 */

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
  /** @param scores counts the small words of a text by language; called only if a rule asks for the language */
  sawLanguage(scores: () => ReadonlyMap<string, number>): void;
  /** Whom a bare surname means: the entity if the page's first full name is the entity's, else the last full name. */
  personOf(entity: number): Person | undefined;
  /** Whether the page has evidence against an entity, and none for it. */
  isAgainst(entity: number): boolean;
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
  const isAgainst = (entity: number): boolean =>
    against.has(entity) && !speaksFor.has(entity) && !seen.own.has(entity);
  /** What the whole page implies about an entity before its first full name. */
  const prejudice = (entity: number): string =>
    `${isAgainst(entity)} ${seen.other.has(entity) && !seen.own.has(entity)}`;
  const learn = (set: Set<number>, entity: number): void => {
    if (set.has(entity)) return;
    const before = prejudice(entity);
    set.add(entity);
    if (decided.has(entity) && prejudice(entity) !== before) revision++;
  };
  return {
    sawPerson(entity, person) {
      if (!first.has(entity)) first.set(entity, person);
      last.set(entity, person);
      learn(seen[person], entity);
    },
    sawFor(entity) {
      learn(speaksFor, entity);
    },
    sawAgainst(entity) {
      learn(against, entity);
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
