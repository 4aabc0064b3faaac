import { describe, expect, test } from 'vitest';
import { layoutTimeline } from '../../../src/card/timeline-layout.ts';
import type { EventNote } from '../../../src/dataset/index.ts';

const eventOf = (id: string, days: EventNote['days']): EventNote => ({
  id,
  label: id,
  date: { value: '2031', inferred: true },
  state: 'reported',
  facts: [],
  days,
});

describe('a timeline', () => {
  test('has its first day at the start and its last at the end', () => {
    const layout = layoutTimeline([eventOf('a', [100, 100]), eventOf('b', [120, 140])], 150);
    expect(layout?.told).toBe(100);
    expect(layout?.marks.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [40, 80],
    ]);
  });

  test('includes the source’s day where that is the first', () => {
    expect(layoutTimeline([eventOf('a', [20, 30])], 10)?.told).toBe(0);
  });

  test('puts marks that would cover each other in rows of their own', () => {
    const events = [
      eventOf('day', [100, 100]),
      eventOf('next', [101, 101]),
      eventOf('month', [100, 130]),
      eventOf('later', [160, 160]),
    ];
    const layout = layoutTimeline(events, 200);
    expect(layout?.marks.map(({ row }) => row)).toEqual([0, 1, 2, 0]);
    expect(layout?.rows).toBe(3);
  });

  test('is not drawn where there is only one day, or nothing', () => {
    expect(layoutTimeline([eventOf('a', [100, 100])], 100)).toBeUndefined();
    expect(layoutTimeline([], 100)).toBeUndefined();
  });
});
