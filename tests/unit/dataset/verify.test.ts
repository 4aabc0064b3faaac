import { describe, expect, test } from 'vitest';
import { corruptionsOf } from '../../../src/cli/dataset-corrupt.ts';
import { verifyToolsFor } from '../../../src/cli/dataset-tools.ts';
import type { Dataset, DatasetFact } from '../../../src/dataset/schema.ts';
import { comparable, readSourceText } from '../../../src/dataset/source-text.ts';
import { verifyDataset } from '../../../src/dataset/verify.ts';
import { sha256, SMALL_DATASET, SMALL_SOURCE, SMALL_TEXT } from './small-source.ts';
import { UNFAITHFUL, withFact, withSource } from './unfaithful.ts';

const tools = verifyToolsFor(SMALL_DATASET);
const problemsOf = (dataset: Dataset, source = SMALL_SOURCE): string[] =>
  verifyDataset(dataset, source, tools).map(({ where, found }) => `${where}: ${found}`);

test('a faithful dataset has no problem', () => {
  expect(problemsOf(SMALL_DATASET)).toEqual([]);
});

test('evidence in pieces is the words of all of them', () => {
  const [first, second] = [
    'The harbour minister Ada Quill said on Wednesday that two',
    'bridges in Lindmark would be closed.',
  ];
  const evidence: DatasetFact['evidence'] = [
    { paragraph: 1, words: [1, 10], sha256: sha256(first) },
    { paragraph: 1, words: [11, 16], sha256: sha256(second) },
  ];
  expect(problemsOf(withFact('bridges-closed', { evidence }))).toEqual([]);
});

const withBasis = (basis: string): Dataset =>
  withSource({ date: { ...SMALL_DATASET.source.date, basis } });
const withMeaning = (words: string, date: string): Dataset =>
  withSource({
    dateWords: SMALL_DATASET.source.dateWords.map((entry) =>
      entry.words === words ? { words, date } : entry,
    ),
  });
const everywhere = (from: string, to: string): Dataset =>
  JSON.parse(JSON.stringify(SMALL_DATASET).replaceAll(`"${from}"`, `"${to}"`)) as Dataset;
const withEvent = (at: number, date: string): Dataset => ({
  ...SMALL_DATASET,
  timeline: SMALL_DATASET.timeline.map((event, index) =>
    index === at ? { ...event, date: { value: date, inferred: true } } : event,
  ),
});

