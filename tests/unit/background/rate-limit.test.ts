import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHANGES_AT_ONCE,
  createRateLimit,
  NEXT_CHANGE_MS,
} from '../../../src/background/rate-limit.ts';

/** A limit with a clock that is moved by hand. */
function limitWithClock() {
  const clock = { now: 5 };
  return { clock, limit: createRateLimit(() => clock.now) };
}
const times = (count: number, run: () => boolean): number =>
  Array.from({ length: count }, run).filter(Boolean).length;

test('a tab can make a number of changes at once, then one at a time', () => {
  const { clock, limit } = limitWithClock();
  expect(times(100, () => limit.take(1))).toBe(CHANGES_AT_ONCE);
  clock.now += NEXT_CHANGE_MS;
  expect(times(100, () => limit.take(1))).toBe(1);
  clock.now += CHANGES_AT_ONCE * NEXT_CHANGE_MS;
  expect(times(100, () => limit.take(1))).toBe(CHANGES_AT_ONCE);
});

test('one tab does not use up the changes of another', () => {
  const { limit } = limitWithClock();
  times(100, () => limit.take(1));
  expect(limit.take(2)).toBe(true);
});

test('half a minute without a change, after which the browser may stop the background, gives back all of them', () => {
  expect(CHANGES_AT_ONCE * NEXT_CHANGE_MS).toBeLessThanOrEqual(30_000);
});

test('no tab gets more in any period of time', () => {
  const step = fc.record({ wait: fc.nat(5000), tab: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { clock, limit } = limitWithClock();
      const taken: Record<number, number[]> = {};
      for (const { wait, tab } of steps) {
        clock.now += wait;
        if (limit.take(tab)) (taken[tab] ??= []).push(clock.now);
      }
      for (const moments of Object.values(taken)) {
        moments.forEach((from, first) => {
          moments.slice(first).forEach((to, more) => {
            expect(more + 1).toBeLessThanOrEqual(
              CHANGES_AT_ONCE + (to - from) / NEXT_CHANGE_MS + 1e-6,
            );
          });
        });
      }
    }),
  );
});
