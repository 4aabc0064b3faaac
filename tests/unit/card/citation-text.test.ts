import { describe, expect, test } from 'vitest';
import { citationOf, errorReportOf } from '../../../src/card/citation-text.ts';
import { ENGLISH, factOf, SOURCE } from './made-up.ts';

const FACT = factOf('bridge-closed', {
  statement: 'The mayor closed the bridge.',
  attribution: { manner: 'on-record', speaker: 'Ada Moor, at the quay' },
  citations: [6],
});

type Item = Record<string, unknown>;
const cslOf = (fact = FACT, source = SOURCE): Item => {
  const items = JSON.parse(citationOf(fact, source, 'csl-json', ENGLISH)) as Item[];
  expect(items).toHaveLength(1);
  return items[0] ?? {};
};

describe('as plain text', () => {
  test('a fact comes with speaker, day, report and paragraph', () => {
    expect(citationOf(FACT, SOURCE, 'text', ENGLISH)).toBe(
      'The mayor closed the bridge. (Ada Moor, at the quay, on the record; 6 May 2031) ' +
        'News report, 7 May 2031 (date inferred from its text), paragraph 6 of 18. Restated, not quoted.',
    );
  });

  test('several paragraphs are all named', () => {
    const fact = { ...FACT, citations: [2, 6] };
    expect(citationOf(fact, SOURCE, 'text', ENGLISH)).toContain('paragraphs 2, 6 of 18');
  });

  test('a printed date is not called inferred', () => {
    const source = { ...SOURCE, date: { value: '2031-05-07', inferred: false } };
    const text = citationOf(FACT, source, 'text', ENGLISH);
    expect(text).toContain('News report, 7 May 2031, paragraph 6');
    expect(cslOf(FACT, source)['issued']).not.toHaveProperty('circa');
  });
});

describe('as Markdown', () => {
  test('the report is set apart, and no sign of the statement becomes a format', () => {
    const fact = { ...FACT, statement: 'A [mayor] *closed* the_bridge.' };
    const text = citationOf(fact, SOURCE, 'markdown', ENGLISH);
    expect(text).toContain('A \\[mayor\\] \\*closed\\* the\\_bridge.');
    expect(text).toMatch(/ \*News report, .*\*$/);
  });
});

describe('as CSL-JSON', () => {
  test('only fields of CSL 1.0.2, and nothing that nobody knows', () => {
    const item = cslOf();
    expect(Object.keys(item).sort()).toEqual(['annote', 'id', 'issued', 'note', 'type']);
    expect(item['type']).toBe('article-newspaper');
    expect(item['id']).toBe('bridge-closed-01234567');
    expect(item['issued']).toEqual({ 'date-parts': [[2031, 5, 7]], circa: true });
  });

  test('the note tells which text is meant, and where in it', () => {
    const { note } = cslOf();
    expect(note).toContain(`SHA-256: ${SOURCE.sha256}`);
    expect(note).toContain('paragraph 6 of 18');
  });

  test.each([
    ['2031', [[2031]]],
    ['2031-05', [[2031, 5]]],
    // 2030-12-30 to 2031-01-05: the first week of 2031 begins in the year before.
    [
      '2031-W01',
      [
        [2030, 12, 30],
        [2031, 1, 5],
      ],
    ],
  ])('a report of %s is dated no more exactly than that', (value, parts) => {
    const issued = cslOf(FACT, { ...SOURCE, date: { value, inferred: true } })['issued'];
    expect(issued).toEqual({ 'date-parts': parts, circa: true });
  });
});

test('an error is reported by fact, dataset and version', () => {
  const text = errorReportOf(FACT, { id: 'harbour', version: 3 }, ENGLISH);
  for (const part of ['bridge-closed', 'harbour', 'version 3']) expect(text).toContain(part);
});
