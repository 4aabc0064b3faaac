/**
 * The database of the extension's pages: the files that came, what was compiled from them, and a context for each entity. Everything
 * stands under the SHA-256 of its file. Knows neither the registry nor what is switched on. Answers in time, or fails with a StorageError.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { StorageError } from '../settings/failure.ts';
import { inTime } from '../settings/storage-area.ts';
import type { DatasetParts, PackedContexts } from './stored.ts';

export const DATABASE_NAME = 'library';
/** Counts up when a store is added. */
const DATABASE_VERSION = 1;

/** What was compiled from a file, and by which program. */
export interface CompiledRecord extends DatasetParts {
  form: number;
  program: string;
}

/** Everything that is kept of one file. */
export interface StoredFile {
  bytes: Uint8Array;
  compiled: CompiledRecord;
  contexts: PackedContexts;
}

interface Schema extends DBSchema {
  files: { key: string; value: Uint8Array };
  compiled: { key: string; value: CompiledRecord };
  contexts: { key: [hash: string, key: string]; value: string };
}

export interface LibraryDatabase {
  /** Writes everything of a file, or nothing. */
  put(hash: string, file: StoredFile): Promise<void>;
  /** The hashes of all files. */
  hashes(): Promise<Set<string>>;
  /** @returns undefined if the file is not there */
  file(hash: string): Promise<Uint8Array | undefined>;
  compiled(hash: string): Promise<CompiledRecord | undefined>;
  /** The packed contexts of these entities; undefined for those that are not there. */
  contexts(of: readonly ContextName[]): Promise<(string | undefined)[]>;
  /** Everything of a file. */
  whole(hash: string): Promise<StoredFile | undefined>;
  /** Removes everything of all other files. */
  keepOnly(hashes: ReadonlySet<string>): Promise<void>;
}

export interface ContextName {
  hash: string;
  key: string;
}

const STORES = ['files', 'compiled', 'contexts'] as const;
type Connection = IDBPDatabase<Schema>;

/** Opens nothing until it is first asked. */
export function createLibraryDatabase(): LibraryDatabase {
  /** Owned by `connect`. */
  let opening: Promise<Connection> | undefined;
  const forget = (): void => {
    opening = undefined;
  };
  const connect = (): Promise<Connection> => {
    opening ??= openDB<Schema>(DATABASE_NAME, DATABASE_VERSION, {
      upgrade(database) {
        for (const store of STORES) database.createObjectStore(store);
      },
      // A newer version of the program waits for this one to close.
      blocking(_now, _next, event) {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    opening.catch(forget);
    return opening;
  };
  const ask = <Result>(task: (database: Connection) => Promise<Result>): Promise<Result> =>
    inTime(async () => {
      try {
        return await task(await connect());
      } catch (error) {
        // The browser closed the connection since it was opened.
        if (nameOf(error) !== 'InvalidStateError') throw error;
        forget();
        return task(await connect());
      }
    }).catch((error: unknown) => {
      throw storageErrorOf(error);
    });
  return {
    put: (hash, file) => ask((database) => put(database, hash, file)),
    hashes: () => ask(async (database) => new Set(await database.getAllKeys('files'))),
    file: (hash) => ask((database) => database.get('files', hash)),
    compiled: (hash) => ask((database) => database.get('compiled', hash)),
    contexts: (of) =>
      ask((database) =>
        Promise.all(of.map(({ hash, key }) => database.get('contexts', [hash, key]))),
      ),
    whole: (hash) => ask((database) => whole(database, hash)),
    keepOnly: (hashes) => ask((database) => keepOnly(database, hashes)),
  };
}

/** All keys of the contexts of a file. */
const contextsOf = (hash: string): IDBKeyRange => IDBKeyRange.bound([hash], [hash, []]);

async function put(
  database: Connection,
  hash: string,
  { bytes, compiled, contexts }: StoredFile,
): Promise<void> {
  // Strict: the registry must not be on the disk before this is.
  const change = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  const store = change.objectStore('contexts');
  await Promise.all([
    change.objectStore('files').put(bytes, hash),
    change.objectStore('compiled').put(compiled, hash),
    store.delete(contextsOf(hash)),
    ...contexts.map(([key, packed]) => store.put(packed, [hash, key])),
    change.done,
  ]).catch((error: unknown) => {
    // What was still waiting says only that the change was given up.
    throw change.error ?? error;
  });
}

async function whole(database: Connection, hash: string): Promise<StoredFile | undefined> {
  const look = database.transaction(STORES);
  const store = look.objectStore('contexts');
  const [bytes, compiled, keys, packed] = await Promise.all([
    look.objectStore('files').get(hash),
    look.objectStore('compiled').get(hash),
    store.getAllKeys(contextsOf(hash)),
    store.getAll(contextsOf(hash)),
  ]);
  if (!bytes || !compiled) return undefined;
  const contexts = keys.map(([, key], at) => [key, packed[at] ?? ''] as const);
  return { bytes, compiled, contexts };
}

async function keepOnly(database: Connection, hashes: ReadonlySet<string>): Promise<void> {
  const change = database.transaction(STORES, 'readwrite');
  const [files, compiled, contexts] = STORES.map((name) => change.objectStore(name));
  const known = await Promise.all([
    change.objectStore('files').getAllKeys(),
    change.objectStore('compiled').getAllKeys(),
  ]);
  const gone = [...new Set(known.flat())].filter((hash) => !hashes.has(hash));
  await Promise.all([
    ...gone.flatMap((hash) => [
      files?.delete(hash),
      compiled?.delete(hash),
      contexts?.delete(contextsOf(hash)),
    ]),
    change.done,
  ]);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Says by name that there is no room: browsers tell it in several ways. */
export function storageErrorOf(error: unknown): StorageError {
  const cause = error instanceof StorageError ? (error.cause ?? error) : error;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (nameOf(cause) === 'QuotaExceededError' || /quota/i.test(message)) {
    return new StorageError('full', message, { cause });
  }
  return error instanceof StorageError
    ? error
    : new StorageError('refused', message, { cause: error });
}
