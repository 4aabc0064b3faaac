/** Datasets that say other things than their source, and the problem that each must give. To add one, write it into the list. */
import { sha256 } from '../../../src/cli/dataset-tools.ts';
import type { Dataset, DatasetFact } from '../../../src/dataset/schema.ts';
import { SMALL_DATASET } from './small-source.ts';

export const withFact = (id: string, change: Partial<DatasetFact>): Dataset => ({
  ...SMALL_DATASET,
  facts: SMALL_DATASET.facts.map((fact) => (fact.id === id ? { ...fact, ...change } : fact)),
});

export const withSource = (change: Partial<Dataset['source']>): Dataset => ({
  ...SMALL_DATASET,
  source: { ...SMALL_DATASET.source, ...change },
});

const [closed, council] = SMALL_DATASET.facts;
/** Words 2 to 16 of the first paragraph. */
const SHIFTED =
  'harbour minister Ada Quill said on Wednesday that two bridges in Lindmark would be closed.';
export const UNFAITHFUL: [what: string, dataset: Dataset, problem: string][] = [
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
    `bridges-closed: other words at 2-16: “${SHIFTED}”, with sha256 ${sha256(SHIFTED)}`,
  ],
  [
    'a place beyond the end of the paragraph',
    withFact('bridges-closed', {
      evidence: [{ paragraph: 1, words: [2, 17], sha256: closed?.evidence[0]?.sha256 ?? '' }],
    }),
    'bridges-closed: words 2-17',
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
    'the speaker of a quotation',
    {
      ...SMALL_DATASET,
      quotes: [{ words: 'a narrow path', speaker: 'bo-tarn', fact: 'narrow-path' }],
    },
    'quote of bo-tarn: bo-tarn',
  ],
  [
    'the length of a paragraph',
    withSource({
      paragraphs: SMALL_DATASET.source.paragraphs.map((print, at) =>
        at === 1 ? { ...print, words: 99 } : print,
      ),
    }),
    'source: 19 words',
  ],
  [
    'coverage of what is left out',
    withSource({ leftOut: [{ paragraph: 1, reason: 'It says nothing.' }] }),
    'coverage: facts, though it is listed as left out',
  ],
  [
    'coverage',
    { ...SMALL_DATASET, facts: SMALL_DATASET.facts.filter(({ id }) => id !== council?.id) },
    'coverage: no fact',
  ],
];
