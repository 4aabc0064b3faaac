/** The few words behind a statement that say who it comes from. */
import { expect, test } from 'vitest';
import { shortAttribution } from '../../../src/card/attribution.ts';
import type { Fact } from '../../../src/dataset/index.ts';
import { ENGLISH, factOf } from './made-up.ts';

const said = (statement: string, attribution: Fact['attribution']): string =>
  shortAttribution(factOf('any', { statement, attribution }), ENGLISH.say);

test.each<[statement: string, attribution: Fact['attribution'], words: string]>([
  ['Moor closed it.', { manner: 'on-record', speaker: 'Ada Moor' }, 'on the record'],
  ['It was closed.', { manner: 'on-record', speaker: 'Ada Moor' }, 'Ada Moor, on the record'],
  ['Moor and Tarn met.', { manner: 'on-record', speaker: 'Ada Moor & Bo Tarn' }, 'on the record'],
  [
    'Moor met somebody.',
    { manner: 'on-record', speaker: 'Ada Moor & Bo Tarn' },
    'Ada Moor & Bo Tarn, on the record',
  ],
  ['It was closed.', { manner: 'person-familiar' }, 'unnamed'],
  ['It was closed.', { manner: 'people-familiar' }, 'unnamed'],
  ['It was closed.', { manner: 'official' }, 'unnamed'],
  ['It was closed.', { manner: 'report' }, 'the report'],
])('%s %j', (statement, attribution, words) => {
  expect(said(statement, attribution)).toBe(words);
});
