import { expect, test } from 'vitest';
import { readTimeEntry } from '../../../src/options/time-entry.ts';

test.each([
  ['0', 0],
  [' 350 ', 350],
  ['2000', 2000],
  ['2001', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['soon', undefined],
])('a time of "%s" is %s ms', (typed, ms) => {
  expect(readTimeEntry(typed, 2000)).toBe(ms);
});
