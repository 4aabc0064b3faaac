/** The version of a dataset's format: what a file says before anything else is looked at. */
import { SCHEMA_VERSION } from './schema.ts';
import { show } from './path-text.ts';
import { WHOLE_FILE, type DatasetProblem } from './problem.ts';

const PATH = 'schemaVersion';

/** Where a version is looked for in text that may not be readable: our own files have it in the first lines. */
const HEAD_LENGTH = 2000;

const newerProblem = (found: string): DatasetProblem => ({
  path: PATH,
  found,
  expected: `at most ${SCHEMA_VERSION}: the file was made for a newer Backgrounder`,
});

/** @returns the problem of a text that names a later format before its first list or inner object */
export function newerVersionIn(text: string): DatasetProblem | undefined {
  const head = text.slice(0, HEAD_LENGTH);
  const [, version = ''] =
    /^\s*\{[^{}[\]]*?"schemaVersion"\s*:\s*(\d{1,15})\s*[,}]/.exec(head) ?? [];
  return Number(version) > SCHEMA_VERSION ? newerProblem(version) : undefined;
}

/** @param json any JSON. @returns why it is no dataset of a format that this program reads */
export function versionProblem(
  json: unknown,
): { refusal: 'no-dataset' | 'newer'; problem: DatasetProblem } | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    const problem = {
      path: WHOLE_FILE,
      found: show(json),
      expected: 'a dataset, which is an object',
    };
    return { refusal: 'no-dataset', problem };
  }
  const version: unknown = Object.hasOwn(json, PATH) ? Reflect.get(json, PATH) : undefined;
  const found = show(version);
  const is = (expected: string) =>
    ({ refusal: 'no-dataset', problem: { path: PATH, found, expected } }) as const;
  if (version === undefined) return is('a number, which every dataset has: this is no dataset');
  if (typeof version !== 'number') return is('a number: this is not a number');
  if (version > SCHEMA_VERSION) return { refusal: 'newer', problem: newerProblem(found) };
  return Number.isInteger(version) && version >= 1
    ? undefined
    : is(`a whole number from 1 to ${SCHEMA_VERSION}`);
}
