import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageOf,
  comparePageDate,
  firstDayOf,
  lastDayOf,
  pageDateOf,
} from '../../../src/dataset/age.ts';

const CASES: [date: string, today: string, unit: string, count: number][] = [
  ['2024-09-11', '2024-09-11T00:30', 'day', 0],
  ['2024-09-11', '2024-09-12T23:59', 'day', 1],
  ['2024-09-11', '2024-10-10T12:00', 'day', 29],
  ['2024-09-11', '2024-10-11T12:00', 'month', 1],
  ['2024-09-11', '2025-09-10T12:00', 'month', 11],
  ['2024-09-11', '2025-09-11T12:00', 'year', 1],
  ['2024-09-11', '2026-11-22T12:00', 'year', 2],
  ['2024-08', '2026-08-01T12:00', 'year', 2],
  ['2024', '2025-01-01T12:00', 'year', 1],
  ['2024-W36', '2024-09-11T12:00', 'day', 9],
  ['2024-W01', '2024-01-03T12:00', 'day', 2],
  ['2026-W01', '2025-12-29T12:00', 'day', 0],
  ['2024-09-11', '2024-09-10T23:59', 'day', -1],
  ['2024-09-11', '2024-08-10T12:00', 'month', -1],
  ['2024-09-11', '2020-01-01T12:00', 'year', -4],
  ['2024-W38', '2024-09-11T12:00', 'day', -5],
];

test.each(CASES)('%s is, on %s, so many %ss ago: %i', (value, today, unit, count) => {
  expect(ageOf({ value, inferred: true }, new Date(today))).toEqual({ unit, count });
});

describe('the date of the page', () => {
  const fact = { value: '2024-09-11', inferred: true };

  test.each([
    ['2024-09-11', { page: 'same-day', by: { unit: 'day', count: 0 } }],
    ['2026-09-12', { page: 'newer', by: { unit: 'year', count: 2 } }],
    ['2024-06-01', { page: 'older', by: { unit: 'month', count: 3 } }],
    [undefined, undefined],
    ['yesterday', undefined],
  ])('a page of %s compares as %j', (page, comparison) => {
    expect(comparePageDate(page, fact)).toEqual(comparison);
  });

  test.each([
    [
      'JSON-LD in a graph',
      { jsonLd: ['{"@graph":[{"x":1},{"datePublished":"2026-01-02T10:00:00+02:00"}]}'] },
      '2026-01-02',
    ],
    ['the meta element', { published: '2025-12-31T23:00:00Z' }, '2025-12-31'],
    ['the first time element', { time: '2024-09-12' }, '2024-09-12'],
    [
      'JSON-LD before the others',
      { jsonLd: ['{"datePublished":"2026-01-02"}'], time: '2020-01-01' },
      '2026-01-02',
    ],
    [
      'what is plausible after what is not',
      { jsonLd: ['{ broken'], published: '31/12/2025', time: '2024-09-12' },
      '2024-09-12',
    ],
    ['no day that no calendar has', { published: '2024-02-31' }, undefined],
    ['nothing', {}, undefined],
  ])('is taken from %s', (_what, hints, day) => {
    expect(pageDateOf(hints)).toBe(day);
  });

  test('never throws, whatever the page says', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json())), fc.string(), (jsonLd, published) => {
        const day = pageDateOf({ jsonLd, published });
        expect(day === undefined || comparePageDate(day, fact) !== undefined).toBe(true);
      }),
    );
  });
});

test.each([
  ['2024', '2024-1-1', '2024-12-31'],
  ['2024-02', '2024-2-1', '2024-2-29'],
  ['2024-12', '2024-12-1', '2024-12-31'],
  ['2024-W40', '2024-9-30', '2024-10-6'],
  ['2024-09-11', '2024-9-11', '2024-9-11'],
])('%s begins on %s and ends on %s', (value, first, last) => {
  const days = [firstDayOf, lastDayOf].map((edge) => {
    const { year, month, day } = edge({ value, inferred: true });
    return `${year}-${month}-${day}`;
  });
  expect(days).toEqual([first, last]);
});
