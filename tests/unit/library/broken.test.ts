/** What is stored, broken in any way: pages and views go on with what is left, and the next start mends what it can from the files. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { gateKey, POINTER_KEY, readerKey } from '../../../src/library/compiled-set.ts';
import { DATABASE_NAME } from '../../../src/library/database.ts';
import { readPointer, readRegistry } from '../../../src/library/index.ts';
import { REGISTRY_KEY } from '../../../src/library/registry.ts';
import {
  addTo,
  createLock,
  emptyDisk,
  openWindow,
  seenIn,
  type Disk,
  type Window,
} from './scene.ts';

/** Owned by `beforeEach`. */
let disk: Disk;
let window: Window;
let hashes: string[];

beforeEach(async () => {
  disk = await emptyDisk();
  window = openWindow(disk);
  hashes = [
    await addTo(window, 'one', 'Kordan'),
    await addTo(window, 'two', 'Minnagh', { isOn: false }),
    await addTo(window, 'three', 'Tullivar'),
  ];
});

const restart = async (): Promise<void> => openWindow(disk).library.ensureCurrent();
const present = (): string => readPointer(disk.records.get(POINTER_KEY))?.hash ?? '';
const pointerWith = (change: Record<string, unknown>): unknown => ({
  ...(disk.records.get(POINTER_KEY) as object),
  ...change,
});
const registryNow = (): Record<string, unknown>[] =>
  structuredClone(disk.records.get(REGISTRY_KEY)) as Record<string, unknown>[];

describe('a compiled set', () => {
  test.each<[what: string, spoil: () => void]>([
    ['without the strings of the gate', () => disk.records.delete(gateKey(present()))],
    ['without those of the reader', () => disk.records.delete(readerKey(present()))],
    ['that is no JSON', () => disk.records.set(gateKey(present()), '{"letters":')],
    ['that is another one', () => disk.records.set(readerKey(present()), '{"datasets":[]}')],
    ['whose pointer is a text', () => disk.records.set(POINTER_KEY, 'x')],
    [
      'whose pointer leads nowhere',
      () => disk.records.set(POINTER_KEY, pointerWith({ hash: 'x' })),
    ],
    [
      'whose quick look is another',
      () => disk.records.set(POINTER_KEY, pointerWith({ quickLook: 'x' })),
    ],
    [
      'whose quick look is gone',
      () => disk.records.set(POINTER_KEY, pointerWith({ quickLook: undefined })),
    ],
    ['whose pointer is gone', () => disk.records.delete(POINTER_KEY)],
  ])('%s is written again at the next start', async (_what, spoil) => {
    const before = [disk.records.get(POINTER_KEY), disk.records.get(gateKey(present()))];
    spoil();
    await restart();
    expect([disk.records.get(POINTER_KEY), disk.records.get(gateKey(present()))]).toEqual(before);
    expect(await seenIn(disk)).toEqual(['one 1 on', 'two 1 off', 'three 1 on']);
  });
});

