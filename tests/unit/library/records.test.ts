/** What pages read of the library in the storage area: whole records, and what is left of broken ones. Cases are data. */
import { describe, expect, test } from 'vitest';
import {
  hashOfSetKey,
  gateKey,
  readPointer,
  readerKey,
  SET_FORM,
} from '../../../src/library/compiled-set.ts';
import {
  datasetOfKey,
  entityKey,
  isWholeRegistry,
  readRegistry,
  type LibraryEntry,
} from '../../../src/library/registry.ts';

const ENTRY: LibraryEntry = {
  ...{ hash: 'ab12', id: 'bridges', version: 1, title: 'A bridge', language: 'en' },
  ...{ maker: 'The Sampler', licence: 'MIT', sourceKind: 'News report', made: '2030-05-09' },
  ...{ sourceDate: { value: '2030-05-08', inferred: true } },
  ...{ entities: 3, facts: 7, bytes: 4000, isOn: true },
};
const other = (id: string, hash = id): LibraryEntry => ({ ...ENTRY, id, hash });

describe('an entry of the registry', () => {
  test.each<[what: string, change: object]>([
    ['as it is written', {}],
    ['that is off', { isOn: false }],
    ['with a check', { check: { on: '2030-05-10', differs: [] } }],
    ['with facts that differ', { check: { on: '2030-05-10', differs: ['a', 'b'] } }],
    ...['2030', '2030-05', '2030-12', '2030-W01', '2030-W29', '2030-W53', '2030-01-31'].map(
      (value): [string, object] => [`of ${value}`, { sourceDate: { value, inferred: false } }],
    ),
  ])('%s is read as it is', (_, change) => {
    const entry = { ...ENTRY, ...change };
    expect(readRegistry([entry])).toEqual([entry]);
    expect(isWholeRegistry([entry])).toBe(true);
  });

  test.each<[what: string, change: object]>([
    ...['hash', 'id', 'title', 'language', 'maker', 'licence', 'sourceKind', 'made'].map(
      (name): [string, object] => [`a ${name} that is no text`, { [name]: 7 }],
    ),
    ...['version', 'entities', 'facts', 'bytes'].map((name): [string, object] => [
      `${name} that is no number`,
      { [name]: '7' },
    ]),
    ['a switch that is a number', { isOn: 1 }],
    ['no date', { sourceDate: undefined }],
    ...[2030, '30', '2030-13', '2030-00', '2030-5', '2030-05-32', '2030-05-00', '2030-W54'].map(
      (value): [string, object] => [`the date ${value}`, { sourceDate: { value } }],
    ),
    ...['2030-W00', 'in 2030', '2030-05-08T10:00', '2030-W18-3'].map((value): [string, object] => [
      `the date ${value}`,
      { sourceDate: { value } },
    ]),
    ['a check that is a text', { check: 'yes' }],
    ['a check that is null', { check: null }],
    ['a check on no day', { check: { differs: [] } }],
    ['a check without facts', { check: { on: '2030-05-10' } }],
    ['a check of facts that are no ids', { check: { on: '2030-05-10', differs: ['a', 7] } }],
  ])('with %s is left out, and the others stay', (_, change) => {
    const stored = [other('first'), { ...ENTRY, ...change }, other('last')];
    expect(readRegistry(stored).map(({ id }) => id)).toEqual(['first', 'last']);
    expect(isWholeRegistry(stored)).toBe(false);
  });

  test.each<[what: string, stored: LibraryEntry[], ids: string[]]>([
    ['the id of an earlier one', [other('a', '1'), other('a', '2'), other('b', '3')], ['a', 'b']],
    ['the file of an earlier one', [other('a', '1'), other('b', '1'), other('c', '3')], ['a', 'c']],
    [
      'the file of one that was left out',
      [other('a', '1'), other('a', '2'), other('b', '2')],
      ['a', 'b'],
    ],
    ['an id like the file of another one', [other('a', 'b'), other('b', 'a')], ['a', 'b']],
  ])('with %s', (_, stored, ids) => {
    expect(readRegistry(stored).map(({ id }) => id)).toEqual(ids);
    expect(isWholeRegistry(stored)).toBe(ids.length === stored.length);
  });
});

test.each([
  ['nothing', undefined, true],
  ['null', null, false],
  ['a text', 'x', false],
  ['an object with a length', { length: 0 }, false],
  ['an empty list', [], true],
])('%s has no entries', (_, stored, isWhole) => {
  expect(readRegistry(stored)).toEqual([]);
  expect(isWholeRegistry(stored)).toBe(isWhole);
});

describe('the pointer to the compiled set', () => {
  const POINTER = {
    ...{ hash: 'ab12', form: SET_FORM, program: '0.1.0', datasets: ['cd34'] },
    quickLook: 'x',
  };

  test.each<[what: string, stored: object, datasets: string[]]>([
    ['as it is written', POINTER, ['cd34']],
    ['of no dataset', { ...POINTER, datasets: [] }, []],
    ['with hashes that are none', { ...POINTER, datasets: [7, 'cd34', null] }, ['cd34']],
    ['with a text in the place of hashes', { ...POINTER, datasets: 'cd34' }, []],
    ['with more than this version knows', { ...POINTER, later: 1 }, ['cd34']],
  ])('%s is read', (_, stored, datasets) => {
    expect(readPointer(stored)).toEqual({ ...POINTER, datasets });
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ab12'],
    ['another form', { ...POINTER, form: SET_FORM + 1 }],
    ['no hash', { ...POINTER, hash: undefined }],
    ['no program', { ...POINTER, program: 1 }],
    ['no quick look', { ...POINTER, quickLook: null }],
  ])('counts as none with %s', (_, stored) => {
    expect(readPointer(stored)).toBeUndefined();
  });
});

test('keys of a set name its hash, and others do not', () => {
  expect([gateKey('ab12'), readerKey('ab12')].map(hashOfSetKey)).toEqual(['ab12', 'ab12']);
  expect(['compiled', 'library', 'settings', 'old-compiled:ab12'].map(hashOfSetKey)).toEqual(
    Array(4).fill(undefined),
  );
  expect(gateKey('ab12')).not.toBe(readerKey('ab12'));
});

test('the key of an entity names its dataset; an entity of the bundled one has its id alone', () => {
  expect(datasetOfKey(entityKey('bridges', 'ada-quill'))).toBe('bridges');
  expect(datasetOfKey('ada-quill')).toBeUndefined();
});
