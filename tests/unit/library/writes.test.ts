/** Writes that fail or end on the way: the old state or the new one, whole, and nothing left over. */
import { beforeEach, describe, expect, test } from 'vitest';
import { readRegistry } from '../../../src/library/index.ts';
import { POINTER_KEY } from '../../../src/library/compiled-set.ts';
import { REGISTRY_KEY } from '../../../src/library/registry.ts';
import {
  addTo,
  emptyDisk,
  openWindow,
  previewOf,
  seenIn,
  setKeysOf,
  type Adding,
  type Disk,
  type Window,
} from './scene.ts';
import type { Invention } from '../../made-up/strangers.ts';

/** Owned by `beforeEach`. */
let disk: Disk;
let window: Window;

beforeEach(async () => {
  disk = await emptyDisk();
  window = openWindow(disk);
});

const add = (id: string, surname: string, how?: Adding) => addTo(window, id, surname, how);

describe('a disk that is full', () => {
  const isSet = (record: Record<string, unknown>): boolean =>
    Object.keys(record).some((key) => key.endsWith(':gate'));

  test.each([
    ['at the strings of the set', isSet],
    ['at the registry', (record: Record<string, unknown>) => REGISTRY_KEY in record],
  ])('%s: says so by name, and nothing is left over', async (_where, isRefused) => {
    await add('one', 'Kordan');
    const before = new Map(disk.records);
    const full = new Error('Resource::kQuotaBytes quota exceeded');
    const refuse = (record: Record<string, unknown>) => (isRefused(record) ? full : undefined);
    const { library, database } = openWindow({ ...disk, refuse });
    const preview = await previewOf(library, { id: 'two', surnames: ['Minnagh'] });
    await expect(library.add(preview, true)).rejects.toMatchObject({ reason: 'full' });
    expect(new Map(disk.records)).toEqual(before);
    expect((await database.hashes()).size).toBe(1);
    expect(await seenIn(disk)).toEqual(['one 1 on']);
  });

  test('at the database: the same', async () => {
    await add('one', 'Kordan');
    const { library } = openWindow(disk, {
      onWrite(name) {
        if (name === 'put') throw new DOMException('No room.', 'QuotaExceededError');
      },
    });
    const preview = await previewOf(library, { id: 'two', surnames: ['Minnagh'] });
    await expect(library.add(preview, true)).rejects.toThrow('No room.');
    expect(await seenIn(disk)).toEqual(['one 1 on']);
  });
});

describe('what the browser has cleared', () => {
  test('is named, and pages go on without it', async () => {
    await add('one', 'Kordan');
    await emptyDisk();
    const again = openWindow(disk).library;
    const { registry, gone } = await again.read();
    expect(gone.map(({ title }) => title)).toEqual(['Strangers']);
    expect(gone).toEqual(registry);
    await again.ensureCurrent();
    expect(setKeysOf(disk)).toEqual([]);
    expect(disk.records.has(POINTER_KEY)).toBe(false);
    expect(readRegistry(disk.records.get(REGISTRY_KEY))).toHaveLength(1);
  });

  test('is there again with the same file', async () => {
    await add('one', 'Kordan');
    await emptyDisk();
    window = openWindow(disk);
    await window.library.ensureCurrent();
    await add('one', 'Kordan');
    expect(await seenIn(disk)).toEqual(['one 1 on']);
  });

  test('can be removed', async () => {
    const hash = await add('one', 'Kordan');
    await emptyDisk();
    window = openWindow(disk);
    await window.library.remove(hash);
    expect(await seenIn(disk)).toEqual([]);
  });
});

/** Ends the browser before its write of this number, from 0: nothing of it is done any more. */
async function endedAt(
  number: number,
  act: (window: Window) => Promise<unknown>,
): Promise<boolean> {
  let writes = 0;
  let stop: () => void = () => undefined;
  const ended = new Promise<'ended'>((resolve) => {
    stop = () => {
      resolve('ended');
    };
  });
  const dying = openWindow(disk, {
    onWrite() {
      if (writes++ < number) return undefined;
      stop();
      return new Promise<never>(() => undefined);
    },
  });
  return (await Promise.race([act(dying).then(() => 'done'), ended])) === 'ended';
}

describe('a browser that ends at any write', () => {
  interface Change {
    isFirst?: boolean;
    isOff?: boolean;
    act: (window: Window, hash: string) => Promise<unknown>;
  }
  const adding =
    (invention: Invention, isOn = true): Change['act'] =>
    async ({ library }) =>
      library.add(await previewOf(library, invention), isOn);
  const two = { id: 'two', surnames: ['Minnagh'] };
  const CHANGES: Record<string, Change> = {
    'adds the first dataset': { act: adding(two), isFirst: true },
    'adds another one': { act: adding(two) },
    'adds one that is off': { act: adding(two, false) },
    'updates one': { act: adding({ id: 'one', version: 2, surnames: ['Kordan'] }) },
    'switches one on': { act: ({ library }, hash) => library.switchOn(hash, true), isOff: true },
    'switches the only one off': { act: ({ library }, hash) => library.switchOn(hash, false) },
    'removes the only one': { act: ({ library }, hash) => library.remove(hash) },
    'removes one that is off': { act: ({ library }, hash) => library.remove(hash), isOff: true },
  };
  let points = 0;

  test.each(Object.entries(CHANGES))(
    'while it %s: the old state or the new',
    async (_name, { act, isFirst, isOff }) => {
      const states = new Set<string>();
      for (let at = 0, isEnded = true; isEnded; at++) {
        disk = await emptyDisk();
        window = openWindow(disk);
        const hash = isFirst ? '' : await add('one', 'Kordan', { isOn: !isOff });
        isEnded = await endedAt(at, (dying) => act(dying, hash));
        states.add(JSON.stringify(await seenIn(disk)));
        await expectNothingLeftOver();
        states.add(JSON.stringify(await seenIn(disk)));
        points++;
      }
      expect(states.size).toBe(2);
    },
  );

  test('was ended at 30 points and more', () => {
    expect(points).toBeGreaterThanOrEqual(30);
  });
});

/** What the next start finds has one owner each. */
async function expectNothingLeftOver(): Promise<void> {
  const { library, database } = openWindow(disk);
  await library.ensureCurrent();
  const { registry } = await library.read();
  expect(await database.hashes()).toEqual(new Set(registry.map(({ hash }) => hash)));
  const isOn = registry.some((entry) => entry.isOn);
  expect(setKeysOf(disk)).toHaveLength(isOn ? 2 : 0);
  expect(disk.records.has(POINTER_KEY)).toBe(isOn);
  expect(disk.records.has(REGISTRY_KEY)).toBe(registry.length > 0);
}
