/**
 * How good the search is on the queries of tests/search: how often the first result is the right one, by kind of query.
 * `npm run evaluate` prints the tables.
 */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readKnowledge, readSearchTerms } from '../dataset/index.ts';
import { createSearch, type Search } from '../search/index.ts';
import { compileBundled } from './dataset-plugin.ts';
import { readJsonLines } from './files.ts';

const QUERIES = fileURLToPath(new URL('../../tests/search/queries.jsonl', import.meta.url));

/** One line of tests/search/queries.jsonl. */
export const querySchema = z.strictObject({
  query: z.string(),
  /** Id of the entity that has to come first; null if the search may find nothing. */
  expect: z.string().nullable(),
  kind: z.string(),
  /** Held-back queries are older than the search. Nobody tunes for them. */
  split: z.enum(['own', 'held-back']),
});
export type QueryCase = z.infer<typeof querySchema>;

export interface QueryError {
  subject: QueryCase;
  /** Id of the first result; null for none. */
  found: string | null;
}

export interface QueryScore {
  queries: number;
  right: number;
}

export interface SearchEvaluation {
  byKind: Map<string, QueryScore>;
  bySplit: Map<string, QueryScore>;
  errors: QueryError[];
}

/** The search that ships, built from the bundled data as the extension builds it. */
export function bundledSearch(): Search {
  const { knowledge, searchTerms } = compileBundled();
  return createSearch(readKnowledge(knowledge), { terms: readSearchTerms(searchTerms) });
}

/** @throws Error that names the line that is wrong */
export function readQueries(file: string = QUERIES): QueryCase[] {
  return readJsonLines(file, querySchema);
}

export function evaluateSearch(
  cases: readonly QueryCase[] = readQueries(),
  search: Search = bundledSearch(),
): SearchEvaluation {
  const result: SearchEvaluation = { byKind: new Map(), bySplit: new Map(), errors: [] };
  for (const subject of cases) {
    const found = search(subject.query)[0]?.entityId ?? null;
    const isRight = found === subject.expect;
    for (const [scores, key] of [
      [result.byKind, subject.kind],
      [result.bySplit, subject.split],
    ] as const) {
      const score = scores.get(key) ?? { queries: 0, right: 0 };
      scores.set(key, { queries: score.queries + 1, right: score.right + (isRight ? 1 : 0) });
    }
    if (!isRight) result.errors.push({ subject, found });
  }
  return result;
}

/** Prints how many first results are right, by kind and by split, then the wrong ones. */
export function printSearchEvaluation(): void {
  const { byKind, bySplit, errors } = evaluateSearch();
  for (const [title, scores] of [
    ['search, by kind', byKind],
    ['search, by split', bySplit],
  ] as const) {
    console.log(`\n${title.padEnd(22)} queries  right      %`);
    for (const [name, { queries, right }] of scores) {
      const share = ((100 * right) / queries).toFixed(1).padStart(7);
      console.log(
        `${name.padEnd(22)}${String(queries).padStart(8)}${String(right).padStart(7)}${share}`,
      );
    }
  }
  for (const { subject, found } of errors) {
    const { query, expect, kind, split } = subject;
    console.log(
      `"${query}" (${kind}, ${split}): ${expect ?? 'nothing'} expected, ${found ?? 'nothing'} first`,
    );
  }
}
