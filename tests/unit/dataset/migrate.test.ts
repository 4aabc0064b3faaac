/** Files of earlier formats are read for good. The file of tests/formats was written in format 1 and never changes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset } from '../../../src/dataset/authoring.ts';
import { migrateDataset, NO_LICENCE, NO_MAKER } from '../../../src/dataset/migrate.ts';
import { formatProblem } from '../../../src/dataset/problem.ts';
import { readDatasetContent } from '../../../src/dataset/read-content.ts';

const BYTES = readFileSync(join(import.meta.dirname, '../../formats/format-1.json'));
const WRITTEN = JSON.parse(BYTES.toString('utf8')) as Record<string, unknown>;

const read = (file: unknown): ReturnType<typeof readDatasetContent> =>
  readDatasetContent(new TextEncoder().encode(JSON.stringify(file)));

describe('a file of format 1', () => {
  test('is read, with what follows from its source and with what it does not say', () => {
    const result = readDatasetContent(BYTES, { linguistics: loadLinguistics() });
    if ('problems' in result) throw new Error(result.problems.map(formatProblem).join('\n'));
    const { dataset, warnings } = result;
    const { schemaVersion: _, ...rest } = WRITTEN;
    expect(dataset).toMatchObject(rest);
    expect(dataset).toMatchObject({
      schemaVersion: 2,
      title: 'News report, 2024-09-11',
      language: 'en',
      maker: { name: NO_MAKER },
      licence: NO_LICENCE,
      made: '2024-09-11',
    });
    expect(warnings).toEqual([]);
    const { knowledge } = compileDataset(dataset, loadLinguistics());
    expect(knowledge.dataset).toEqual({
      id: 'long-range-strikes-cousin',
      version: WRITTEN['version'],
      title: 'News report, 2024-09-11',
      language: 'en',
      maker: NO_MAKER,
      licence: NO_LICENCE,
    });
    expect(knowledge.facts).toHaveLength(14);
  });

  test('is not changed itself', () => {
    const before = structuredClone(WRITTEN);
    read(WRITTEN);
    expect(WRITTEN).toEqual(before);
  });

  test('that is broken is told about its own fields alone', () => {
    const { source: _, ...rest } = WRITTEN;
    const result = read({ ...rest, portrait: 'face.png' });
    expect('problems' in result && result.problems.map(({ path }) => path)).toEqual([
      'source',
      'portrait',
    ]);
  });

  const source = WRITTEN['source'] as Record<string, unknown>;
  test.each<[what: string, change: Record<string, unknown>, path: string]>([
    ['a kind that is too long', { kind: 'x'.repeat(100) }, 'source.kind'],
    ['a kind that is empty', { kind: '' }, 'source.kind'],
    ['a kind that is no text', { kind: 7 }, 'source.kind'],
    ['a language that is no text', { language: 7 }, 'source.language'],
    [
      'a date that is no text',
      { date: { ...(source['date'] as object), value: 2024 } },
      'source.date.value',
    ],
    ['a list in the place of its date', { date: ['2024'] }, 'source.date'],
    ['no date', { date: null }, 'source.date'],
  ])('with %s in its source is told about that place alone', (_, change, path) => {
    const result = read({ ...WRITTEN, source: { ...source, ...change } });
    expect('problems' in result && result.problems.map((each) => each.path)).toEqual([path]);
  });

  test('without a kind is called by the day', () => {
    const parsed = migrateDataset({ schemaVersion: 1, source: { date: { value: '2024-09' } } });
    expect(parsed).toMatchObject({ schemaVersion: 2, title: '2024-09', made: '2024-09' });
  });

  test('that names nothing at all has a title all the same', () => {
    const parsed = migrateDataset({ schemaVersion: 1, source: [] });
    expect(parsed).toMatchObject({ title: 'A dataset', language: 'en', made: '2000' });
  });

  test('keeps what it says before its time', () => {
    expect(read({ ...WRITTEN, title: 'Strikes' })).toMatchObject({ dataset: { title: 'Strikes' } });
  });
});

test.each([
  ['a version before the first', { schemaVersion: 0 }],
  ['half a version', { schemaVersion: 1.5 }],
  ['a later version', { schemaVersion: 9 }],
  ['no version', { id: 'a' }],
  ['a list', [{ schemaVersion: 1 }]],
  ['a text', 'text'],
  ['null', null],
])('%s passes as it came', (_, json) => {
  expect(migrateDataset(json)).toBe(json);
});
