/** A reason why a dataset is refused, and how a person reads it. */

export interface DatasetProblem {
  /** As one writes it in code: `facts[2].citations`. */
  path: string;
  found: string;
  expected: string;
}

/** One line: `facts[2].citations: found nothing, expected array`. */
export function formatProblem({ path, found, expected }: DatasetProblem): string {
  return `${path}: found ${found}, expected ${expected}`;
}
