/**
 * Times several ways of doing the same work against each other in one process: warm-up, then interleaved runs
 * in a rotating order, so that a slow moment of the machine strikes all of them. Asserts nothing on time.
 */

/** Shortest sample: faster work is repeated up to it, in ms. */
const SAMPLE_MS = 4;
const WARM_UP_MS = 150;
const FEWEST_ROUNDS = 5;
const MOST_ROUNDS = 41;

/** Work to be timed; what it returns must be the same every time, so that none of it can be left out. */
export type Contender = () => number;

/** @returns the middle value, the upper of two; NaN of nothing */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/**
 * @param budget about how long the rounds may take in all, in ms; there are at least five
 * @returns median duration of one call by name, in ms
 */
export function medians<Contenders extends Record<string, Contender>>(
  contenders: Contenders,
  budget: number,
): { [Name in keyof Contenders]: number } {
  const entries = Object.entries(contenders);
  const runners = entries.map(([name, contender]) => warmUp(name, contender));
  const samples = runners.map((): number[] => []);
  const end = performance.now() + budget;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round >= FEWEST_ROUNDS && performance.now() > end) break;
    for (let turn = 0; turn < runners.length; turn++) {
      const at = (round + turn) % runners.length;
      samples[at]?.push(runners[at]?.() ?? NaN);
    }
  }
  const results = entries.map(([name], at) => [name, median(samples[at] ?? [])]);
  return Object.fromEntries(results) as { [Name in keyof Contenders]: number };
}

/** @returns takes one sample: the duration of one call in ms */
function warmUp(name: string, contender: Contender): () => number {
  const expected = contender();
  const sample = (calls: number): number => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) {
      if (contender() !== expected) throw new Error(`${name} gives another result each time`);
    }
    return (performance.now() - start) / calls;
  };
  const end = performance.now() + WARM_UP_MS;
  let duration = sample(1);
  while (performance.now() < end) duration = sample(1);
  const calls = Math.max(1, Math.ceil(SAMPLE_MS / Math.max(duration, 1e-4)));
  return () => sample(calls);
}
