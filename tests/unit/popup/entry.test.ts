import { knowledge } from 'virtual:dataset';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/settings/index.ts';
import type { Knowledge } from '../../../src/dataset/index.ts';
import { entriesFor, type EntryContext } from '../../../src/popup/entry.ts';
import { createSearch } from '../../../src/search/index.ts';

const bundled = JSON.parse(knowledge) as Knowledge;
const context: EntryContext = {
  knowledge: bundled,
  search: createSearch(bundled),
  counts: { 'storm-shadow': 2 },
  settings: { ...DEFAULT_SETTINGS, entitiesOff: ['david-lammy'] },
};

test('with nothing typed, every main entity is listed with its count on this page', () => {
  const entries = entriesFor('  ', context);
  const main = bundled.entities.filter(({ tier }) => tier === 'main');
  expect(entries.map(({ entity }) => entity.id)).toEqual(main.map(({ id }) => id));
  const shadow = entries.find(({ entity }) => entity.id === 'storm-shadow');
  expect(shadow).toMatchObject({ count: 2, off: false, matched: undefined });
  expect(entries.find(({ entity }) => entity.id === 'david-lammy')).toMatchObject({
    count: 0,
    off: true,
  });
});

test('a query lists its results, also where the page is not read', () => {
  const entries = entriesFor('shadow', { ...context, counts: undefined });
  expect(entries[0]).toMatchObject({ count: undefined, matched: { field: 'name' } });
});

test('the cast is listed and counted once it is switched on, and always found by a query', () => {
  const settings = { ...context.settings, castOn: ['joe-biden'] };
  const on = entriesFor('', { ...context, settings, counts: { 'joe-biden': 3 } });
  expect(on.find(({ entity }) => entity.id === 'joe-biden')).toMatchObject({
    count: 3,
    off: false,
  });
  const found = entriesFor('biden', context)[0];
  expect(found).toMatchObject({ entity: { id: 'joe-biden' }, count: undefined, off: false });
});
