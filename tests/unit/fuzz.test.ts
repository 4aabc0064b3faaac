/** Every fuzz target, briefly: what broke one before, and some hundred inputs more. `npm run fuzz` tries many. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFound } from '../fuzz/found.ts';
import { TARGETS } from '../fuzz/targets.ts';

/** Inputs of each target: a budget in runs, so that a slow machine tries as many. */
const RUNS = 300;

describe.each(TARGETS)('the fuzz target $name', ({ name, inputs, check }) => {
  test.each(readFound(name))('holds for $file: $why', ({ input }) => {
    expect(() => {
      check(input);
    }).not.toThrow();
  });

  test('holds for random inputs', () => {
    // A failure prints the seed and the smallest input.
    fc.assert(fc.property(inputs, check), { numRuns: RUNS });
  });
});
