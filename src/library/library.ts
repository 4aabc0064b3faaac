/**
 * The one owner of all added datasets: checks files, adds, switches, moves and removes them, one change at a time over all pages of the
 * extension. Every change is made whole or not at all. Knows the browser only through its parts.
 */
import { StorageError } from '../settings/failure.ts';
import { inTurn } from '../settings/in-turn.ts';
import { punctual } from '../settings/storage-area.ts';
import { POINTER_KEY } from './compiled-set.ts';
import type { Compiler, OnProgress } from './compiler.ts';
import { storageErrorOf, type LibraryDatabase } from './database.ts';
import { takePolicyDatasets, type RefusedText } from './policy-datasets.ts';
import {
  changesBetween,
  isStale,
  relationOf,
  type FileRead,
  type GoodPreview,
  type Preview,
} from './preview.ts';
import {
  compiledBy,
  isCurrent,
  publish,
  sweep,
  type Change,
  type PublishParts,
} from './publish.ts';
import { recoveredRegistry, withSources } from './recover.ts';
import {
  isWholeRegistry,
  readRegistry,
  REGISTRY_KEY,
  type CheckNote,
  type LibraryEntry,
  type Registry,
} from './registry.ts';
import { sha256 } from './sha256.ts';

export interface LibraryState {
  registry: Registry;
  /** Datasets whose data the browser has cleared. */
  gone: readonly LibraryEntry[];
  /** The storage does not work: the rest may be out of date, and changes fail. */
  problem?: StorageError;
}

export interface Library {
  /** Never fails: see `problem`. */
  read(): Promise<LibraryState>;
  /** Checks and compiles a file. Stores nothing. @throws StorageError */
  preview(
    file: { name: string; bytes: Uint8Array<ArrayBuffer> },
    onProgress?: OnProgress,
  ): Promise<Preview>;
  /** The same file, held against the library as it is now. @throws StorageError */
  renew(preview: GoodPreview): Promise<GoodPreview>;
  /**
   * Adds a dataset at the end. One with the same id is replaced, and keeps its place and its switch. A file that is there already changes
   * nothing. Where the library has changed so that the preview says something else now, it fails with the reason `changed`.
   * @throws LibraryError, StorageError and CompilerError, as all changes do; then nothing has changed
   */
  add(preview: GoodPreview, isOn: boolean): Promise<void>;
  /** Also tries again a dataset that took too long, or that was refused. */
  switchOn(hash: string, isOn: boolean): Promise<void>;
  /** @param to place in the registry, from 0 */
  move(hash: string, to: number): Promise<void>;
  /** @returns puts it back as it was, as long as the page is open */
  remove(hash: string): Promise<() => Promise<void>>;
  /** The bytes that came. @throws LibraryError if they are gone */
  exportFile(hash: string): Promise<Uint8Array>;
  /** Keeps what a check against the source found. */
  noteCheck(hash: string, check: CheckNote): Promise<void>;
  /**
   * Compiles again what an earlier version of the program compiled, mends what is damaged, and removes what nothing refers to.
   * @throws what `add` throws; then nothing has changed
   */
  ensureCurrent(): Promise<void>;
  /**
   * Takes the datasets of an organisation's policy, in the place of those that it had before.
   * @returns the texts that are not taken
   */
  takePolicyDatasets(texts: readonly string[]): Promise<RefusedText[]>;
  /** Reports every change of the registry in any page. */
  subscribe(listener: (state: LibraryState) => void, signal: AbortSignal): void;
}

/**
 * Why a change was not made. `private`: this window is private. `policy`: an organisation added it. `gone`: it is not there. `changed`:
 * another window changed it since the reader looked at it.
 */
export class LibraryError extends Error {
  override name = 'LibraryError';
  readonly reason: 'private' | 'policy' | 'gone' | 'changed';

