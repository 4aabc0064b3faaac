/** What added datasets say: to search and cards of our own pages, and to cards in web pages. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadDataset, loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset } from '../../../src/dataset/authoring.ts';
import { alikeAmong, cardPartsOf, contextsFor, loadDatasets } from '../../../src/library/loaded.ts';
import { membersOf } from '../../../src/library/index.ts';
import { emptyDisk, openWindow, previewOf, type Window } from './scene.ts';
import type { Invention } from '../../made-up/strangers.ts';

const bundled = compileDataset(
  {
    ...loadDataset(),
    entities: loadDataset().entities.map((entity) =>
      entity.id === 'antony-blinken' ? { ...entity, sameAs: 'Q7747' } : entity,
    ),
  },
  loadLinguistics(),
).knowledge;

/** Owned by `beforeEach`. */
let window: Window;

beforeEach(async () => {
  window = openWindow(await emptyDisk());
  const add = async (invention: Invention, isOn = true): Promise<void> =>
    window.library.add(await previewOf(window.library, invention), isOn);
  await add({ id: 'one', surnames: ['Blinken', 'Kordan'], sameAs: { Blinken: 'Q7747' } });
  await add({ id: 'two', surnames: ['Kordan', 'Blinken'] });
  await add({ id: 'three', surnames: ['Minnagh'] }, false);
});

const registryNow = async () => (await window.library.read()).registry;
const loadedNow = async () => loadDatasets(window.database, await registryNow());

test('only datasets that are on say something, in the order of the reader', async () => {
  const loaded = await loadedNow();
  expect(loaded.map(({ entry }) => entry.id)).toEqual(['one', 'two']);
  expect(loaded[1]?.knowledge.entities[0]?.id).toBe('two/person-0');
  expect(loaded[1]?.searchTerms.entities[0]?.id).toBe('two/person-0');
});

describe('a card', () => {
  const partsOf = async (key: string) => {
    const datasets = await loadedNow();
    const alike = alikeAmong(bundled, datasets);
    return cardPartsOf(key, { bundled, datasets, alike }).map(
      ({ context, relation, isBundled }) => [context.entity.id, relation, isBundled],
    );
  };

  test('has its own entity first, then the same of another dataset', async () => {
    expect(await partsOf('antony-blinken')).toEqual([
      ['antony-blinken', 'own', true],
      ['one/person-0', 'same', false],
    ]);
    expect(await partsOf('one/person-0')).toEqual([
      ['one/person-0', 'own', false],
      ['antony-blinken', 'same', true],
    ]);
  });

  test('says who may be the same', async () => {
    // The given names of made-up people follow their place: Boris Kordan here, Anna Kordan there.
    expect(await partsOf('one/person-1')).toEqual([['one/person-1', 'own', false]]);
    const other = await previewOf(window.library, { id: 'four', surnames: ['Kordan'] });
    await window.library.add(other, true);
    expect(await partsOf('two/person-0')).toEqual([
      ['two/person-0', 'own', false],
      ['four/person-0', 'maybe', false],
    ]);
  });

  test('of nobody is empty', async () => {
    expect(await partsOf('nobody')).toEqual([]);
    expect(await partsOf('one/nobody')).toEqual([]);
    expect(await partsOf('three/person-0')).toEqual([]);
  });

  test('has the keys of all of its sections, each once', () => {
    const alike = { a: { same: ['one/a'], maybe: ['two/a', 'one/a'] } };
    const keysOf = (entity: string) => membersOf({ entity }, alike).map(({ key }) => key);
    expect(keysOf('a')).toEqual(['a', 'one/a', 'two/a']);
    expect(keysOf('b')).toEqual(['b']);
  });
});

describe('what is damaged in the database', () => {
  /** Puts other texts in the place of what was compiled from the first dataset. */
  async function damage(): Promise<void> {
    const [{ hash } = { hash: '' }] = await registryNow();
    const file = await window.database.whole(hash);
    if (!file) throw new Error('No file.');
    const contexts = [['one/person-0', '{"facts":'] as const];
    await window.database.put(hash, {
      ...file,
      compiled: { ...file.compiled, knowledge: '{"facts":' },
      contexts,
    });
  }

  test('takes no other dataset from the views', async () => {
    await damage();
    expect((await loadedNow()).map(({ entry }) => entry.id)).toEqual(['two']);
  });

  test('takes no other part from a card', async () => {
    await damage();
    const registry = await registryNow();
    const keys = ['one/person-0', 'two/person-0'];
    const parts = await contextsFor(keys, { database: window.database, registry });
    expect(parts.map(({ context }) => context.entity.id)).toEqual(['two/person-0']);
  });

  test('and has another form is left out until it is compiled again', async () => {
    const [entry] = await registryNow();
    const file = await window.database.whole(entry?.hash ?? '');
    if (!entry || !file) throw new Error('No file.');
    const compiled = { ...file.compiled, form: 0 };
    await window.database.put(entry.hash, { ...file, compiled });
    expect(await loadDatasets(window.database, [entry])).toEqual([]);
  });
});

test.each(['__proto__/x', 'constructor', 'one/__proto__', 'one//person-0', '/', 'one/', 'one'])(
  'a page that asks for %s gets nothing',
  async (key) => {
    const registry = await registryNow();
    expect(await contextsFor([key], { database: window.database, registry })).toEqual([]);
  },
);

describe('a page', () => {
  const answerTo = async (keys: string[]) =>
    contextsFor(keys, { database: window.database, registry: await registryNow() });

  test('gets the contexts of the entities that it asks for, and of no dataset that is off', async () => {
    const keys = ['two/person-0', 'antony-blinken', 'three/person-0', 'two/nobody', 'one/person-0'];
    const parts = await answerTo(keys);
    expect(parts.map(({ context }) => context.entity.id)).toEqual(['two/person-0', 'one/person-0']);
    expect(parts.map(({ isBundled }) => isBundled)).toEqual([false, false]);
    const [{ knowledge } = { knowledge: undefined }] = (await loadedNow()).slice(1);
    expect(parts[0]?.context.facts).toEqual(
      knowledge?.facts.filter(({ about }) => JSON.stringify(about).includes('two/person-0')),
    );
  });

  test('gets no fact that does not agree with the source', async () => {
    const [entry] = await registryNow();
    await window.library.noteCheck(entry?.hash ?? '', { on: '2026-11-30', differs: ['fact-0-0'] });
    const [part] = await answerTo(['one/person-0']);
    expect(part?.check?.differs).toEqual(['fact-0-0']);
    const ids = part?.context.facts.map(({ id }) => id);
    expect(ids).toContain('one/fact-0-1');
    expect(ids).not.toContain('one/fact-0-0');
  });
});
