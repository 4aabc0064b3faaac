/**
 * Untrusted JSON in; a dataset or the data of languages out, or a list of problems. Files are checked here and nowhere
 * behind it.
 */
import type { z } from 'zod';
import { linguisticsSchema, type Linguistics } from './language-schema.ts';
import { loadedWordProblems } from './loaded-words.ts';
import { migrateDataset } from './migrate.ts';
import type { DatasetProblem } from './problem.ts';
import { referenceProblems } from './references.ts';
import { datasetSchema, type Dataset } from './schema.ts';
import { unwrittenProblems } from './unwritten.ts';

export type ParsedDataset = { dataset: Dataset } | { problems: DatasetProblem[] };

/** Brings an earlier format to the present one, checks the shape, then references and loaded words. Never throws. */
export function parseDataset(written: unknown): ParsedDataset {
  const json = migrateDataset(written);
  const unwritten = unwrittenProblems(json);
  const result = datasetSchema.safeParse(json);
  if (!result.success) {
    // A text that is still to be written has one problem, not also that it is no date.
    const paths = new Set(unwritten.map(({ path }) => path));
    const others = problemsOf(result.error, json).filter(({ path }) => !paths.has(path));
    return { problems: [...unwritten, ...others] };
  }
  const problems = [
    ...unwritten,
    ...referenceProblems(result.data),
    ...loadedWordProblems(result.data),
  ];
  return problems.length > 0 ? { problems } : { dataset: result.data };
}

/** Checks the shape of assets/languages.json. Never throws. */
export function parseLinguistics(
  json: unknown,
): { linguistics: Linguistics } | { problems: DatasetProblem[] } {
  const result = linguisticsSchema.safeParse(json);
  return result.success
    ? { linguistics: result.data }
    : { problems: problemsOf(result.error, json) };
}

const problemsOf = (error: z.ZodError, json: unknown): DatasetProblem[] =>
  error.issues.flatMap((issue) => describeIssue(issue, json));

function describeIssue(issue: z.core.$ZodIssue, json: unknown): DatasetProblem[] {
  const path = formatPath(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: formatPath([...issue.path, key]),
        found: 'an unknown field',
        expected: 'no such field (a misspelling?)',
      }));
    case 'invalid_key':
      return [{ path, found: 'this key', expected: issue.issues.map(expectation).join(' and ') }];
    default:
      return [{ path, found: show(valueAt(json, issue.path)), expected: expectation(issue) }];
  }
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'too_small':
      return issue.origin === 'array'
        ? `at least ${issue.minimum} in the list`
        : `at least ${issue.minimum}${issue.origin === 'string' ? ' character' : ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return issue.message;
  }
}

function formatPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(the whole file)';
  return path.map(formatStep).join('').replace(/^\./, '');
}

function formatStep(key: PropertyKey): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = String(key);
  // A name that is empty or breaks the line is shown as JSON: a problem is one line.
  return name === '' || /\p{Cc}/u.test(name) ? `[${JSON.stringify(name)}]` : `.${name}`;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    json,
  );
}

/** Longest text and longest JSON that a message repeats, in UTF-16 code units. */
const SHOWN_TEXT_MAX = 60;
const SHOWN_JSON_MAX = 80;

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  if (typeof value === 'string' && value.length > SHOWN_TEXT_MAX) {
    return `${json.slice(0, SHOWN_TEXT_MAX)}…" (${value.length} characters)`;
  }
  return json.length > SHOWN_JSON_MAX ? `${json.slice(0, SHOWN_JSON_MAX)}…` : json;
}
