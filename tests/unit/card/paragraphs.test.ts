import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsOf } from '../../../src/card/paragraphs.ts';

describe('a list of paragraphs', () => {
  test.each<[number[], string[]]>([
    [[], []],
    [[7], ['7']],
    [
      [2, 6],
      ['2', '6'],
    ],
    [
      [4, 5],
      ['4', '5'],
    ],
    [[4, 5, 6], ['4–6']],
    [
      [1, 2, 4, 5, 6, 15],
      ['1', '2', '4–6', '15'],
    ],
  ])('of %j reads %j', (numbers, said) => {
    expect(runsOf(numbers)).toEqual(said);
  });

  test('names each paragraph and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), (any) => {
        const numbers = any.sort((a, b) => a - b);
        const named = runsOf(numbers).flatMap((run) => {
          const [first = 0, last = first] = run.split('–').map(Number);
          return Array.from({ length: last - first + 1 }, (_, at) => first + at);
        });
        expect(named).toEqual(numbers);
      }),
    );
  });
});
