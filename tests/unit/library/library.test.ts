/** Added datasets from the file to the disk, and everything that a reader does with them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { readPointer } from '../../../src/library/index.ts';
import { POINTER_KEY } from '../../../src/library/compiled-set.ts';
import { REGISTRY_KEY } from '../../../src/library/registry.ts';
import {
  addTo,
  bytesOf,
  createLock,
  emptyDisk,
  openWindow,
  previewOf,
  seenIn,
  setKeysOf,
  type Adding,
  type Disk,
  type Window,
} from './scene.ts';
import { inventFile } from '../../made-up/strangers.ts';

/** Owned by `beforeEach`. */
let disk: Disk;
let window: Window;

beforeEach(async () => {
  disk = await emptyDisk();
  window = openWindow(disk);
});

const add = (id: string, surname: string, how?: Adding) => addTo(window, id, surname, how);

describe('a library', () => {
  test('is nothing at all until something is added', async () => {
    expect(await window.library.read()).toEqual({ registry: [], gone: [] });
    await window.library.ensureCurrent();
    expect(disk.records.size).toBe(0);
  });

  test('has what was added, in order, after a restart', async () => {
    await add('one', 'Kordan');
    await add('two', 'Minnagh', { isOn: false });
    expect(await seenIn(disk)).toEqual(['one 1 on', 'two 1 off']);
    expect(setKeysOf(disk)).toHaveLength(2);
  });

  test('leaves no set and no pointer if nothing is on', async () => {
    const hash = await add('one', 'Kordan');
    await window.library.switchOn(hash, false);
    expect(await seenIn(disk)).toEqual(['one 1 off']);
    expect([...disk.records.keys()]).toEqual([REGISTRY_KEY]);
  });

  test('can be put into another order, which pages get too', async () => {
    await add('one', 'Kordan');
    const hash = await add('two', 'Minnagh');
    await window.library.move(hash, 0);
    expect(await seenIn(disk)).toEqual(['two 1 on', 'one 1 on']);
  });

  test('gives back the bytes that came', async () => {
    const bytes = bytesOf(inventFile({ id: 'one' }));
    const preview = await window.library.preview({ name: 'one.json', bytes });
    if ('refusal' in preview) throw new Error('refused');
    await window.library.add(preview, true);
    expect(await window.library.exportFile(preview.entry.hash)).toEqual(bytes);
  });

  test('removes a dataset with all that was kept of it, and can put it back', async () => {
    await add('one', 'Kordan');
    const hash = await add('two', 'Minnagh', { isOn: false });
    await add('three', 'Tullivar');
    const undo = await window.library.remove(hash);
    expect(await seenIn(disk)).toEqual(['one 1 on', 'three 1 on']);
    expect(await window.database.whole(hash)).toBeUndefined();
    expect(await window.database.contexts([{ hash, key: 'two/person-0' }])).toEqual([undefined]);
    await undo();
    expect(await seenIn(disk)).toEqual(['one 1 on', 'two 1 off', 'three 1 on']);
  });

  test('keeps the note of a check, and leaves the pages alone', async () => {
    const hash = await add('one', 'Kordan');
    const pointer = disk.records.get(POINTER_KEY);
    await window.library.noteCheck(hash, { on: '2026-11-30', differs: ['fact-0-0'] });
    expect((await window.library.read()).registry[0]?.check?.differs).toEqual(['fact-0-0']);
    expect(disk.records.get(POINTER_KEY)).toEqual(pointer);
  });

  test('tells every page about a change', async () => {
    const end = new AbortController();
    const told = new Promise<number>((resolve) => {
      openWindow(disk).library.subscribe(({ registry }) => {
        if (registry.length > 0) resolve(registry.length);
      }, end.signal);
    });
    await add('one', 'Kordan');
    expect(await told).toBe(1);
    end.abort();
  });

  test('does not change in a private window', async () => {
    const preview = await previewOf(window.library, { id: 'one' });
    const hidden = openWindow(disk, { isPrivate: true }).library;
    await expect(hidden.add(preview, true)).rejects.toMatchObject({ reason: 'private' });
    expect(disk.records.size).toBe(0);
  });

  test('leaves what an organisation added to the organisation', async () => {
    const preview = await previewOf(window.library, { id: 'one' });
    await window.library.add({ ...preview, entry: { ...preview.entry, isByPolicy: true } }, true);
    const { hash } = preview.entry;
    await expect(window.library.remove(hash)).rejects.toMatchObject({ reason: 'policy' });
    await expect(window.library.switchOn(hash, false)).rejects.toMatchObject({ reason: 'policy' });
    const other = await previewOf(window.library, { id: 'one', version: 2 });
    await expect(window.library.add(other, true)).rejects.toMatchObject({ reason: 'policy' });
  });
});

