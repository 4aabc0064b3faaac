/**
 * Untrusted JSON in; a dataset or the data of languages out, or a list of problems. Files are checked here and nowhere
 * behind it.
 */
import type { z } from 'zod';
import { linguisticsSchema, type Linguistics } from './language-schema.ts';
import { migrateDataset } from './migrate.ts';
import { capProblems } from './over-caps.ts';
import { formatPath, show, valueAt } from './path-text.ts';
import type { DatasetProblem } from './problem.ts';
import { referenceProblems } from './references.ts';
import { datasetSchema, type Dataset } from './schema.ts';
import { unwrittenProblems } from './unwritten.ts';

export type ParsedDataset = { dataset: Dataset } | { problems: DatasetProblem[] };

/** Brings an earlier format to the present one, checks the shape, then caps and references. Never throws. */
export function parseDataset(written: unknown): ParsedDataset {
  const json = migrateDataset(written);
  const unwritten = unwrittenProblems(json);
  const result = datasetSchema.safeParse(json);
  if (!result.success) {
    return { problems: firstOfEachPlace([...unwritten, ...problemsOf(result.error, json)]) };
  }
  const problems = [...unwritten, ...capProblems(result.data), ...referenceProblems(result.data)];
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

/** A text that is still to be written is not also no date, and a list in the place of a text is not also too short. */
function firstOfEachPlace(problems: readonly DatasetProblem[]): DatasetProblem[] {
  const firsts = new Map(problems.toReversed().map((problem) => [problem.path, problem]));
  return problems.filter((problem) => firsts.get(problem.path) === problem);
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
    case 'too_big':
      return [{ path, found: sizeOf(valueAt(json, issue.path)), expected: expectation(issue) }];
    default:
      return [{ path, found: show(valueAt(json, issue.path)), expected: expectation(issue) }];
  }
}

/** What is counted where something is too big. */
const BIG_THINGS: Record<string, string> = { string: ' characters', array: ' in the list' };

/** What JSON has no name for, or another one. */
const TYPE_NAMES: Record<string, string> = {
  int: 'a whole number',
  record: 'object',
  tuple: 'array',
};

const sizeOf = (value: unknown): string =>
  Array.isArray(value) ? `${value.length} in the list` : show(value);

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'too_small':
      return issue.origin === 'array'
        ? `at least ${issue.minimum} in the list`
        : `at least ${issue.minimum}${issue.origin === 'string' ? ' character' : ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${BIG_THINGS[issue.origin] ?? ''}`;
    default:
      return issue.message;
  }
}
