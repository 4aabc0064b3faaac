/**
 * Writes a change of the library as steps that can end anywhere: first what nothing refers to yet, then registry and pointer at once, then
 * the removal of what nothing refers to any more. Only under the library's lock. Knows no page.
 */
import type { StorageArea } from '../browser/interfaces.ts';
import type { Compiler } from './compiler.ts';
import {
  gateKey,
  hashOfSetKey,
  POINTER_KEY,
  readerKey,
  readPointer,
  SET_FORM,
  type CompiledSet,
  type Pointer,
} from './compiled-set.ts';
import type { CompiledRecord, LibraryDatabase, StoredFile } from './database.ts';
import { isWholeRegistry, readRegistry, REGISTRY_KEY, type Registry } from './registry.ts';
import { setHash } from './sha256.ts';
import type { DatasetParts } from './stored.ts';

export interface PublishParts {
  area: StorageArea;
  database: LibraryDatabase;
  compiler: Compiler;
  /** Version of the program. */
  program: string;
  /** Called before each step, by its name. */
  onStep?: (name: string) => Promise<void> | void;
}

/** What should be there. */
export interface Change {
  registry: Registry;
  /** A file that is new. */
  put?: { hash: string; file: StoredFile };
}

/** @throws StorageError or CompilerError; then the old state holds, and nothing is left over */
export async function publish(parts: PublishParts, change: Change): Promise<void> {
  try {
    await inSteps(parts, change);
  } catch (error) {
    await sweep(parts).catch(() => undefined);
    throw error;
  }
}

async function inSteps(parts: PublishParts, { registry, put }: Change): Promise<void> {
  const { area, database, program } = parts;
  const step = async (name: string, run: () => Promise<void>): Promise<void> => {
    await parts.onStep?.(name);
    await run();
  };
  if (put) {
    // A registry, even if it is empty, says that there may be something to sweep.
    const isFirst = (await area.get(REGISTRY_KEY)) === undefined;
    if (isFirst) await step('begin', () => area.set({ [REGISTRY_KEY]: [] }));
    await step('file', () => database.put(put.hash, put.file));
  }
  if (await isCurrent(registry, parts)) {
    await step('registry', () => area.set({ [REGISTRY_KEY]: registry }));
    await step('sweep', () => sweep(parts)).catch(() => undefined);
    return;
  }
  const { set, datasets, refused, slow } = await joined(parts, registry);
  if (set) {
    await step('set', () =>
      area.set({ [gateKey(set.hash)]: set.gate, [readerKey(set.hash)]: set.reader }),
    );
  }
  const pointer: Pointer | null = set
    ? { hash: set.hash, form: SET_FORM, program, datasets, quickLook: set.quickLook }
    : null;
  const entries = registry.map((entry) => {
    if (refused.has(entry.hash)) return { ...entry, isOn: false, isRefused: true as const };
    if (slow.has(entry.hash)) return { ...entry, slowIn: program };
    const { slowIn: before, ...rest } = entry;
    return before === program ? entry : rest;
  });
  await step('registry', () => area.set({ [REGISTRY_KEY]: entries, [POINTER_KEY]: pointer }));
  // The change is made. What is left over now goes at the next start.
  await step('sweep', () => sweep(parts)).catch(() => undefined);
}

interface Joined {
  /** Left out if no dataset is on. */
  set?: CompiledSet;
  datasets: string[];
  /** Hashes of files that this program does not take. */
  refused: Set<string>;
  /** Hashes of files that took too long. */
  slow: Set<string>;
}

/** Those that pages should have: on, and not known to be too slow for this program. */
const wanted = (registry: Registry, program: string): Registry =>
  registry.filter(({ isOn, slowIn }) => isOn && slowIn !== program);

/** The set of what is wanted, and there. */
async function joined(parts: PublishParts, registry: Registry): Promise<Joined> {
  const records: CompiledRecord[] = [];
  const datasets: string[] = [];
  const [refused, slow] = [new Set<string>(), new Set<string>()];
  for (const { hash } of wanted(registry, parts.program)) {
    const record = await currentRecord(parts, hash);
    if (record === 'refused') refused.add(hash);
    else if (record === 'slow') slow.add(hash);
    else if (record) {
      records.push(record);
      datasets.push(hash);
    }
  }
  if (records.length === 0) return { datasets, refused, slow };
  return { set: await parts.compiler.join(records), datasets, refused, slow };
}

/** What a program compiled, as it is stored. */
export const compiledBy = (program: string, parts: DatasetParts): CompiledRecord => ({
  ...parts,
  ...{ form: SET_FORM, program },
});

/** Compiles a file again if another version of the program compiled it. @returns undefined if it is gone, or has no answer now */
async function currentRecord(
  { database, compiler, program, onStep }: PublishParts,
  hash: string,
): Promise<CompiledRecord | 'refused' | 'slow' | undefined> {
  const record = await database.compiled(hash);
  if (record?.form === SET_FORM && record.program === program) return record;
  const bytes = await database.file(hash);
  if (!bytes) return undefined;
  const file = await compiler.compile(bytes);
  if ('refusal' in file) {
    if (file.refusal === 'slow') return 'slow';
    // A worker that ended says nothing about the file: the next start tries again.
    return file.refusal === 'failed' ? undefined : 'refused';
  }
  const compiled = compiledBy(program, file.parts);
  await onStep?.('again');
  await database.put(hash, { bytes, compiled, contexts: file.contexts });
  return compiled;
}

/** Whether pages have what the registry says, compiled by this program, and whole. @throws StorageError */
export async function isCurrent(
  registry: Registry,
  { area, database, program }: PublishParts,
): Promise<boolean> {
  const stored = await area.get(POINTER_KEY);
  const present = await database.hashes();
  const on = wanted(registry, program).filter(({ hash }) => present.has(hash));
  if (on.length === 0) return stored === undefined;
  const pointer = readPointer(stored);
  return (
    pointer?.program === program &&
    pointer.datasets.join() === on.map(({ hash }) => hash).join() &&
    (await isWhole(pointer, area))
  );
}

/** Whether a set is what was written. */
async function isWhole({ hash, quickLook }: Pointer, area: StorageArea): Promise<boolean> {
  const [gate, reader] = [await area.get(gateKey(hash)), await area.get(readerKey(hash))];
  if (typeof gate !== 'string' || typeof reader !== 'string') return false;
  return (await setHash({ quickLook, gate, reader })) === hash;
}

/**
 * Removes what neither registry nor pointer refer to, and then both if they are empty: as long as one of them is there, something may be
 * left over.
 * @throws StorageError
 */
export async function sweep({ area, database }: PublishParts): Promise<void> {
  const [stored, pointer] = [await area.get(REGISTRY_KEY), await area.get(POINTER_KEY)];
  const registry = readRegistry(stored);
  const present = readPointer(pointer)?.hash;
  // A registry that cannot be read says nothing about the files.
  if (isWholeRegistry(stored)) await database.keepOnly(new Set(registry.map(({ hash }) => hash)));
  for (const key of await area.keys()) {
    const hash = hashOfSetKey(key);
    if (hash !== undefined && hash !== present) await area.remove(key);
  }
  if (pointer === null) await area.remove(POINTER_KEY);
  if (Array.isArray(stored) && stored.length === 0) await area.remove(REGISTRY_KEY);
}
