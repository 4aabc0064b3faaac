/** Which source of a card comes first. */
import { describe, expect, test } from 'vitest';
import { inPartOrder } from '../../../src/card/part-order.ts';
import type { CardPart } from '../../../src/library/index.ts';
import { contextFor } from './made-up.ts';

const partOf = (date: string, relation: CardPart['relation'] = 'same', id = date): CardPart => ({
  context: contextFor(id, { value: date, inferred: false }),
  ...{ isBundled: false, relation },
});
const orderOf = (parts: readonly CardPart[], pageDate?: string): string[] =>
  inPartOrder(parts, pageDate).map(({ context }) => context.entity.id);

describe('without a page’s date', () => {
  test('the newest report is first', () => {
    expect(
      orderOf([partOf('2024-09-11', 'own'), partOf('2026-05-03'), partOf('2025-01-01')]),
    ).toEqual(['2026-05-03', '2025-01-01', '2024-09-11']);
  });

  test('reports of the same day keep the reader’s order', () => {
    const parts = ['b', 'a', 'c'].map((id) => partOf('2025-01-01', 'same', id));
    expect(orderOf(parts)).toEqual(['b', 'a', 'c']);
  });

  test('what may be somebody else is behind all that is not, however new', () => {
    expect(orderOf([partOf('2026-05-03', 'maybe'), partOf('2024-09-11', 'own')])).toEqual([
      '2024-09-11',
      '2026-05-03',
    ]);
  });
});

describe('with a page’s date', () => {
  const PARTS = [partOf('2024-09-11', 'own'), partOf('2026-05-03')];
  test.each([
    ['2024-09-12', '2024-09-11'],
    ['2024-01-01', '2024-09-11'],
    ['2026-05-01', '2026-05-03'],
    ['2030-01-01', '2026-05-03'],
  ])('on a page of %s the report of %s is first', (pageDate, first) => {
    expect(orderOf(PARTS, pageDate)[0]).toBe(first);
  });

  test('of what may be somebody else, the nearest report is first, behind all that is not', () => {
    const parts = [
      partOf('2030-05-08', 'maybe'),
      partOf('2030-06-04', 'maybe'),
      partOf('2030-01-01', 'same'),
      partOf('2029-01-01', 'own'),
    ];
    expect(orderOf(parts, '2030-06-20')).toEqual([
      ...['2030-01-01', '2029-01-01'],
      ...['2030-06-04', '2030-05-08'],
    ]);
  });

  test('a report that is dated by week, month or year is as near as its nearest day', () => {
    const parts = [partOf('2025-03-20', 'own'), partOf('2025-02'), partOf('2025-W12')];
    expect(orderOf(parts, '2025-03-19')).toEqual(['2025-W12', '2025-03-20', '2025-02']);
    expect(orderOf([partOf('2025-06-02'), partOf('2025')], '2025-06-01')[0]).toBe('2025');
  });
});
