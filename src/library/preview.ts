/** What adding a file would do: new, an update or something to ask about, and which facts it adds, changes or drops. Pure. */
import { readKnowledge, type Fact, type Knowledge } from '../dataset/index.ts';
import type { LibraryEntry, Registry } from './registry.ts';
import type { CompiledFile, NotCompiled } from './stored.ts';

/**
 * How a file has to do with what is there:
 * - `new`: no dataset has its id; `same`: this very file is there
 * - `update`: a higher version; `older`: a lower one; `other-content`: the same version, and another file
 */
export type Relation = 'new' | 'update' | 'same' | 'older' | 'other-content';

/** Statements, in the order of the datasets. */
export interface FactChanges {
  added: string[];
  changed: string[];
  gone: string[];
}

export interface GoodPreview extends Omit<CompiledFile, 'about'> {
  name: string;
  bytes: Uint8Array;
  /** As it would stand in the registry, switched on. */
  entry: LibraryEntry;
  relation: Relation;
  /** The dataset of the same id that is there. */
  known?: LibraryEntry;
  /** Left out if there is nothing to compare with. */
  changes?: FactChanges;
}

export interface RefusedPreview extends NotCompiled {
  name: string;
}

export type Preview = GoodPreview | RefusedPreview;

/**
 * What the signature of a file is to the dataset that it would replace:
 * - `signed`: there is none, or an unsigned one; `same`: of the same key
 * - `other`: of another key; `lost`: that one is signed, and this one is not
 *
 * @returns undefined where neither is signed
 */
export function signingOf({
  entry,
  known,
}: Pick<GoodPreview, 'entry' | 'known'>): 'signed' | 'same' | 'other' | 'lost' | undefined {
  const [key, before] = [entry.signingKey, known?.signingKey];
  if (before === undefined) return key === undefined ? undefined : 'signed';
  if (key === undefined) return 'lost';
  return key === before ? 'same' : 'other';
}

export function relationOf(
  { id, hash, version }: Pick<LibraryEntry, 'id' | 'hash' | 'version'>,
  registry: Registry,
): Pick<GoodPreview, 'relation' | 'known'> {
  const known = registry.find((entry) => entry.id === id);
  if (!known) return { relation: 'new' };
  if (known.hash === hash) return { relation: 'same', known };
  if (known.version === version) return { relation: 'other-content', known };
  return { relation: known.version < version ? 'update' : 'older', known };
}

/** @param before, after JSON of `Knowledge` */
export function changesBetween(before: string, after: string): FactChanges {
  const [old, now] = [readKnowledge(before), readKnowledge(after)];
  const [oldFacts, newFacts] = [factsOf(old), factsOf(now)];
  return {
    added: statements(now.facts.filter(({ id }) => !oldFacts.has(id))),
    changed: statements(
      now.facts.filter((fact) => {
        const earlier = oldFacts.get(fact.id);
        return earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(fact);
      }),
    ),
    gone: statements(old.facts.filter(({ id }) => !newFacts.has(id))),
  };
}

const factsOf = ({ facts }: Knowledge): Map<string, Fact> =>
  new Map(facts.map((fact) => [fact.id, fact]));

const statements = (facts: readonly Fact[]): string[] => facts.map(({ statement }) => statement);
