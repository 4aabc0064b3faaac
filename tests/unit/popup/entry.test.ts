import { knowledge, searchTerms } from 'virtual:dataset';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/settings/index.ts';
import { readSearchTerms, type Knowledge } from '../../../src/dataset/index.ts';
import { allDatasets } from '../../../src/library/index.ts';
import { entriesFor, orderOf, type EntryContext } from '../../../src/popup/entry.ts';
import { createSearch } from '../../../src/search/index.ts';

const bundled = JSON.parse(knowledge) as Knowledge;
const all = allDatasets({ knowledge: bundled, searchTerms: readSearchTerms(searchTerms) });
const context: EntryContext = {
  all,
  search: createSearch(bundled),
  counts: { 'storm-shadow': 2 },
  settings: { ...DEFAULT_SETTINGS, entitiesOff: ['david-lammy'] },
};

const idsOf = (counts?: Record<string, number>): string[] => orderOf(all, counts);

test('with nothing typed, the entities of this page come first, then all others, the cast last', () => {
  const ids = idsOf({ 'storm-shadow': 2, 'joe-biden': 7 });
  expect(ids.slice(0, 2)).toEqual(['joe-biden', 'storm-shadow']);
  expect([...ids].sort()).toEqual(bundled.entities.map(({ id }) => id).sort());
  const tiers = ids.slice(2).map((id) => bundled.entities.find((each) => each.id === id)?.tier);
  expect(tiers).toEqual([...tiers].sort().reverse());
  expect(idsOf()).toEqual(idsOf({}));
});

test('a line says how often the page has its entity, or that it is off', () => {
  const entries = entriesFor('  ', idsOf(), context);
  expect(entries.map(({ entity }) => entity.id)).toEqual(idsOf());
  const shadow = entries.find(({ entity }) => entity.id === 'storm-shadow');
  expect(shadow).toMatchObject({ count: 2, off: false, matched: undefined });
  expect(entries.find(({ entity }) => entity.id === 'david-lammy')).toMatchObject({
    count: 0,
    off: true,
  });
});

test('a query lists its results in the order of the search, also where the page is not read', () => {
  const entries = entriesFor('shadow', idsOf(), { ...context, counts: undefined });
  expect(entries[0]).toMatchObject({ count: 0, matched: { field: 'name' } });
  expect(entriesFor('biden', [], context)[0]).toMatchObject({ entity: { id: 'joe-biden' } });
});
