/** The paragraphs that facts rest on, as one list of numbers and as few of them. Pure. */
import type { Fact } from '../dataset/index.ts';

/** @returns numbers from 1, each once, in order */
export function paragraphsOf(facts: readonly Fact[], more: readonly number[] = []): number[] {
  const all = [...more, ...facts.flatMap(({ citations }) => citations)];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** "1", "2", "4–7": three and more in a row become a range. @param numbers in order */
export function runsOf(numbers: readonly number[]): string[] {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .flatMap(([first, last]) =>
      last - first > 1 ? `${first}–${last}` : first === last ? first : [first, last],
    )
    .map(String);
}
