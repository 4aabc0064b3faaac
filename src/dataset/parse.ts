/**
 * Untrusted JSON to a dataset, or a list of problems that name the path, what was found and what was
 * expected. The border for dataset files: beyond it nothing is checked again.
 */
import type { z } from 'zod';
import { loadedWordProblems } from './loaded-words.ts';
import { referenceProblems } from './references.ts';
import { datasetSchema, type Dataset } from './schema.ts';

/** One reason why a dataset was refused. */
export interface DatasetProblem {
  /** As one would write it in code: `facts[2].citations`. */
  path: string;
  found: string;
  expected: string;
}

export type ParsedDataset = { dataset: Dataset } | { problems: DatasetProblem[] };

/** Checks shape, references and loaded words. Never throws. */
export function parseDataset(json: unknown): ParsedDataset {
  const result = datasetSchema.safeParse(json);
  if (!result.success) {
    return { problems: result.error.issues.flatMap((issue) => describeIssue(issue, json)) };
  }
  const problems = [...referenceProblems(result.data), ...loadedWordProblems(result.data)];
  return problems.length > 0 ? { problems } : { dataset: result.data };
}

/** One line for people: `facts[2].citations: found nothing, expected array`. */
export function formatProblem({ path, found, expected }: DatasetProblem): string {
  return `${path}: found ${found}, expected ${expected}`;
}

function describeIssue(issue: z.core.$ZodIssue, json: unknown): DatasetProblem[] {
  const path = formatPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: formatPath([...issue.path, key]),
      found: 'an unknown field',
      expected: 'no such field (a misspelling?)',
    }));
  }
  return [{ path, found: show(valueAt(json, issue.path)), expected: expectation(issue) }];
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
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    json,
  );
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  if (typeof value === 'string' && value.length > 60) {
    return `${json.slice(0, 60)}…" (${value.length} characters)`;
  }
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
