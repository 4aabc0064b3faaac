/** What the top of a card says about the report's age, in the words of the catalogue. */
import { describe, expect, test } from 'vitest';
import { reportAge } from '../../../src/card/report-age.ts';
import { ENGLISH } from './made-up.ts';

const REPORT = { value: '2024-09-11', inferred: true };
const seen = (today: string, page?: string): string => {
  const { text, isLarge } = reportAge(REPORT, new Date(`${today}T12:00`), page, ENGLISH);
  return `${isLarge ? 'large: ' : ''}${text.replaceAll('\u00a0', ' ')}`;
};

describe('on a page with a date, the age is seen from the page', () => {
  test.each([
    ['2024-09-11', 'same day as this page'],
    ['2024-09-12', 'the day before this page'],
    ['2024-09-14', '3 days before this page'],
    ['2024-10-12', 'large: 1 month before this page'],
    ['2026-11-29', 'large: 2 years before this page'],
    ['2024-09-10', 'large: 1 day after this page'],
    ['2014-03-01', 'large: 10 years after this page'],
  ])('%s: %s', (page, said) => {
    expect(seen('2030-01-01', page)).toBe(said);
  });
});

describe('on a page without one, it is seen from today', () => {
  test.each([
    ['2020-01-01', 'large: in 4 years'],
    ['2024-09-08', 'large: in 3 days'],
    ['2024-09-10', 'tomorrow'],
    ['2024-09-11', 'today'],
    ['2024-09-12', 'yesterday'],
    ['2024-09-30', '19 days ago'],
    ['2024-11-20', 'large: 2 months ago'],
    ['2026-11-29', 'large: 2 years ago'],
  ])('%s: %s', (today, said) => {
    expect(seen(today)).toBe(said);
  });

  test('and on a page whose date is no day', () => {
    expect(seen('2026-11-29', '2024-13-45')).toBe('large: 2 years ago');
  });
});