/** Dates that are well formed, and that the calendar or the evidence contradicts. */
const WRONG_DATES: [what: string, dataset: Dataset, problem: string][] = [
  [
    'a Tuesday that is a Monday everywhere',
    everywhere('2030-05-07', '2030-05-06'),
    'source.dateWords "Tuesday night": 2030-05-06, a Monday',
  ],
  [
    'a Tuesday of another week',
    everywhere('2030-05-07', '2030-04-30'),
    'source.dateWords "Tuesday night": 2030-04-30, a Tuesday',
  ],
  [
    'a report of another day',
    everywhere('2030-05-08', '2030-05-09'),
    'source.dateWords "Wednesday": 2030-05-09, a Thursday',
  ],
  ['another week', everywhere('2030-W18', '2030-W17'), 'source.dateWords "last week": 2030-W17'],
  [
    'another month',
    withMeaning('later this month', '2030-06'),
    'source.dateWords "later this month": 2030-06',
  ],
  ['another year', withMeaning('next year', '2032'), 'source.dateWords "next year": 2032'],
  [
    'a plan with the date of what is planned',
    withFact('new-bridge', { date: { value: '2031', inferred: true } }),
    'new-bridge: 2031',
  ],
  [
    'a fact on the day of the report that its evidence puts before',
    withFact('one-closed', { date: { value: '2030-05-08', inferred: true } }),
    'one-closed: 2030-05-08',
  ],
  [
    'a statement with another weekday',
    withFact('one-closed', { statement: 'One bridge was closed on Wednesday night.' }),
    'one-closed: the date "Wednesday"',
  ],
  [
    'a statement whose weekday is not that of its date',
    withFact('one-closed', { statement: 'One bridge was closed on Tuesday 8 May.' }),
    'one-closed: the date "Tuesday 8 May"',
  ],
  [
    'an occasion on another day',
    withFact('narrow-path', {
      attribution: { manner: 'on-record', speaker: 'ada-quill', setting: 'to reporters on Friday' },
    }),
    'narrow-path: the date "Friday"',
  ],
  [
    'a label with another weekday',
    {
      ...SMALL_DATASET,
      timeline: SMALL_DATASET.timeline.map((event) => ({ ...event, label: 'Vote on Friday' })),
    },
    'bridge-closes: the date "Friday"',
  ],
  [
    'a summary with a date that nothing has',
    {
      ...SMALL_DATASET,
      entities: SMALL_DATASET.entities.map((entity) => ({
        ...entity,
        summary: 'Quill spoke on 9 May 2030.',
      })),
    },
    'summary of ada-quill: the date "9 May 2030"',
  ],
  ['an event on another day', withEvent(0, '2030-05-06'), 'bridge-closes: 2030-05-06, a Monday'],
  [
    'a reported event that is still to come',
    {
      ...SMALL_DATASET,
      timeline: SMALL_DATASET.timeline.map((event) => ({
        ...event,
        state: 'reported' as const,
        facts: ['new-bridge'],
        date: { value: '2031', inferred: true },
      })),
    },
    'bridge-closes: reported 2031',
  ],
  [
    'a reason with another date',
    withBasis('It speaks of “Wednesday”, which was on 9 May 2030.'),
    'source.date.basis: "9 May 2030"',
  ],
  [
    'a reason with a date of another of its days',
    withBasis('It speaks of “Tuesday night”, which was on 8 May 2030.'),
    'source.date.basis: "8 May 2030"',
  ],
  [
    'a reason with another weekday',
    withBasis('It speaks of “Friday”, two days after 8 May 2030.'),
    'source.date.basis: "Friday"',
  ],
  [
    'a reason without a year',
    withBasis('It speaks of “Wednesday”.'),
    'source.date.basis: no date of the calendar',
  ],
  [
    'a word for a date of which nothing is said',
    withSource({ dateWords: SMALL_DATASET.source.dateWords.slice(1) }),
    'source.dateWords: "Wednesday" in the source',
  ],
  [
    'words that the source does not have',
    withSource({
      dateWords: [...SMALL_DATASET.source.dateWords, { words: 'yesterday', date: '2030-05-07' }],
    }),
    'source.dateWords "yesterday": words that the source does not have',
  ],
  [
    'words that say no date',
    withSource({
      dateWords: [...SMALL_DATASET.source.dateWords, { words: 'a new bridge', date: '2030' }],
    }),
    'source.dateWords "a new bridge": no word for a date',
  ],
];

describe('a dataset with wrong dates is refused', () => {
  test.each(WRONG_DATES)('for %s', (_what, dataset, problem) => {
    expect(problemsOf(dataset)).toContain(problem);
  });

  test('but not in a language whose words for dates are not known', () => {
    const dataset = everywhere('2030-05-07', '2030-05-06');
    const other = { ...dataset, source: { ...dataset.source, language: 'xx' } };
    expect(problemsOf(other)).toEqual([]);
    const dated = withFact('narrow-path', { date: { value: '2030-05-06', inferred: true } });
    expect(problemsOf({ ...dated, source: other.source })).toContain('narrow-path: 2030-05-06');
  });
});

describe('an unfaithful dataset is refused', () => {
  test.each(UNFAITHFUL)('for %s', (_what, dataset, problem) => {
    expect(problemsOf(dataset)).toContain(problem);
  });

  test('for a fact, naming its first paragraph', () => {
    const date = { value: '2030-05-01', inferred: true };
    expect(
      verifyDataset(withFact('council-not-agreed', { date }), SMALL_SOURCE, tools),
    ).toContainEqual(expect.objectContaining({ fact: 'council-not-agreed', paragraph: 2 }));
  });

  test('for a source that is another text, naming the paragraph', () => {
    const other = readSourceText(SMALL_TEXT.replace('fine', 'foul'));
    expect(verifyDataset(SMALL_DATASET, other, tools)).toContainEqual(
      expect.objectContaining({ where: 'source', paragraph: 3 }),
    );
    expect(problemsOf(SMALL_DATASET, readSourceText('One line.'))).toContain(
      'source: a paragraph that the dataset does not know, number 1 of the text: “One line. …”',
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
