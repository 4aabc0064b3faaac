/** The floors of the search on the written queries; `npm run evaluate` says which ones it misses. */
import { expect, test } from 'vitest';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import {
  evaluateSearch,
  readQueries,
  type QueryError,
} from '../../../src/cli/search-evaluation.ts';

const queries = readQueries();
const { bySplit, byKind, errors } = evaluateSearch(queries);
const share = (score: { queries: number; right: number } | undefined): number =>
  score === undefined ? 0 : score.right / score.queries;
const inWords = ({ subject, found }: QueryError): string =>
  `"${subject.query}": ${found ?? 'nothing'} instead of ${subject.expect ?? 'nothing'}`;

test('the queries are enough of each kind, each once, and expect entities that exist', () => {
  const ids = new Set(bundledDetection().entities.map(({ id }) => id));
  const unknown = queries.filter(({ expect: id }) => id !== null && !ids.has(id));
  expect(unknown).toEqual([]);
  expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
  expect(queries.length).toBeGreaterThanOrEqual(150);
  expect(bySplit.get('held-back')?.queries).toBeGreaterThanOrEqual(90);
  expect(byKind.get('nothing')?.queries).toBeGreaterThanOrEqual(20);
  const distorted = ['typo', 'transliteration', 'script'].map(
    (kind) => byKind.get(kind)?.queries ?? 0,
  );
  expect(distorted.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(queries.length / 3);
});

test('the first result is the one meant for 97 % of the held-back queries', () => {
  const missed = errors.filter(({ subject }) => subject.split === 'held-back').map(inWords);
  expect(share(bySplit.get('held-back')), missed.join('\n')).toBeGreaterThanOrEqual(0.97);
});

test('the first result is the one meant for all own queries', () => {
  expect(errors.filter(({ subject }) => subject.split === 'own').map(inWords)).toEqual([]);
});

test('nonsense and what the report does not speak of find nothing', () => {
  expect(errors.filter(({ subject }) => subject.kind === 'nothing').map(inWords)).toEqual([]);
});
