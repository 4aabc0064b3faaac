import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset, contextOf, type Knowledge } from '../../../src/dataset/knowledge.ts';
import { formatProblem, parseDataset } from '../../../src/dataset/parse.ts';

/** One way to break the bundled dataset, and the line that a maintainer must then read. */
const BROKEN: { what: string; path: (string | number)[]; value: unknown; line: string }[] = [
  {
    what: 'a fact without a citation',
    path: ['facts', 1, 'citations'],
    value: [],
    line: 'facts[1].citations: found [], expected at least 1 in the list',
  },
  {
    what: 'a fact whose citations are missing',
    path: ['facts', 1, 'citations'],
    value: undefined,
    line: 'facts[1].citations: found nothing, expected array',
  },
  {
    what: 'a paragraph that the source does not have',
    path: ['facts', 0, 'citations'],
    value: [5, 19],
    line: 'facts[0].citations[1]: found 19, expected a paragraph from 1 to 18',
  },
  {
    what: 'the id of another entity',
    path: ['entities', 1, 'id'],
    value: 'antony-blinken',
    line: 'entities[1].id: found "antony-blinken" again (first in entities[0]), expected an id used once',
  },
  {
    what: 'an unknown field',
    path: ['entities', 2, 'portrait'],
    value: 'face.png',
    line: 'entities[2].portrait: found an unknown field, expected no such field (a misspelling?)',
  },
  {
    what: 'a fact about nobody known',
    path: ['facts', 3, 'entities'],
    value: ['antony-blinkin'],
    line: 'facts[3].entities[0]: found "antony-blinkin", expected the id of an entity of this dataset',
  },
  {
    what: 'a manner that does not exist',
    path: ['facts', 0, 'attribution'],
    value: { manner: 'rumour' },
    line: 'facts[0].attribution.manner: found "rumour", expected "on-record" or "person-familiar" or "people-familiar" or "official" or "report"',
  },
  {
    what: 'a summary that is too long',
    path: ['entities', 0, 'summary'],
    value: 'x'.repeat(526),
    line: `entities[0].summary: found "${'x'.repeat(59)}…" (526 characters), expected at most 525 characters`,
  },
  {
    what: 'a day of another notation',
    path: ['facts', 0, 'date', 'value'],
    value: '11/09/2024',
    line: 'facts[0].date.value: found "11/09/2024", expected a date like 2024, 2024-09 or 2024-09-11',
  },
  {
    what: 'something else altogether',
    path: [],
    value: 'hello',
    line: '(the whole file): found "hello", expected object',
  },
];

function broken(path: (string | number)[], value: unknown): unknown {
  if (path.length === 0) return value;
  const copy = structuredClone(loadDataset()) as unknown;
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  (parent as Record<string, unknown>)[String(path.at(-1))] = value;
  return JSON.parse(JSON.stringify(copy));
}

describe('a broken dataset', () => {
  test.each(BROKEN)('with $what is refused by path', ({ path, value, line }) => {
    const parsed = parseDataset(broken(path, value));
    expect('problems' in parsed && parsed.problems.map(formatProblem)).toContain(line);
  });
});

describe('the bundled dataset', () => {
  const knowledge = JSON.parse(compileDataset(loadDataset()).knowledge) as Knowledge;

  test('has the five entities, each with facts', () => {
    expect(knowledge.entities.map(({ id }) => id)).toEqual([
      'antony-blinken',
      'david-lammy',
      'volodymyr-zelenskyy',
      'storm-shadow',
      'nato-interception',
    ]);
    for (const { id } of knowledge.entities) {
      expect(contextOf(knowledge, id)?.facts.length, id).toBeGreaterThanOrEqual(2);
    }
  });

  test('quotes at most eight words, and only a named speaker', () => {
    const quoted = knowledge.facts.filter(({ statement }) => statement.includes('“'));
    for (const { id, statement, attribution } of quoted) {
      const words = /“([^”]*)”/.exec(statement)?.[1]?.split(' ') ?? [];
      expect(words.length, id).toBeLessThanOrEqual(8);
      expect(attribution.speaker, id).toBeDefined();
    }
  });

  test('knows no entity of another name', () => {
    expect(contextOf(knowledge, 'constructor')).toBeUndefined();
  });
});