describe('a registry', () => {
  test.each<[what: string, spoil: () => unknown]>([
    ['that is a text', () => 'x'],
    ['that is an object', () => ({ length: 3 })],
    ['that is null', () => null],
    ['whose entries are no entries', () => [1, null, 'x', {}]],
    ['with a hole', () => [registryNow()[0], null, registryNow()[2]]],
    [
      'with an entry without a date',
      () => registryNow().map((each) => ({ ...each, sourceDate: {} })),
    ],
    ['with an entry of another form', () => registryNow().map((each) => ({ ...each, maker: 7 }))],
    ['with an entry twice', () => [...registryNow(), registryNow()[0]]],
  ])('%s loses no dataset: the next start reads the files', async (_what, spoil) => {
    disk.records.set(REGISTRY_KEY, spoil());
    await restart();
    expect((await seenIn(disk)).sort()).toEqual(['one 1 on', 'three 1 on', 'two 1 off']);
  });

  test.each<[what: string, change: (window: Window) => Promise<unknown>]>([
    ['adding', (opened) => addTo(opened, 'four', 'Veranski')],
    ['switching', ({ library }) => library.switchOn(hashes[1] ?? '', false)],
  ])('that is broken while pages are open: %s loses no dataset', async (_what, change) => {
    disk.records.set(REGISTRY_KEY, 'x');
    await change(window);
    expect((await seenIn(disk)).sort()).toEqual(
      expect.arrayContaining(['one 1 on', 'three 1 on', 'two 1 off']),
    );
  });

  test('that is broken says so', async () => {
    disk.records.set(REGISTRY_KEY, [null]);
    expect(await window.library.read()).toMatchObject({
      registry: [],
      problem: { reason: 'refused' },
    });
  });

  test('of any JSON gives entries that can be shown, and no error', () => {
    const [entry = {}] = registryNow();
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(entry)));
    const anyEntry = fc
      .record(Object.fromEntries(Object.keys(entry).map((key) => [key, values])), {
        requiredKeys: [],
      })
      .map((changes) => ({ ...entry, ...changes }));
    const checks = fc.oneof(values, fc.record({ on: values, differs: values }));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.array(
            fc.oneof(
              anyEntry,
              checks.map((check) => ({ ...entry, check })),
            ),
          ),
        ),
        (stored) => {
          const registry = readRegistry(stored);
          expect(new Set(registry.map(({ id }) => id)).size).toBe(registry.length);
          for (const { title, sourceDate, check } of registry) {
            expect(title).toEqual(expect.any(String));
            expect(sourceDate.value).toMatch(/^\d{4}/);
            if (check) expect(check.on).toMatch(/^\d{4}-\d\d-\d\d$/);
            for (const fact of check?.differs ?? []) expect(fact).toEqual(expect.any(String));
          }
        },
      ),
    );
  });
});

describe('a registry of an earlier version', () => {
  test('gets what it has not of the sources, and keeps the rest', async () => {
    const before = registryNow();
    expect(before.map(({ sourcePrints }) => sourcePrints)).toEqual(Array(3).fill('00000000'));
    const check = { on: '2026-11-30', differs: [] };
    const old = before.map(({ sourcePrints: _, ...entry }) => ({ ...entry, check }));
    disk.records.set(REGISTRY_KEY, old);
    await restart();
    expect(registryNow()).toEqual(before.map((entry) => ({ ...entry, check })));
  });
});

describe('a database', () => {
  test('that is deleted while pages are open is named as gone, and takes files again', async () => {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(DATABASE_NAME);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    expect((await window.library.read()).gone).toHaveLength(3);
    await addTo(window, 'one', 'Kordan');
    await window.library.remove(hashes[1] ?? '');
    await addTo(window, 'three', 'Tullivar');
    expect(await seenIn(disk)).toEqual(['one 1 on', 'three 1 on']);
  });
});

describe('two windows that do everything at once', () => {
  test('leave whole datasets and nothing else', async () => {
    const lock = createLock();
    const windows = [openWindow(disk, { lock }), openWindow(disk, { lock })];
    const acts: ((window: Window) => Promise<unknown>)[] = [
      ({ library }) => library.switchOn(hashes[0] ?? '', false),
      ({ library }) => library.move(hashes[2] ?? '', 0),
      async ({ library }) => (await library.remove(hashes[1] ?? ''))(),
      (opened) => addTo(opened, 'one', 'Kordan', { version: 2 }),
      ({ library }) => library.ensureCurrent(),
      (opened) => addTo(opened, 'four', 'Veranski'),
      ({ library }) => library.noteCheck(hashes[2] ?? '', { on: '2026-11-30', differs: [] }),
      async ({ library }) => (await library.remove(hashes[2] ?? ''))(),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(1), fc.nat(acts.length - 1)), { minLength: 2, maxLength: 6 }),
        async (steps) => {
          const doing = steps.map(async ([at, act]) => {
            const opened = windows[at];
            // What the other window has removed cannot be changed, and says so.
            if (opened)
              await acts[act]?.(opened).catch((error: unknown) => {
                expect(error).toMatchObject({ reason: 'gone' });
              });
          });
          await Promise.all(doing);
          await seenIn(disk);
          const { registry } = await window.library.read();
          expect(await window.database.hashes()).toEqual(new Set(registry.map(({ hash }) => hash)));
        },
      ),
      { numRuns: 25 },
    );
  });
});
