/**
 * What one page has told so far: who was named in full, what spoke against an entity, which language it is
 * in. It remembers; the judge decides.
 */

/** Whom a full name meant: the entity of that surname, or somebody else. */
export type Person = 'own' | 'other';

export interface PageMemory {
  /** Full name of the surname of an entity, in reading order. */
  sawPerson(entity: number, person: Person): void;
  /** Words of the page that speak for or against an entity. */
  sawFor(entity: number): void;
  sawAgainst(entity: number): void;
  sawLanguage(scores: ReadonlyMap<string, number>): void;
  /** Whom a bare surname follows here: the page's first full name if it is the entity's, else the last. */
  personOf(entity: number): Person | undefined;
  /** Whether the page speaks against an entity, and nowhere for it. */
  isAgainst(entity: number): boolean;
  languageScores(): ReadonlyMap<string, number>;
  /** Grows when something was learned that may change what was decided about earlier blocks. */
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
  let revision = 0;
  const learn = (set: Set<number>, entity: number): void => {
    if (!set.has(entity)) revision++;
    set.add(entity);
  };
  return {
    sawPerson(entity, person) {
      if (!first.has(entity)) first.set(entity, person);
      last.set(entity, person);
      // The entity itself is what a bare surname is taken for anyway: nothing new about earlier blocks.
      if (person === 'other' || seen.other.has(entity)) learn(seen[person], entity);
      else seen.own.add(entity);
    },
    sawFor(entity) {
      if (against.has(entity)) learn(speaksFor, entity);
      else speaksFor.add(entity);
    },
    sawAgainst(entity) {
      learn(against, entity);
    },
    sawLanguage(scores) {
      for (const [code, score] of scores) languages.set(code, (languages.get(code) ?? 0) + score);
    },
    personOf(entity) {
      // Relatives and namesakes in a story about the entity do not take its surname over.
      if (first.get(entity) === 'own') return 'own';
      const person = last.get(entity);
      if (person) return person;
      if (seen.own.has(entity)) return undefined;
      return seen.other.has(entity) ? 'other' : undefined;
    },
    isAgainst: (entity) => against.has(entity) && !speaksFor.has(entity) && !seen.own.has(entity),
    languageScores: () => languages,
    revision: () => revision,
    restart() {
      first.clear();
      last.clear();
    },
  };
}
