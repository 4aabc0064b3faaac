/** What is proposed to an author from sentences as articles have them. Each line is a case. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSourceText } from '../../../src/dataset/source-text.ts';
import { idFrom, sentencesOf, skeletonOf } from '../../../src/propose/index.ts';
import { sha256 } from '../dataset/small-source.ts';

interface Proposed {
  source: {
    date: { value: string; inferred: boolean; basis: string };
    dateWords: { words: string; date: string }[];
  };
  entities: { id: string; kind: string; name: string; role: { text: string } }[];
  facts: {
    about: { entity: string; part: string; as?: string }[];
    attribution: { manner: string; speaker?: string };
    evidence: { words: number[]; sha256: string }[];
    date: { value: string };
  }[];
}

function proposed(text: string, date?: string): Proposed {
  const known = {
    id: 'x',
    text,
    source: readSourceText(text),
    language: 'en',
    today: '2030-05-09',
  };
  const { dataset } = skeletonOf({ ...known, ...(date !== undefined && { date }) }, sha256);
  return dataset as Proposed;
}

const NAMES: [text: string, names: [name: string, kind: string, role: string][]][] = [
  [
    'The harbour minister Ada Quill spoke. Quill left.',
    [['Ada Quill', 'person', 'harbour minister']],
  ],
  ['Ada Quill, the harbour minister, spoke.', [['Ada Quill', 'person', 'harbour minister']]],
  ['They met Mayor Bo Tarn.', [['Bo Tarn', 'person', 'Mayor']]],
  ['They met Secretary of State Cleo Marsh.', [['Cleo Marsh', 'person', 'Secretary of State']]],
  ['He joined the Bank of Lindmark.', [['Bank of Lindmark', 'organisation', '']]],
  ['A boat on the River Aln sank.', [['River Aln', 'place', '']]],
  ['It rained in Lindmark’s streets.', [['Lindmark', 'place', '']]],
  ['On Tuesday, the Russian weather was fine in May.', []],
  ['Weather was fine. “Rain is coming,” she said.', []],
];

test.each(NAMES)('“%s” has the names %j', (text, names) => {
  const { entities } = proposed(text);
  expect(entities.map(({ name, kind, role }) => [name, kind, role.text])).toEqual(
    names.map(([name, kind, role]) => [
      name,
      kind,
      role || (expect.stringMatching(/^TODO/) as string),
    ]),
  );
});

const SPEAKERS: [text: string, manner: string, speaker: unknown][] = [
  ['“It holds,” Ada Quill said.', 'on-record', 'ada-quill'],
  ['“It holds,” said Ada Quill.', 'on-record', 'ada-quill'],
  ['Ada Quill, the minister, warned that it would fall.', 'on-record', 'ada-quill'],
  ['It holds, according to Ada Quill.', 'on-record', 'ada-quill'],
  ['“It holds,” Ada Quill, head of the Lindmark Port Authority, said.', 'on-record', 'ada-quill'],
  [
    '“It holds,” Ada Quill, the chief executive of the Lindmark Port Authority, told them.',
    'on-record',
    'ada-quill',
  ],
  ['“It holds,” she added.', 'on-record', expect.stringMatching(/^TODO.*“she”/)],
  ['A senior official said that Ada Quill would go.', 'official', undefined],
  ['Two people briefed on the plan said so.', 'people-familiar', undefined],
  ['The bridge of Ada Quill fell.', 'report', undefined],
];

test.each(SPEAKERS)('“%s” is %s', (text, manner, speaker) => {
  const [fact] = proposed(text).facts;
  expect(fact?.attribution.manner).toBe(manner);
  expect(fact?.attribution.speaker).toEqual(speaker);
});

/** In an article of Wednesday 8 May 2030. */
const DATES: [text: string, words: string, date: unknown][] = [
  ['It fell on Tuesday.', 'Tuesday', '2030-05-07'],
  ['It will fall on Tuesday.', 'Tuesday', expect.stringMatching(/^TODO.*2030-05-07 or 2030-05-14/)],
  ['It will fall, she said on Tuesday.', 'Tuesday', '2030-05-07'],
  ['It fell last week.', 'last week', '2030-W18'],
  ['It falls next week.', 'next week', '2030-W20'],
  ['It fell two days ago.', 'two days ago', '2030-05-06'],
  ['They are to vote in June.', 'in June', expect.stringMatching(/^TODO.*2029-06 or 2030-06$/)],
  ['It could fall in June.', 'in June', expect.stringMatching(/^TODO.*2029-06 or 2030-06$/)],
  ['It fell in March.', 'in March', expect.stringMatching(/^TODO.*2030-03$/)],
  ['It fell on 10 March.', '10 March', expect.stringMatching(/^TODO.*2030-03-10/)],
  ['It fell on Sunday, 10 March.', 'Sunday, 10 March', '2030-03-10'],
  ['It fell on 10 March 2019.', '10 March 2019', '2019-03-10'],
  ['It has stood since 2014.', 'since 2014', '2014'],
];

