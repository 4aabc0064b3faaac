/** A source of three invented paragraphs, and a dataset that is faithful to it: what the verification is tried on. */
import { createHash } from 'node:crypto';
import { datasetSchema, type Dataset } from '../../../src/dataset/schema.ts';
import { readSourceText, wordsAt } from '../../../src/dataset/source-text.ts';

export const SMALL_TEXT = [
  'The harbour minister Ada Quill said on Wednesday that two bridges in Lindmark would be closed.',
  'According to people familiar with the plan, the council of Lindmark has not agreed. Mayor Bo Tarn opposed it.',
  '“This is a narrow path,” Quill told reporters. The weather was fine.',
].join('\n');

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const SMALL_SOURCE = readSourceText(SMALL_TEXT);

const evidence = (paragraph: number, first: number, last: number) => ({
  paragraph,
  words: [first, last],
  sha256: sha256(wordsAt(SMALL_SOURCE, paragraph, [first, last])),
});
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

export const SMALL_DATASET: Dataset = datasetSchema.parse({
  schemaVersion: 1,
  id: 'bridges',
  version: 1,
  source: {
    kind: 'news-report',
    date: { ...date, basis: 'It speaks of “Wednesday”.' },
    language: 'en',
    sha256: sha256(SMALL_TEXT),
    paragraphs: SMALL_SOURCE.paragraphs.map((words) => ({
      words: words.length,
      sha256: sha256(words.join(' ')),
    })),
    leftOut: [],
    dateWords: [{ words: 'Wednesday', date: '2030-05-08' }],
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
  ],
  positions: [],
  timeline: [],
  relations: [],
  quotes: [{ words: 'a narrow path', speaker: 'ada-quill', fact: 'narrow-path' }],
});
