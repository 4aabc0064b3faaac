/** All datasets side by side: what the search knows, who speaks, and the parts of a card. */
import { knowledge, searchTerms } from 'virtual:dataset';
import { describe, expect, test } from 'vitest';
import { loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { readKnowledge, readSearchTerms } from '../../../src/dataset/index.ts';
import { createAllLoader } from '../../../src/library/all-loader.ts';
import { alikeAmong } from '../../../src/library/loaded.ts';
import { compileAdded } from '../../../src/library/compile.ts';
import {
  allDatasets,
  type AllDatasets,
  type CheckNote,
  type LibraryEntry,
} from '../../../src/library/index.ts';
import { entriesFor, orderOf } from '../../../src/popup/entry.ts';
import { createSearch } from '../../../src/search/index.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/index.ts';
import { inventDataset } from '../../made-up/strangers.ts';

const bundled = {
  knowledge: readKnowledge(knowledge),
  searchTerms: readSearchTerms(searchTerms),
};
const compiled = (dataset: ReturnType<typeof inventDataset>, check?: CheckNote) => {
  const added = compileAdded(dataset, loadLinguistics());
  const entry = { ...ENTRY, id: dataset.id, title: dataset.title, ...(check && { check }) };
  return { entry, knowledge: added.knowledge, searchTerms: added.searchTerms };
};
const ENTRY: LibraryEntry = {
  ...{ hash: 'a', id: 'strangers', version: 1, title: 'Strangers', language: 'en', maker: 'M' },
  ...{ licence: 'CC0-1.0', sourceKind: 'News report', made: '2026-11-20' },
  sourceDate: { value: '2026-11-20', inferred: true },
  ...{ entities: 2, facts: 4, bytes: 1000, isOn: true },
};
const DATASET = inventDataset({ surnames: ['Kordan', 'Blinken'] });
const ADDED = compiled(DATASET);
/** The second stranger is the bundled Blinken. */
const ALIKE = {
  'antony-blinken': { same: ['strangers/person-1'] },
  'strangers/person-1': { first: 'antony-blinken', same: ['antony-blinken'] },
};
const both = allDatasets(bundled, [ADDED], ALIKE);

const search = (all: AllDatasets) => createSearch(all.knowledge, { terms: all.searchTerms });
const entries = (all: AllDatasets, query: string) =>
  entriesFor(query, orderOf(all), {
    all,
    search: search(all),
    counts: undefined,
    settings: DEFAULT_SETTINGS,
  });

test('the bundled dataset alone is what it is by itself', () => {
  const alone = allDatasets(bundled);
  expect(alone.knowledge).toBe(bundled.knowledge);
  expect(alone.searchTerms).toEqual(bundled.searchTerms);
  expect(alone.partsOf('nato')).toMatchObject([{ isBundled: true, relation: 'own' }]);
  expect(alone.partsOf('strangers/person-0')).toEqual([]);
});

describe('with an added dataset', () => {
  test('a line says which one speaks', () => {
    const [stranger] = entries(both, 'kordan');
    expect(stranger).toMatchObject({
      key: 'strangers/person-0',
      from: { title: ADDED.knowledge.dataset.title },
    });
    expect(entries(both, 'nato')[0]).toMatchObject({ key: 'nato', from: undefined });
  });

  test('entities that are the same are one line, with a part of each on the card', () => {
    const keys = entries(both, 'blinken').map(({ key }) => key);
    expect(keys.filter((key) => key === 'antony-blinken')).toHaveLength(1);
    expect(keys).not.toContain('strangers/person-1');
    expect(orderOf(both)).not.toContain('strangers/person-1');
    const parts = both.partsOf('antony-blinken');
    expect(parts.map(({ relation, isBundled }) => [relation, isBundled])).toEqual([
      ['own', true],
      ['same', false],
    ]);
  });

  test('entities that are the same are switched together', () => {
    const stranger = both.entityOf('strangers/person-1');
    if (!stranger) throw new Error('There is no such stranger.');
    expect(both.switchOf(stranger)).toEqual({
      ...{ id: 'antony-blinken', tier: 'main' },
      members: ['antony-blinken', 'strangers/person-1'],
    });
  });

  test('facts that do not agree with the article are neither found nor shown', () => {
    const [wrong] = ADDED.knowledge.facts;
    const check = { on: '2026-11-30', differs: [DATASET.facts[0]?.id ?? ''] };
    const all = allDatasets(bundled, [compiled(DATASET, check)]);
    const shown = all.partsOf('strangers/person-0')[0]?.context.facts ?? [];
    expect(both.partsOf('strangers/person-0')[0]?.context.facts).toContainEqual(wrong);
    expect(shown).not.toContainEqual(wrong);
    expect(all.knowledge.facts).not.toContainEqual(wrong);
    expect(all.partsOf('strangers/person-0')[0]?.check).toEqual(check);
  });

  test('a large one does not make the list endless, and all of it is found', () => {
    const many = compiled(inventDataset({ people: 300 }));
    const all = allDatasets(bundled, [many]);
    expect(orderOf(all).length).toBeLessThan(bundled.knowledge.entities.length + 150);
    const last = many.knowledge.entities.at(-1);
    expect(entries(all, last?.name ?? '')[0]?.key).toBe(last?.id);
    const counts = { [last?.id ?? '']: 2 };
    expect(orderOf(all, counts)[0]).toBe(last?.id);
  });
});

describe('the loader', () => {
  const entry = ENTRY;
  const loaderOf = (registry: { now: LibraryEntry[] }, fails = () => false) => {
    let loads = 0;
    const load = createAllLoader({
      bundled: () => bundled,
      localArea: { get: () => Promise.resolve(registry.now) },
      load() {
        loads += 1;
        const alike = alikeAmong(bundled.knowledge, [ADDED]);
        return fails()
          ? Promise.reject(new Error('The database is gone.'))
          : Promise.resolve({ datasets: [ADDED], alike });
      },
    });
    return { load, loads: () => loads };
  };

  test('opens nothing while nothing is on', async () => {
    const { load, loads } = loaderOf({ now: [{ ...entry, isOn: false }] });
    expect((await load()).added).toEqual([]);
    expect(loads()).toBe(0);
  });

  test('loads once, and again when the registry has changed', async () => {
    const registry = { now: [entry] };
    const { load, loads } = loaderOf(registry);
    expect(await load()).toBe(await load());
    expect(loads()).toBe(1);
    registry.now = [{ ...entry, check: { on: '2026-11-30', differs: [] } }];
    expect((await load()).added).toHaveLength(1);
    expect(loads()).toBe(2);
  });

  test('ends with what is there last, also where an earlier load is slow', async () => {
    const registry = { now: [entry] };
    const { load } = loaderOf(registry);
    const shown: number[] = [];
    const show = () => load().then(({ added }) => shown.push(added.length));
    const first = show();
    registry.now = [];
    await Promise.all([first, show()]);
    expect(shown.at(-1)).toBe(0);
  });

  test('gives the bundled dataset where the library cannot be read, until it can be', async () => {
    let isBroken = true;
    const { load } = loaderOf({ now: [entry] }, () => isBroken);
    expect((await load()).knowledge).toBe(bundled.knowledge);
    isBroken = false;
    expect((await load()).added).toHaveLength(1);
  });
});
