import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpeedGate, PASSING_SPEED } from '../../../src/popover/pointer-speed.ts';

/** Moves along a line at a speed. @returns what the gate says at each sample */
function move(speed: number, stepMs: number, samples = 6): boolean[] {
  const gate = createSpeedGate();
  return Array.from({ length: samples }, (_, at) =>
    gate.passes(at * speed * stepMs, 0, at * stepMs),
  );
}

test('a pointer at or above the speed passes through, one below rests', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 5, noNaN: true }),
      fc.integer({ min: 4, max: 30 }),
      (speed, ms) => {
        if (Math.abs(speed - PASSING_SPEED) < 0.001) return;
        expect(move(speed, ms).at(-1)).toBe(speed > PASSING_SPEED);
      },
    ),
  );
});

test('one sample, or samples that are far apart, give no speed', () => {
  expect(move(5, 16, 2)).toEqual([false, false]);
  expect(move(5, 100)).toEqual([false, false, false, false, false, false]);
});

test('a clock that does not advance switches the gate off', () => {
  const gate = createSpeedGate();
  const results = Array.from({ length: 8 }, (_, at) => gate.passes(at * 100, 0, 0));
  expect(results).not.toContain(true);
});
