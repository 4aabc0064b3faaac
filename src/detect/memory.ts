/**
 * What one page has told so far: who was named in full, what spoke against an entity, which language it is
 * in. It remembers; the judge decides.
 */

/** Whom a full name meant: the entity of that surname, or somebody else. */
export type Person = 'own' | 'other';

/** Most texts that are kept until languages are asked for. */
const MOST_UNREAD = 8;

export interface PageMemory {
  /** Full name of the surname of an entity, in reading order. */
  sawPerson(entity: number, person: Person): void;
  /** Words of the page that speak for or against an entity. */
  sawFor(entity: number): void;
  sawAgainst(entity: number): void;
  /** @param scores small words of a text by language; asked for when languages are, which they seldom are */
  sawLanguage(scores: () => ReadonlyMap<string, number>): void;
  /** Whom a bare surname follows here: the page's first full name if it is the entity's, else the last. */
  personOf(entity: number): Person | undefined;
  /** Whether the page speaks against an entity, and nowhere for it. */
  isAgainst(entity: number): boolean;
  languageScores(): ReadonlyMap<string, number>;
  /** Something was decided about an entity by what is known so far. */
  decided(entity: number): void;
  /** Grows when something was learned that may change what was decided before. */
  revision(): number;
  /** Begins to read the page again, with what is known of all of it. */
  restart(): void;
}

export function createPageMemory(): PageMemory {
  const first = new Map<number, Person>();
  const last = new Map<number, Person>();
  const seen: Record<Person, Set<number>> = { own: new Set(), other: new Set() };
  const speaksFor = new Set<number>();
  const against = new Set<number>();
  const languages = new Map<string, number>();
  let unread: (() => ReadonlyMap<string, number>)[] = [];
  const readLanguages = (): void => {
    for (const scores of unread) {
      for (const [code, score] of scores()) languages.set(code, (languages.get(code) ?? 0) + score);
    }
    unread = [];
  };
  const decided = new Set<number>();
  let revision = 0;
  const isAgainst = (entity: number): boolean =>
    against.has(entity) && !speaksFor.has(entity) && !seen.own.has(entity);
  /** What the page as a whole makes of an entity before it is named in full. */
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
    sawLanguage(scores) {
      unread.push(scores);
      if (unread.length === MOST_UNREAD) readLanguages();
    },
    personOf(entity) {
      // Relatives and namesakes in a story about the entity do not take its surname over.
      if (first.get(entity) === 'own') return 'own';
      const person = last.get(entity);
      if (person) return person;
      if (seen.own.has(entity)) return undefined;
      return seen.other.has(entity) ? 'other' : undefined;
    },
    isAgainst,
    languageScores() {
      readLanguages();
      return languages;
    },
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