describe('words for dates', () => {
  test.each(DATES)('“%s”: %s is %s', (text, words, date) => {
    expect(proposed(text, '2030-05-08').source.dateWords).toEqual([{ words, date }]);
  });

  test('mean nothing as long as the date of the article is not known', () => {
    const { source } = proposed('It fell on Tuesday, and in March 2019.');
    expect(source.date.value).toMatch(/^TODO/);
    expect(source.dateWords).toEqual([
      { words: 'Tuesday', date: expect.stringMatching(/^TODO.*the text does not say/) as string },
      { words: 'March 2019', date: '2019-03' },
    ]);
  });

  test('at the head of an article are its date', () => {
    const { source } = proposed('LINDMARK, 8 May 2030 — The bridge fell on Tuesday.');
    expect(source.date).toMatchObject({ value: '2030-05-08', inferred: false });
    expect(source.dateWords.at(-1)).toEqual({ words: 'Tuesday', date: '2030-05-07' });
    // Here the date is that of the fall.
    expect(proposed('The bridge fell on 8 May 2030.').source.date.value).toMatch(/^TODO/);
  });

  test('date a fact, but not with what lies ahead or goes on', () => {
    const dateOf = (text: string) => proposed(text, '2030-05-08').facts[0]?.date.value;
    expect(dateOf('It fell on Tuesday, and opens again next week.')).toBe('2030-05-07');
    expect(dateOf('It has been closed since March 2029.')).toBe('2030-05-08');
    expect(dateOf('It would open in October.')).toBe(
      'TODO: the date of “in October”; or 2030-05-08, if that still lay ahead',
    );
    expect(dateOf('It fell in March.')).toBe('TODO: the date of “in March”');
    expect(dateOf('It fell on Tuesday or on Monday.')).toMatch(/^TODO.*“Tuesday” or “Monday”/);
  });
});

test('each sentence is a fact with its words', () => {
  const text = 'Mr. Tarn left. “Why?” she asked. “It rains.” He came back.';
  const [words = []] = readSourceText(text).paragraphs;
  expect(sentencesOf(words)).toEqual([
    [1, 3],
    [4, 6],
    [7, 8],
    [9, 11],
  ]);
  const { facts } = proposed(text);
  expect(facts.map(({ evidence }) => evidence[0]?.sha256)).toEqual(
    ['Mr. Tarn left.', '“Why?” she asked.', '“It rains.”', 'He came back.'].map(sha256),
  );
});

test.each([
  ['Bridges later', 'bridges-later'],
  ['Łódź: the 2nd “report”', 'lodz-the-2nd-report'],
  ['Mayor’s office', 'mayors-office'],
  ['北京', ''],
])('the id of %s is "%s"', (text, id) => {
  expect(idFrom(text)).toBe(id);
});

test('in the second made-up report, all names and no others are found', () => {
  const file = join(import.meta.dirname, '../../made-up/bridges-later.txt');
  const { entities } = proposed(readFileSync(file, 'utf8'));
  expect(entities.map(({ name }) => name)).toEqual([
    'Lindmark',
    'Old Mill Bridge',
    'Ada Quill',
    'Bo Tarn',
    'Lindmark Ferry Company',
    'Cleo Marsh',
    'River Aln',
    'University of Brann',
    'Station Bridge',
  ]);
});
