/** A source of four invented paragraphs, and a dataset that is faithful to it: what the verification is tried on. */
import { createHash } from 'node:crypto';
import { datasetSchema, type Dataset } from '../../../src/dataset/schema.ts';
import { readSourceText, wordsAt } from '../../../src/dataset/source-text.ts';

export const SMALL_TEXT = [
  'The harbour minister Ada Quill said on Wednesday that two bridges in Lindmark would be closed.',
  'According to people familiar with the plan, the council of Lindmark has not agreed. Mayor Bo Tarn opposed it.',
  '“This is a narrow path,” Quill told reporters. The weather was fine.',
  'One bridge closed on Tuesday night. The council had voted last week, and will vote again later this month. A new bridge is planned for next year.',
].join('\n');

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const SMALL_SOURCE = readSourceText(SMALL_TEXT);

const evidence = (paragraph: number, first: number, last: number) => ({
  paragraph,
  words: [first, last],
  sha256: sha256(wordsAt(SMALL_SOURCE, paragraph, [first, last])),
});
/** A Wednesday. */
const date = { value: '2030-05-08', inferred: true };
const person = (id: string, name: string, role: string, citations: number[]) => ({
  id,
  kind: 'person',
  tier: 'main',
  name,
  role: { text: role, volatile: true, citations },
  summary: `${name.split(' ').at(-1) ?? ''} spoke about the bridges.`,
  summaryCitations: citations,
  detection: { names: [{ text: name.split(' ').at(-1), kind: 'surname' }] },
});

/** A fact of the last paragraph, by the report itself. */
const report = (id: string, statement: string, value: string, [first, last]: [number, number]) => ({
  id,
  statement,
  about: [{ entity: 'bo-tarn', part: 'topic' }],
  attribution: { manner: 'report' },
  evidence: [evidence(4, first, last)],
  date: { value, inferred: true },
  stability: 'stable',
});
const event = (id: string, value: string, state: string, fact: string) => ({
  id,
  label: id,
  date: { value, inferred: true },
  state,
  facts: [fact],
});

export const SMALL_DATASET: Dataset = datasetSchema.parse({
  schemaVersion: 1,
  id: 'bridges',
  version: 1,
  source: {
    kind: 'news-report',
    date: { ...date, basis: 'It speaks of “Wednesday”, which was on 8 May 2030.' },
    language: 'en',
    sha256: sha256(SMALL_TEXT),
    paragraphs: SMALL_SOURCE.paragraphs.map((words) => ({
      words: words.length,
      sha256: sha256(words.join(' ')),
    })),
    leftOut: [],
    dateWords: [
      { words: 'Wednesday', date: '2030-05-08' },
      { words: 'Tuesday night', date: '2030-05-07' },
      { words: 'last week', date: '2030-W18' },
      { words: 'later this month', date: '2030-05' },
      { words: 'next year', date: '2031' },
    ],
  },
  equivalents: {},
  entities: [
    person('ada-quill', 'Ada Quill', 'harbour minister', [1]),
    person('bo-tarn', 'Bo Tarn', 'Mayor', [2]),
  ],
  facts: [
    {
      id: 'bridges-closed',
      statement: 'In Lindmark, two bridges were to be closed.',
      about: [{ entity: 'ada-quill', part: 'subject' }],
      attribution: { manner: 'on-record', speaker: 'ada-quill' },
      evidence: [evidence(1, 1, 16)],
      date,
      stability: 'volatile',
    },
    {
      id: 'council-not-agreed',
      statement: 'The council of Lindmark had not agreed.',
      about: [{ entity: 'bo-tarn', part: 'topic' }],
      attribution: { manner: 'people-familiar' },
      evidence: [evidence(2, 1, 15)],
      date,
      stability: 'volatile',
    },
    {
      id: 'narrow-path',
      statement: 'Quill called it “a narrow path”.',
      about: [{ entity: 'ada-quill', part: 'subject' }],
      attribution: { manner: 'on-record', speaker: 'ada-quill' },
      evidence: [evidence(3, 1, 8)],
      date,
      stability: 'stable',
    },
    report('one-closed', 'One bridge was closed on Tuesday night.', '2030-05-07', [1, 6]),
    report('council-voted', 'The council had voted.', '2030-W18', [7, 12]),
    report('council-will-vote', 'The council will vote again.', '2030-05-08', [7, 19]),
    report('new-bridge', 'A new bridge is planned for the next year.', '2030-05-08', [20, 27]),
  ],
  positions: [],
  timeline: [
    event('bridge-closes', '2030-05-07', 'reported', 'one-closed'),
    event('council-votes', '2030-05', 'planned', 'council-will-vote'),
  ],
  relations: [],
  quotes: [{ words: 'a narrow path', speaker: 'ada-quill', fact: 'narrow-path' }],
});
