/** What the background knows of added datasets, with a real compiled set in a storage that is made of memory. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createAddedDatasets } from '../../../src/background/index.ts';
import type { StorageArea } from '../../../src/browser/interfaces.ts';
import { POINTER_KEY, readerKey, SET_FORM } from '../../../src/library/index.ts';
import type { CompiledSet } from '../../../src/library/compiled-set.ts';
import { compileSet } from '../reader/made-up-set.ts';
import { createMemoryArea } from '../settings/memory-area.ts';

const BUNDLED = [
  { id: 'antony-blinken', tier: 'main' },
  { id: 'joe-biden', tier: 'cast' },
] as const;

let set: CompiledSet;
beforeAll(async () => {
  const sameAs = { Kordan: 'Q7' };
  set = await compileSet(
    { id: 'one', surnames: ['Kordan'], sameAs, tier: 'cast' },
    { id: 'two', surnames: ['Kordan', 'Minnagh'], sameAs },
  );
});

/** Added datasets over a storage that counts what is read. */
function open(record: Record<string, unknown>) {
  const area = createMemoryArea(record);
  const reads: string[] = [];
  const localArea: Pick<StorageArea, 'get'> = {
    get(key) {
      reads.push(key);
      return area.get(key);
    },
  };
  const added = createAddedDatasets({
    localArea,
    entities: () => BUNDLED,
    contextsFor: () => Promise.reject(new Error('The database is not asked.')),
  });
  return { added, reads };
}

const stored = () => ({
  [POINTER_KEY]: { hash: set.hash, form: SET_FORM, program: '1', datasets: [], quickLook: '' },
  [readerKey(set.hash)]: set.reader,
});

describe('while nothing is added', () => {
  test('one small record is read, and the database is not asked', async () => {
    const { added, reads } = open({});
    expect(await added.findEntity('antony-blinken')).toBeUndefined();
    expect(await added.contexts(['one/person-0'])).toBe('[]');
    expect(reads).toEqual([POINTER_KEY, 'library']);
  });
});

describe('an entity', () => {
  test.each([
    ['two/person-1', { id: 'two/person-1', tier: 'main' }],
    ['antony-blinken', { id: 'antony-blinken', tier: 'main' }],
    ['joe-biden', { id: 'joe-biden', tier: 'cast' }],
    ['two/nobody', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s is found where a dataset has it', async (key, entity) => {
    expect(await open(stored()).added.findEntity(key)).toEqual(entity);
  });

  test.each(['one/person-0', 'two/person-0'])(
    '%s is switched with those that are the same, as a main one',
    async (key) => {
      const members = ['one/person-0', 'two/person-0'];
      const first = { id: 'one/person-0', tier: 'main', members };
      expect(await open(stored()).added.findEntity(key)).toEqual(first);
    },
  );

  test.each([
    ['is gone', () => ({ ...stored(), [readerKey(set.hash)]: undefined })],
    ['is of another form', () => ({ ...stored(), [POINTER_KEY]: { hash: set.hash, form: 0 } })],
  ])('is unknown if the set %s', async (_, record) => {
    expect(await open(record()).added.findEntity('two/person-1')).toBeUndefined();
  });
});