describe('a file', () => {
  test('with the id of the bundled dataset is refused', async () => {
    const bytes = bytesOf(inventFile({ id: 'long-range-strikes' }));
    const preview = await window.library.preview({ name: 'a.json', bytes });
    expect(preview).toMatchObject({ refusal: 'taken', problems: [{ path: 'id' }] });
  });

  test('that is no dataset is refused, and nothing is stored', async () => {
    const bytes = new TextEncoder().encode('{"a": 1}');
    const preview = await window.library.preview({ name: 'a.json', bytes });
    expect('refusal' in preview && preview.problems.length).toBeGreaterThan(0);
    expect(disk.records.size).toBe(0);
    expect(await window.database.hashes()).toEqual(new Set());
  });

  test('tells what it is before anything is stored', async () => {
    const preview = await previewOf(window.library, { id: 'one', surnames: ['Kordan'] });
    expect(preview).toMatchObject({
      ...{ name: 'a.json', relation: 'new', startsOff: false, mainNames: ['Anna Kordan'] },
      entry: { id: 'one', title: 'Strangers', maker: 'Nobody', entities: 1, facts: 2, isOn: true },
    });
    expect(preview.changes).toBeUndefined();
    expect(disk.records.size).toBe(0);
  });

  test('of a higher version says which facts come, change and go, and keeps place and switch', async () => {
    await add('one', 'Kordan', { isOn: false });
    await add('two', 'Minnagh');
    const file = inventFile({ id: 'one', version: 2, surnames: ['Kordan'], factsEach: 3 });
    const [first, , third] = file['facts'] as { id: string; statement: string }[];
    const facts = [{ ...first, statement: 'Kordan said nothing.' }, third];
    const bytes = bytesOf({ ...file, facts });
    const preview = await window.library.preview({ name: 'a.json', bytes });
    if ('refusal' in preview) throw new Error(JSON.stringify(preview.problems));
    expect(preview.relation).toBe('update');
    expect(preview.changes).toEqual({
      added: [third?.statement],
      changed: ['Kordan said nothing.'],
      gone: ['Kordan said that harbour 1 needs 1 more ships.'],
    });
    await window.library.add(preview, true);
    expect(await seenIn(disk)).toEqual(['one 2 off', 'two 1 on']);
    expect((await window.database.hashes()).size).toBe(2);
  });

  test.each([
    ['older', { version: 1, surnames: ['Kordan'] }],
    ['other-content', { version: 2, surnames: ['Veranski'] }],
    ['same', { version: 2, surnames: ['Kordan'] }],
  ])('%s than what is there says so', async (relation, invention) => {
    await add('one', 'Kordan', { version: 2 });
    const preview = await previewOf(window.library, { id: 'one', ...invention });
    expect(preview.relation).toBe(relation);
    expect(preview.known?.version).toBe(2);
  });

  test('added twice, in two windows at once, is there once', async () => {
    const lock = createLock();
    const libraries = [1, 2].map(() => openWindow(disk, { lock }).library);
    const previews = await Promise.all(
      libraries.map((library) => previewOf(library, { id: 'one', surnames: ['Kordan'] })),
    );
    const twice = libraries.flatMap((library) =>
      previews.slice(0, 1).map((preview) => ({ library, preview })),
    );
    await Promise.all(twice.map(({ library, preview }) => library.add(preview, true)));
    expect(await seenIn(disk)).toEqual(['one 1 on']);
  });

  test.each([
    ['added', (there: Window) => addTo(there, 'one', 'Minnagh'), 'other-content'],
    ['updated', (there: Window) => addTo(there, 'one', 'Kordan', { version: 2 }), 'older'],
    [
      'added, switched off,',
      (there: Window) => addTo(there, 'one', 'Kordan', { isOn: false }),
      'same',
    ],
  ])('%s in another window meanwhile is refused, and renewed', async (_what, act, relation) => {
    const { library } = window;
    const preview = await previewOf(library, { id: 'one', surnames: ['Kordan'] });
    await act(openWindow(disk));
    const before = await seenIn(disk);
    await expect(library.add(preview, true)).rejects.toMatchObject({ reason: 'changed' });
    expect(await seenIn(disk)).toEqual(before);
    expect((await library.renew(preview)).relation).toBe(relation);
  });

  test('removed in another window meanwhile is no update any more', async () => {
    const hash = await add('one', 'Kordan');
    const { library } = window;
    const preview = await previewOf(library, { id: 'one', version: 2, surnames: ['Kordan'] });
    await openWindow(disk).library.remove(hash);
    await expect(library.add(preview, true)).rejects.toMatchObject({ reason: 'changed' });
    const renewed = await library.renew(preview);
    expect(renewed).toMatchObject({ relation: 'new' });
    expect(renewed).not.toHaveProperty('known');
    expect(renewed).not.toHaveProperty('changes');
    await library.add(renewed, true);
    expect(await seenIn(disk)).toEqual(['one 2 on']);
  });

  test('of a dataset whose data the browser has deleted brings it back', async () => {
    await add('one', 'Kordan');
    await window.database.keepOnly(new Set());
    const preview = await previewOf(window.library, { id: 'one', surnames: ['Kordan'] });
    expect(preview.relation).toBe('lost');
    await window.library.add(preview, true);
    expect(await seenIn(disk)).toEqual(['one 1 on']);
  });

  test('one of two that two windows add at once takes nothing from the other', async () => {
    const lock = createLock();
    await Promise.all(
      ['one', 'two', 'three'].map(async (id) => {
        const { library } = openWindow(disk, { lock });
        await library.add(await previewOf(library, { id, surnames: ['Kordan'] }), true);
      }),
    );
    expect((await seenIn(disk)).sort()).toEqual(['one 1 on', 'three 1 on', 'two 1 on']);
  });

  test('of which every second one is broken: the others are taken', async () => {
    const results: string[] = [];
    for (let at = 0; at < 10; at++) {
      const whole = bytesOf(inventFile({ id: `set-${at}`, people: 1 }));
      const bytes = at % 2 === 0 ? whole : whole.slice(0, -9);
      const preview = await window.library.preview({ name: `${at}.json`, bytes });
      results.push('refusal' in preview ? preview.refusal : 'good');
      if (!('refusal' in preview)) await window.library.add(preview, true);
    }
    expect(results).toEqual(Array.from({ length: 5 }, () => ['good', 'json']).flat());
    expect(await seenIn(disk)).toHaveLength(5);
  });
});

