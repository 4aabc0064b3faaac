/**
 * What an author has still to write. Proposals leave a text that begins with `TODO` where only a person can decide; no dataset with
 * such a text is read. Knows nothing of the fields.
 */
import { formatStep } from './path-text.ts';
import type { DatasetProblem } from './problem.ts';

/** With what a text begins that is still to be written. */
export const TO_WRITE = 'TODO';

export const isUnwritten = (value: unknown): value is string =>
  typeof value === 'string' && /^\s*TODO\b/.test(value);

/** Longest text of an author's note that a message repeats, in UTF-16 code units. */
const SHOWN_MAX = 90;

/**
 * One problem for each text that is still to be written, in the order of the file.
 * @param json any JSON. It is gone through without recursion: nobody has looked at its depth.
 */
export function unwrittenProblems(json: unknown): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  const open: [path: string, value: unknown][] = [['', json]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, value] = next;
    if (isUnwritten(value)) {
      const found = value.length > SHOWN_MAX ? `${value.slice(0, SHOWN_MAX)}…` : value;
      const expected = 'your own words in its place: what begins with TODO is still to be written';
      problems.push({ path: path.replace(/^\./, ''), found: `“${found}”`, expected });
    } else if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at -= 1)
        open.push([path + formatStep(at), value[at]]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value).reverse())
        open.push([path + formatStep(key), inner]);
    }
  }
  return problems;
}
