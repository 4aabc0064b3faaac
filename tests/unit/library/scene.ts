/**
 * A library on a database and a storage area in memory, with the real worker's work done in place. A browser can be ended before any
 * write: what was written stays, and nothing comes after it.
 */
import 'fake-indexeddb/auto';
import { expect } from 'vitest';
import { loadDataset, loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import type { StorageArea } from '../../../src/browser/interfaces.ts';
import { compileDataset } from '../../../src/dataset/authoring.ts';
import { packEntities } from '../../../src/detect/index.ts';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { createCompiler } from '../../../src/library/compiler.ts';
import {
  createLibraryDatabase,
  DATABASE_NAME,
  type LibraryDatabase,
} from '../../../src/library/database.ts';
import { gateKey, POINTER_KEY, readerKey } from '../../../src/library/compiled-set.ts';
import { readPointer, type ReaderSet } from '../../../src/library/index.ts';
import { createLibrary, type Library } from '../../../src/library/library.ts';
import type { GoodPreview } from '../../../src/library/preview.ts';
import type { Report, Task } from '../../../src/library/stored.ts';
import { runTask } from '../../../src/library/task.ts';
import { inventFile, type Invention } from '../../made-up/strangers.ts';

const taskParts = {
  linguistics: loadLinguistics(),
  triggers: packEntities(bundledDetection().entities).triggers,
  knowledge: compileDataset(loadDataset(), loadLinguistics()).knowledge,
  today: new Date('2026-11-30'),
};

export interface Disk {
  records: Map<string, unknown>;
  /** Fails a write to the storage area, if it returns an error. */
  refuse?: (record: Record<string, unknown>) => Error | undefined;
}

/** Called before every write, by its name; one that never answers ends the browser. */
export type OnWrite = (name: string) => Promise<void> | void;

export interface Window {
  library: Library;
  database: LibraryDatabase;
}

/** One lock for all windows of a test, as the browser has it. */
export function createLock() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(task: () => Promise<Result>): Promise<Result> => {
    const run = last.then(task);
    last = run.catch(() => undefined);
    return run;
  };
}

export const emptyDisk = async (): Promise<Disk> => {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE_NAME);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  return { records: new Map() };
};

interface WindowParts {
  program?: string;
  lock?: ReturnType<typeof createLock>;
  onWrite?: OnWrite;
  isPrivate?: boolean;
  /** Whether the worker ends without an answer. */
  isWorkerDead?: boolean;
  /** Whether no file is compiled in time. */
  isSlow?: boolean;
  /** Called before each file that is compiled. */
  onCompile?: () => unknown;
}

const listeners = new Set<(keys: string[]) => void>();

/** Opens a page of the extension on what is on the disk. */
export function openWindow(disk: Disk, parts: WindowParts = {}): Window {
  const { onWrite = () => undefined } = parts;
  const real = createLibraryDatabase();
  const database: LibraryDatabase = {
    ...real,
    async put(hash, file) {
      await onWrite('put');
      await real.put(hash, file);
      await onWrite('after put');
    },
    async keepOnly(hashes) {
      await onWrite('keepOnly');
      await real.keepOnly(hashes);
      await onWrite('after keepOnly');
    },
  };
  const compiler = createCompiler({
    lock: createLock(),
    ...(parts.isSlow && { limit: 0 }),
    startWorker: () => ({
      run(task, listener) {
        const report = (reported: Report): void => {
          listener.onReport(reported);
        };
        if (parts.isWorkerDead) {
          report({ kind: 'failed', message: 'The worker has ended.' });
          return;
        }
        const { kind } = task as Task;
        if (kind === 'compile') parts.onCompile?.();
        // The worker that is ended never answers.
        if (kind === 'compile' && parts.isSlow) return;
        void runTask(task as Task, taskParts, report).then(report);
      },
      end: () => undefined,
    }),
  });
  const library = createLibrary({
    ...{ database, compiler },
    area: areaOf(disk, onWrite),
    program: parts.program ?? '1.0',
    lock: parts.lock ?? createLock(),
    isPrivate: () => Promise.resolve(parts.isPrivate ?? false),
    onStep: (name) => onWrite(`step ${name}`),
  });
  return { library, database };
}

function areaOf(disk: Disk, onWrite: OnWrite): StorageArea {
  const { records } = disk;
  const tell = (keys: string[]): void => {
    for (const listener of listeners) listener(keys);
  };
  return {
    keys: () => Promise.resolve([...records.keys()]),
    get: (key) => Promise.resolve(structuredClone(records.get(key))),
    async set(record) {
      await onWrite(`set ${Object.keys(record).join(' ')}`);
      const error = disk.refuse?.(record);
      if (error) throw error;
      for (const [key, value] of Object.entries(record)) records.set(key, structuredClone(value));
      tell(Object.keys(record));
      await onWrite('after set');
    },
    async remove(key) {
      await onWrite(`remove ${key}`);
      records.delete(key);
      tell([key]);
    },
    onChanged(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}

export const bytesOf = (file: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(file));

/** @throws Error if the file is refused */
export async function previewOf(library: Library, invention: Invention): Promise<GoodPreview> {
  const preview = await library.preview({ name: 'a.json', bytes: bytesOf(inventFile(invention)) });
  if ('refusal' in preview) throw new Error(JSON.stringify(preview.problems));
  return preview;
}

export interface Adding {
  version?: number;
  isOn?: boolean;
}

/** @returns the hash of the file */
export async function addTo(
  { library }: Window,
  id: string,
  surname: string,
  { version = 1, isOn = true }: Adding = {},
): Promise<string> {
  const preview = await previewOf(library, { id, version, surnames: [surname] });
  await library.add(preview, isOn);
  return preview.entry.hash;
}

/** Keys of the strings of sets. */
export const setKeysOf = ({ records }: Disk): string[] =>
  [...records.keys()].filter((key) => key.includes(':'));

/** What a page finds: surnames that the set knows, by dataset, after all parts were held against each other. */
export async function seenIn({ records }: Disk): Promise<string[]> {
  const { library, database } = openWindow({ records });
  const { registry, gone, problem } = await library.read();
  expect(problem).toBeUndefined();
  expect(gone).toEqual([]);
  const stored = records.get(POINTER_KEY);
  const pointer = readPointer(stored);
  expect(stored === undefined || stored === null).toBe(pointer === undefined);
  const on = registry.filter(({ isOn }) => isOn);
  expect(pointer?.datasets ?? []).toEqual(on.map(({ hash }) => hash));
  const names: string[] = [];
  for (const { id, hash, version, isOn } of registry) {
    const record = await database.compiled(hash);
    const knowledge = JSON.parse(record?.knowledge ?? '{}') as {
      entities: { id: string; name: string }[];
    };
    const [entity] = knowledge.entities;
    const [context] = await database.contexts([{ hash, key: entity?.id ?? '' }]);
    expect(context).toContain(entity?.name);
    expect(await database.file(hash)).toBeDefined();
    names.push(`${id} ${version} ${isOn ? 'on' : 'off'}`);
  }
  if (pointer) {
    const gate = JSON.parse(String(records.get(gateKey(pointer.hash)))) as { base: string };
    const reader = JSON.parse(String(records.get(readerKey(pointer.hash)))) as ReaderSet;
    expect(gate.base).toMatch(/^[\w+/]+=*$/);
    expect(pointer.quickLook).toContain('blinken');
    expect(reader.datasets.map(({ dataset }) => dataset)).toEqual(on.map(({ id }) => id));
  }
  return names;
}