describe('another version of the program', () => {
  test('compiles again what is on, once', async () => {
    const hash = await add('one', 'Kordan');
    const next = openWindow(disk, { program: '2.0' });
    await next.library.ensureCurrent();
    expect(readPointer(disk.records.get(POINTER_KEY))?.program).toBe('2.0');
    expect((await next.database.compiled(hash))?.program).toBe('2.0');
    const writes: string[] = [];
    const third = openWindow(disk, { program: '2.0', onWrite: (name) => void writes.push(name) });
    await third.library.ensureCurrent();
    expect(writes.filter((name) => name.startsWith('set'))).toEqual([]);
  });

  test('whose worker ends leaves the dataset on, and tries again', async () => {
    await add('one', 'Kordan');
    await openWindow(disk, { program: '2.0', isWorkerDead: true }).library.ensureCurrent();
    expect((await window.library.read()).registry).toMatchObject([{ isOn: true }]);
    expect((await window.library.read()).registry[0]).not.toHaveProperty('isRefused');
    await openWindow(disk, { program: '2.0' }).library.ensureCurrent();
    expect(await seenIn(disk)).toEqual(['one 1 on']);
  });

  test('tries a file that takes too long once, until somebody asks or another version comes', async () => {
    const hash = await add('one', 'Kordan');
    let compiled = 0;
    const slow = { program: '2.0', isSlow: true, onCompile: () => (compiled += 1) };
    const { library } = openWindow(disk, slow);
    await library.ensureCurrent();
    expect((await library.read()).registry).toMatchObject([{ isOn: true, slowIn: '2.0' }]);
    await library.ensureCurrent();
    await library.noteCheck(hash, { on: '2026-11-30', differs: [] });
    expect(compiled).toBe(1);
    await library.switchOn(hash, true);
    expect(compiled).toBe(2);
    await openWindow(disk, { program: '3.0' }).library.ensureCurrent();
    expect(await seenIn(disk)).toEqual(['one 1 on']);
    expect((await library.read()).registry[0]).not.toHaveProperty('slowIn');
  });

  test('compiles what is off when it is switched on', async () => {
    const hash = await add('one', 'Kordan', { isOn: false });
    const next = openWindow(disk, { program: '2.0' });
    await next.library.ensureCurrent();
    expect((await next.database.compiled(hash))?.program).toBe('1.0');
    await next.library.switchOn(hash, true);
    expect((await next.database.compiled(hash))?.program).toBe('2.0');
  });
});
