/** What adding a file would do: new, an update or something to ask about, and which facts it adds, changes or drops. Pure. */
import { readKnowledge, type Fact, type Knowledge } from '../dataset/index.ts';
import type { LibraryEntry, Registry } from './registry.ts';
import type { CompiledFile, NotCompiled } from './stored.ts';

/**
 * How a file has to do with what is there:
 * - `new`: no dataset has its id; `same`: this very file is there; `lost`: it was, and the browser has deleted its data
 * - `update`: a higher version; `older`: a lower one; `other-content`: the same version, and another file
 */
export type Relation = 'new' | 'update' | 'same' | 'lost' | 'older' | 'other-content';

/** Statements, in the order of the datasets. */
export interface FactChanges {
  added: string[];
  changed: string[];
  gone: string[];
}

/** A good file, whatever the library holds. */
export interface FileRead extends Omit<CompiledFile, 'about'> {
  name: string;
  bytes: Uint8Array;
  /** As it would stand in the registry, switched on. */
  entry: LibraryEntry;
}

export interface GoodPreview extends FileRead {
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
 * Whether adding a file would not do what its preview says: another file of its dataset is there by now, or none any more. The very file
 * with the wanted switch is what the reader asked for, whoever added it.
 * @param known the dataset of its id that is there now
 */
export const isStale = (
  preview: Pick<GoodPreview, 'entry' | 'known'>,
  known: LibraryEntry | undefined,
  isOn: boolean,
): boolean =>
  known?.hash !== preview.known?.hash &&
  !(known?.hash === preview.entry.hash && known.isOn === isOn);

/** How a file has to do with the registry. Whether its data is there, the database knows. */
export function relationOf(
  { id, hash, version }: Pick<LibraryEntry, 'id' | 'hash' | 'version'>,
  registry: Registry,
):
  | { relation: 'new'; known?: undefined }
  | { relation: Exclude<Relation, 'new' | 'lost'>; known: LibraryEntry } {
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