  constructor(reason: LibraryError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface LibraryParts extends PublishParts {
  /** Runs one task at a time over all pages of the extension. */
  lock: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Whether this page is in a private window, which has a database of its own in some browsers. */
  isPrivate: () => Promise<boolean>;
}

export function createLibrary(given: LibraryParts): Library {
  const parts = { ...given, area: punctual(given.area) };
  const { area, database, compiler, lock, program } = parts;
  const registryNow = async (): Promise<Registry> => readRegistry(await area.get(REGISTRY_KEY));
  const change = (edit: (registry: Registry) => Promise<Change | undefined> | Change) =>
    lock(async () => {
      if (await parts.isPrivate()) {
        throw new LibraryError('private', 'A private window cannot change the library.');
      }
      const next = await edit(await recoveredRegistry(parts));
      if (next) await publish(parts, next);
    }).catch((error: unknown) => {
      throw error instanceof StorageError ? storageErrorOf(error) : error;
    });
  const read = inTurn(() => stateNow(parts));
  return {
    ...changesOf({ database, change, program }),
    read,
    takePolicyDatasets: (texts) =>
      takePolicyDatasets(texts, { compiler, database, program, registryNow, change }),
    preview: (file, onProgress) => previewOf({ compiler, database, registryNow }, file, onProgress),
    renew: ({ relation: _, known: __, changes: ___, ...file }) =>
      comparedWith({ database, registryNow }, file),
    async exportFile(hash) {
      const bytes = await database.file(hash);
      if (!bytes) throw new LibraryError('gone', 'The browser has cleared this file.');
      return bytes;
    },
    ensureCurrent: () =>
      lock(async () => {
        if (await parts.isPrivate()) return;
        const [stored, pointer] = [await area.get(REGISTRY_KEY), await area.get(POINTER_KEY)];
        if (stored === undefined && pointer === undefined) return;
        const recovered = await recoveredRegistry(parts);
        const registry = await withSources(recovered, parts);
        const isWhole = isWholeRegistry(stored) && registry === recovered;
        const isCurrentNow = isWhole && (await isCurrent(registry, parts));
        await (isCurrentNow ? sweep(parts) : publish(parts, { registry }));
      }),
    subscribe(listener, signal) {
      const report = async (): Promise<void> => {
        const state = await read();
        if (!signal.aborted) listener(state);
      };
      area.onChanged((keys) => {
        if (keys.includes(REGISTRY_KEY)) void report();
      }, signal);
    },
  };
}

/** What is there now, and what is missing. Never fails. */
async function stateNow({ area, database, isPrivate }: LibraryParts): Promise<LibraryState> {
  let registry: Registry = [];
  try {
    const stored = await area.get(REGISTRY_KEY);
    registry = readRegistry(stored);
    if (!isWholeRegistry(stored)) throw new StorageError('refused', 'The list is damaged.');
    if (registry.length === 0 || (await isPrivate())) return { registry, gone: [] };
    const present = await database.hashes();
    return { registry, gone: registry.filter(({ hash }) => !present.has(hash)) };
  } catch (error) {
    return { registry, gone: [], problem: storageErrorOf(error) };
  }
}

interface Changing {
  database: LibraryDatabase;
  /** @param edit returns undefined to leave everything as it is */
  change: (edit: (registry: Registry) => Promise<Change | undefined> | Change) => Promise<void>;
  program: string;
}

function changesOf({ database, change, program }: Changing) {
  const edit = (hash: string, edited: (entry: LibraryEntry) => LibraryEntry): Promise<void> =>
    change((registry) => {
      entryOf(registry, hash);
      return { registry: registry.map((each) => (each.hash === hash ? edited(each) : each)) };
    });
  return {
    add: (preview: GoodPreview, isOn: boolean): Promise<void> =>
      change(async (registry) => {
        const { entry, bytes, parts, contexts } = preview;
        const known = registry.find(({ id }) => id === entry.id);
        if (known?.isByPolicy) throw byPolicy();
        if (isStale(preview, known, isOn)) {
          throw new LibraryError('changed', 'Another window has changed this dataset.');
        }
        const isSame = known?.hash === entry.hash;
        if (isSame && (await database.compiled(entry.hash))) return undefined;
        const added = isSame ? known : { ...entry, isOn: known ? known.isOn : isOn };
        const compiled = compiledBy(program, parts);
        return {
          registry: known
            ? registry.map((each) => (each === known ? added : each))
            : [...registry, added],
          put: { hash: entry.hash, file: { bytes, compiled, contexts } },
        };
      }),
    switchOn: (hash: string, isOn: boolean): Promise<void> =>
      edit(hash, ({ isRefused, slowIn, ...entry }) => {
        if (entry.isByPolicy) throw byPolicy();
        return { ...entry, isOn };
      }),
    move: (hash: string, to: number): Promise<void> =>
      change((registry) => ({
        registry: registry
          .filter((each) => each.hash !== hash)
          .toSpliced(to, 0, entryOf(registry, hash)),
      })),
    async remove(hash: string): Promise<() => Promise<void>> {
      let removed: { entry: LibraryEntry; at: number } | undefined;
      const file = await database.whole(hash);
      await change((registry) => {
        const entry = entryOf(registry, hash);
        if (entry.isByPolicy) throw byPolicy();
        removed = { entry, at: registry.indexOf(entry) };
        return { registry: registry.filter((each) => each !== entry) };
      });
      return () =>
        change((registry) => {
          const isThere = registry.some(({ id }) => id === removed?.entry.id);
          if (!removed || isThere) return { registry };
          return {
            registry: registry.toSpliced(removed.at, 0, removed.entry),
            ...(file && { put: { hash, file } }),
          };
        });
    },
    noteCheck: (hash: string, check: CheckNote): Promise<void> =>
      edit(hash, (entry) => ({ ...entry, check })),
  };
}

function entryOf(registry: Registry, hash: string): LibraryEntry {
  const entry = registry.find((each) => each.hash === hash);
  if (!entry) throw new LibraryError('gone', 'This dataset is not in the library any more.');
  return entry;
}

const byPolicy = (): LibraryError =>
  new LibraryError('policy', 'An organisation added this dataset.');

interface PreviewParts {
  compiler: Compiler;
  database: LibraryDatabase;
  registryNow: () => Promise<Registry>;
}

async function previewOf(
  { compiler, database, registryNow }: PreviewParts,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
  onProgress?: OnProgress,
): Promise<Preview> {
  const compiled = await compiler.compile(bytes, onProgress);
  if ('refusal' in compiled) return { name, ...compiled };
  const { about, ...file } = compiled;
  const hash = await sha256(bytes);
  const entry: LibraryEntry = { ...about, hash, bytes: bytes.length, isOn: !file.startsOff };
  return comparedWith({ database, registryNow }, { name, bytes, entry, ...file });
}

/** What adding a file that was read would do now. */
async function comparedWith(
  { database, registryNow }: Omit<PreviewParts, 'compiler'>,
  file: FileRead,
): Promise<GoodPreview> {
  const related = relationOf(file.entry, await registryNow());
  const before = related.known && (await database.compiled(related.known.hash));
  if (related.relation === 'same') {
    return { ...file, ...related, relation: before ? 'same' : 'lost' };
  }
  return {
    ...{ ...file, ...related },
    ...(before && { changes: changesBetween(before.knowledge, file.parts.knowledge) }),
  };
}
