import { describe, expect, test } from 'vitest';
import { corruptionsOf } from '../../../src/cli/dataset-corrupt.ts';
import { verifyToolsFor } from '../../../src/cli/dataset-tools.ts';
import type { Dataset, DatasetFact } from '../../../src/dataset/schema.ts';
import { comparable, readSourceText } from '../../../src/dataset/source-text.ts';
import { verifyDataset } from '../../../src/dataset/verify.ts';
import { SMALL_DATASET, SMALL_SOURCE, SMALL_TEXT } from './small-source.ts';

const tools = verifyToolsFor(SMALL_DATASET);
const problemsOf = (dataset: Dataset, source = SMALL_SOURCE): string[] =>
  verifyDataset(dataset, source, tools).map(({ where, found }) => `${where}: ${found}`);
const withFact = (id: string, change: Partial<DatasetFact>): Dataset => ({
  ...SMALL_DATASET,
  facts: SMALL_DATASET.facts.map((fact) => (fact.id === id ? { ...fact, ...change } : fact)),
});

test('a faithful dataset has no problem', () => {
  expect(problemsOf(SMALL_DATASET)).toEqual([]);
});

const [closed, council] = SMALL_DATASET.facts;
const UNFAITHFUL: [what: string, dataset: Dataset, problem: string][] = [
  [
    'a name',
    withFact('bridges-closed', { statement: 'In Aldmark, two bridges were to be closed.' }),
    'bridges-closed: the name "Aldmark"',
  ],
  [
    'a name at the start',
    withFact('narrow-path', { statement: 'Tarn called it “a narrow path”.' }),
    'narrow-path: the name "Tarn"',
  ],
  [
    'a number',
    withFact('bridges-closed', { statement: 'In Lindmark, three bridges were to be closed.' }),
    'bridges-closed: the number "three"',
  ],
  [
    'a day',
    withFact('bridges-closed', {
      statement: 'On Monday, two bridges in Lindmark were to be closed.',
    }),
    'bridges-closed: the date "Monday"',
  ],
  [
    'a quoted word',
    withFact('narrow-path', { statement: 'Quill called it “a wide path”.' }),
    'narrow-path: the quote "a wide path"',
  ],
  [
    'a negation',
    withFact('bridges-closed', { statement: 'In Lindmark, two bridges were not to be closed.' }),
    'bridges-closed: a negation',
  ],
  [
    'a speaker',
    withFact('bridges-closed', { attribution: { manner: 'on-record', speaker: 'bo-tarn' } }),
    'bridges-closed: "Tarn" as speaker',
  ],
  [
    'a manner',
    withFact('council-not-agreed', { attribution: { manner: 'official' } }),
    'council-not-agreed: the manner "official"',
  ],
  [
    'a date',
    withFact('council-not-agreed', { date: { value: '2030-05-01', inferred: true } }),
    'council-not-agreed: 2030-05-01',
  ],
  [
    'evidence',
    withFact('council-not-agreed', { evidence: closed?.evidence ?? [] }),
    'council-not-agreed: the manner "people-familiar"',
  ],
  [
    'a place in the evidence',
    withFact('bridges-closed', {
      evidence: [{ paragraph: 1, words: [2, 16], sha256: closed?.evidence[0]?.sha256 ?? '' }],
    }),
    'bridges-closed: other words at 2-16',
  ],
  [
    'who is there',
    withFact('council-not-agreed', { about: [{ entity: 'ada-quill', part: 'subject' }] }),
    'council-not-agreed: no mention of ada-quill',
  ],
  [
    'a quotation',
    { ...SMALL_DATASET, quotes: [{ words: 'a path', speaker: 'ada-quill', fact: 'narrow-path' }] },
    'quote of ada-quill: "a path"',
  ],
  [
    'coverage',
    { ...SMALL_DATASET, facts: SMALL_DATASET.facts.filter(({ id }) => id !== council?.id) },
    'coverage: no fact',
  ],
];

describe('an unfaithful dataset is refused', () => {
  test.each(UNFAITHFUL)('for %s', (_what, dataset, problem) => {
    expect(problemsOf(dataset)).toContain(problem);
  });

  test('for a source that is another text, naming the paragraph', () => {
    const other = readSourceText(SMALL_TEXT.replace('fine', 'foul'));
    expect(verifyDataset(SMALL_DATASET, other, tools)).toContainEqual(
      expect.objectContaining({ where: 'source', paragraph: 3 }),
    );
    expect(problemsOf(SMALL_DATASET, readSourceText('One line.'))).toContain(
      'source: 1 paragraphs',
    );
  });
});

test('every corruption by something that the evidence does not have is noticed', () => {
  const corruptions = [...corruptionsOf(SMALL_DATASET, SMALL_SOURCE)].filter(
    ({ kind }) => kind === '(i)',
  );
  expect(corruptions.length).toBeGreaterThan(5);
  for (const { what, dataset } of corruptions) expect(problemsOf(dataset), what).not.toEqual([]);
});

test('words are compared without case, accents, dots and marks', () => {
  expect(comparable('The U.S.-provided “Łódź”, Radosław’s')).toBe(
    ' the us provided lodz radoslaw s ',
  );
});
