import { describe, expect, test } from 'vitest';
import { citationOf, errorReportOf } from '../../../src/card/citation-text.ts';
import { ENGLISH, factOf, SOURCE } from './made-up.ts';

const FACT = factOf('bridge-closed', {
  statement: 'The mayor closed the bridge.',
  attribution: { manner: 'on-record', speaker: 'Ada Moor', setting: 'at the quay' },
  citations: [6],
});

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

test('an error is reported by fact, dataset and version', () => {
  const text = errorReportOf(
    FACT,
    {
      id: 'harbour',
      version: 3,
      title: 'A dataset',
      language: 'en',
      maker: 'Somebody',
      licence: 'MIT',
    },
    ENGLISH,
  );
  for (const part of ['bridge-closed', 'harbour', 'version 3']) expect(text).toContain(part);
});
