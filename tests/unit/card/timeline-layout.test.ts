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
    expect(layoutTimeline([eventOf('a', [20, 30]), eventOf('b', [40, 40])], 10)?.told).toBe(0);
  });

  test('puts marks that would cover each other in rows of their own', () => {
    const events = [
      eventOf('day', [100, 100]),
      eventOf('beside', [102, 130]),
      eventOf('month', [100, 140]),
      eventOf('later', [160, 160]),
    ];
    const layout = layoutTimeline(events, 200);
    expect(layout?.marks.map(({ row }) => row)).toEqual([0, 1, 2, 0]);
    expect(layout?.rows).toBe(3);
  });

  test.each<[string, EventNote[], number]>([
    ['nothing', [], 100],
    ['one day', [eventOf('a', [100, 100])], 100],
    ['one event and the source', [eventOf('a', [90, 97])], 100],
    ['one day twice and the source', [eventOf('a', [90, 90]), eventOf('b', [90, 90])], 100],
    ['days too near each other on ten years', decade([3640, 3641, 3642]), 3650],
    ['a day beside the source’s', decade([1800, 3643]), 3650],
    ['a heap', decade([1800, 1800, 1800, 1800]), 3650],
  ])('is not drawn of %s', (_, events, told) => {
    expect(layoutTimeline(events, told)).toBeUndefined();
  });

  test('is drawn of ten years whose days are far apart', () => {
    expect(layoutTimeline(decade([1800, 2800]), 3650)?.rows).toBe(1);
  });
});

/** Events on the first of so many days, and on others. */
function decade(days: readonly number[]): EventNote[] {
  return [0, ...days].map((day) => eventOf(String(day), [day, day]));
}
