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

/**
 * What a file's signature is to that of the dataset that is there:
 * - `signed`: there is none, or an unsigned one; `same`: of the same key
 * - `other`: of another key; `lost`: that one is signed, and the file is not
 */
export type Signing = 'signed' | 'same' | 'other' | 'lost';

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
  /** Left out if neither is signed. */
  signing?: Signing;
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
  { id, hash, version, signingKey }: Pick<LibraryEntry, 'id' | 'hash' | 'version' | 'signingKey'>,
  registry: Registry,
): Pick<GoodPreview, 'relation' | 'known' | 'signing'> {
  const known = registry.find((entry) => entry.id === id);
  const signing = signingOf(signingKey, known?.signingKey);
  return {
    relation: known ? relationTo(known, { hash, version }) : 'new',
    ...(known && { known }),
    ...(signing && { signing }),
  };
}

function relationTo(
  known: LibraryEntry,
  { hash, version }: Pick<LibraryEntry, 'hash' | 'version'>,
): Relation {
  if (known.hash === hash) return 'same';
  if (known.version === version) return 'other-content';
  return known.version < version ? 'update' : 'older';
}

function signingOf(key: string | undefined, before: string | undefined): Signing | undefined {
  if (before === undefined) return key === undefined ? undefined : 'signed';
  if (key === undefined) return 'lost';
  return key === before ? 'same' : 'other';
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
