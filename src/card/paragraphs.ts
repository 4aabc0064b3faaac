/** The paragraphs that several facts rest on, as one list. Pure. */
import type { Fact } from '../dataset/index.ts';

/** @returns numbers from 1, each once, in order */
export function paragraphsOf(facts: readonly Fact[], more: readonly number[] = []): number[] {
  const all = [...more, ...facts.flatMap(({ citations }) => citations)];
  return [...new Set(all)].sort((a, b) => a - b);
}
