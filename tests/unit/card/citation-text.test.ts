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
    expect(citationOf(FACT, { source: SOURCE }, 'text', ENGLISH)).toBe(
      'The mayor closed the bridge. (Ada Moor, at the quay, on the record; 6 May 2031) ' +
        'News report, 7 May 2031 (date inferred from its text), paragraph 6 of 18. Restated, not quoted.',
    );
  });

  test('several paragraphs are all named', () => {
    const fact = { ...FACT, citations: [2, 6] };
    expect(citationOf(fact, { source: SOURCE }, 'text', ENGLISH)).toContain(
      'paragraphs 2, 6 of 18',
    );
  });

  test('a printed date is not called inferred', () => {
    const source = { ...SOURCE, date: { value: '2031-05-07', inferred: false } };
    const text = citationOf(FACT, { source }, 'text', ENGLISH);
    expect(text).toContain('News report, 7 May 2031, paragraph 6');
  });
});

describe('as Markdown', () => {
  test('the report is set apart, and no sign of the statement becomes a format', () => {
    const fact = { ...FACT, statement: 'A [mayor] *closed* the_bridge.' };
    const text = citationOf(fact, { source: SOURCE }, 'markdown', ENGLISH);
    expect(text).toContain('A \\[mayor\\] \\*closed\\* the\\_bridge.');
    expect(text).toMatch(/ \*News report, .*\*$/);
  });
});

const DATASET = {
  id: 'harbour',
  version: 3,
  title: 'A dataset',
  language: 'en',
  maker: 'Somebody',
  licence: 'MIT',
};

test('an error is reported by fact, dataset and version', () => {
  const text = errorReportOf(FACT, { dataset: DATASET }, ENGLISH);
  for (const part of ['bridge-closed', 'harbour', 'version 3']) expect(text).toContain(part);
  expect(text).not.toContain('added');
});

describe('of an added dataset', () => {
  test.each(['text', 'markdown'] as const)('a fact as %s says whose dataset it is', (format) => {
    const text = citationOf(FACT, { source: SOURCE, added: DATASET }, format, ENGLISH);
    expect(text).toContain('added dataset “A dataset”, which says it is by: Somebody.');
  });

  test('its title and maker become no format', () => {
    const added = { ...DATASET, title: '[a](b)', maker: '*M*' };
    const text = citationOf(FACT, { source: SOURCE, added }, 'markdown', ENGLISH);
    expect(text).toContain('\\[a\\](b)');
    expect(text).toContain('\\*M\\*');
  });

  test('an error is reported by the id that the fact has in the dataset, with title and maker', () => {
    const fact = { ...FACT, id: 'harbour/bridge-closed' };
    const text = errorReportOf(fact, { dataset: DATASET, added: DATASET }, ENGLISH);
    expect(text).toContain('“bridge-closed” of the dataset “harbour”, version 3');
    for (const part of ['added dataset', 'A dataset', 'Somebody']) expect(text).toContain(part);
  });
});
