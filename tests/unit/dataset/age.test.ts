import { expect, test } from 'vitest';
import { ageOf } from '../../../src/dataset/age.ts';

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
  // A clock that is wrong must not put the report into the future.
  ['2024-09-11', '2020-01-01T12:00', 'day', 0],
];

test.each(CASES)('%s is, on %s, so many %ss ago: %i', (value, today, unit, count) => {
  expect(ageOf({ value, inferred: true }, new Date(today))).toEqual({ unit, count });
});
