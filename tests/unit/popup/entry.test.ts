import { knowledge } from 'virtual:dataset';
import { expect, test } from 'vitest';
import type { Knowledge } from '../../../src/dataset/index.ts';
import { entriesFor, type EntryContext } from '../../../src/popup/entry.ts';
import { createSearch } from '../../../src/search/index.ts';

const bundled = JSON.parse(knowledge) as Knowledge;
const context: EntryContext = {
  knowledge: bundled,
  search: createSearch(bundled),
  counts: { 'storm-shadow': 2 },
  entitiesOff: ['david-lammy'],
};

test('with nothing typed, every entity is listed with its count on this page', () => {
  const entries = entriesFor('  ', context);
  expect(entries.map(({ entity }) => entity.id)).toEqual(bundled.entities.map(({ id }) => id));
  const shadow = entries.find(({ entity }) => entity.id === 'storm-shadow');
  expect(shadow).toMatchObject({ count: 2, off: false, matched: undefined });
  expect(entries.find(({ entity }) => entity.id === 'david-lammy')).toMatchObject({
    count: 0,
    off: true,
  });
});

test('a query lists its results, also where the page is not read', () => {
  const entries = entriesFor('shadow', { ...context, counts: undefined });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ count: undefined, matched: { field: 'name' } });
});
