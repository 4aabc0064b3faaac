/**
 * `npm run fuzz`: many runs of every fuzz target; `-- TARGET` of one; `--runs N` says how many. What breaks a target is made
 * smaller, written to found/TARGET/, and tried again by every test run. `--seed N` repeats a run.
 */
import fc from 'fast-check';
import { readArguments, refuseArguments } from '../../src/cli/arguments.ts';
import { reasonOf } from '../../src/cli/files.ts';
import { writeFound } from './found.ts';
import type { FuzzTarget } from './target.ts';
import { TARGETS } from './targets.ts';

/** Runs of each target unless `--runs` says otherwise. */
const RUNS = 20_000;
/** How many runs share a seed. */
const BATCH = 1000;
/** After how many runs it says how far it is. */
const TELL_AFTER = 50_000;

/** @returns whether nothing broke */
function fuzz({ name, inputs, check }: FuzzTarget, runs: number, seed: number): boolean {
  let executions = 0;
  const property = fc.property(inputs, (input) => {
    executions++;
    check(input);
  });
  const began = Date.now();
  for (let done = 0; done < runs; done += BATCH) {
    const result = fc.check(property, { numRuns: Math.min(BATCH, runs - done), seed: seed + done });
    if (result.failed) {
      const [input] = result.counterexample ?? [];
      const why = reasonOf(result.errorInstance);
      const file = writeFound(name, why, input);
      console.error(`${name}: broken after ${done + result.numRuns} runs: ${why}`);
      console.error(`${name}: kept in ${file}; again with --seed ${seed + done} --runs ${BATCH}`);
      return false;
    }
    if (done > 0 && done % TELL_AFTER === 0) console.error(`${name}: ${done} runs`);
  }
  const seconds = Math.max(1, Math.round((Date.now() - began) / 1000));
  console.log(`${name}: ${executions} executions in ${seconds} s, nothing broken (seed ${seed})`);
  return true;
}

const USAGE = 'fuzz -- [TARGET]... [--runs N] [--seed N]';
const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string' } },
});
const runs = Number(values.runs ?? RUNS);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const named = positionals.map((name) => TARGETS.find((target) => target.name === name));
if (named.includes(undefined) || !(runs > 0) || !Number.isSafeInteger(seed)) {
  const known = TARGETS.map(({ name }) => name).join(', ');
  refuseArguments(USAGE, `N is a whole number above 0, and the targets are ${known}.`);
} else {
  const wanted =
    positionals.length === 0 ? TARGETS : named.filter((target) => target !== undefined);
  const unbroken = wanted.map((target) => fuzz(target, runs, seed));
  if (unbroken.includes(false)) process.exitCode = 1;
}
