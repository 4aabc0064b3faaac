import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenQuiet } from '../../../src/reader/when-quiet.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const PACE = { quietMs: 400, longestMs: 2000 };

/** Asks for a run every so often for a time. @returns when it ran, in ms from the first */
function runsOf(
  { every, during }: { every: number; during: number },
  signal = new AbortController().signal,
) {
  const start = Date.now();
  const runs: number[] = [];
  const ask = whenQuiet(() => runs.push(Date.now() - start), PACE, signal);
  for (let time = 0; time < during; time += every) {
    ask();
    vi.advanceTimersByTime(every);
  }
  vi.advanceTimersByTime(10_000);
  return runs;
}

test('runs once after a burst, when it is quiet', () => {
  expect(runsOf({ every: 100, during: 300 })).toEqual([600]);
});

test('runs at bounded intervals if it is never quiet, and once at the end', () => {
  expect(runsOf({ every: 300, during: 6000 })).toEqual([2000, 4100, 6100]);
});

test('does not run after the end', () => {
  const life = new AbortController();
  setTimeout(() => {
    life.abort();
  }, 2500);
  expect(runsOf({ every: 300, during: 6000 }, life.signal)).toEqual([2000]);
});
