/** A reason why a dataset is refused, and how a person reads it. */
import type { Position } from '../json/index.ts';

export interface DatasetProblem {
  /** As one writes it in code: `facts[2].citations`. */
  path: string;
  found: string;
  expected: string;
  /** Where it stands in the file, if somebody read it from a file. */
  position?: Position;
}

/** The path of what is wrong with a file as a whole. */
export const WHOLE_FILE = '(the whole file)';

/** One line: `facts[2].citations: found nothing, expected array (line 7, column 3)`. */
export function formatProblem({ path, found, expected, position }: DatasetProblem): string {
  const place = position ? ` (line ${position.line}, column ${position.column})` : '';
  return `${path}: found ${found}, expected ${expected}${place}`;
}
