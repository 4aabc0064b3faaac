/** An invented entity with all that is drawn from facts, each as long and as many as the format allows. */
import { GERMAN, type Invention } from './made-up.ts';

const ID = 'made-up';
const QUESTION = 'question';
const LONG_NAME = GERMAN.entity?.name ?? '';
const STATEMENT = GERMAN.facts?.[0]?.statement ?? '';
const factId = (index: number): string => `${ID}-${index}`;
const holderId = (index: number): string => `holder-${index}`;

/** As the bundled dataset says them. */
const STANCES = ['For', 'Open to it', 'Raised it', 'Divided', 'Reluctant', 'Against'];
const RELATIONS = [
  { label: 'travelled with', inverse: 'travelled with' },
  { label: 'met', inverse: 'met' },
  { label: 'asked', inverse: 'was asked by' },
  { label: 'accused', inverse: 'was accused by' },
  { label: 'differed from', inverse: 'differed from' },
  { label: 'debated', inverse: 'debated' },
  { label: 'was to brief', inverse: 'was to be briefed by' },
  { label: 'was to meet', inverse: 'was to meet' },
];

/** Dates of events, from long before the source to long after it, in every form. */
const DATES = ['2014', '2022-02-24', '2024-08', '2024-W36', '2024-09-11', '2024-09-13', '2024-11'];
const SOURCE_DAY = '2024-09-11';

/** Every stance and relation, seven events, three quotes; German names. */
export const DRAWN: Invention = {
  facts: Array.from({ length: 9 }, (_, index) => ({
    statement: index % 2 === 0 ? STATEMENT : 'Ja.',
    about: { subject: [ID], topic: [holderId(index % STANCES.length), QUESTION] },
    date: { value: DATES[index % DATES.length] ?? SOURCE_DAY, inferred: index % 2 === 0 },
    stability: index % 2 === 0 ? 'volatile' : 'stable',
    citations: [1, 2, 5, 6, 7, 12, 13, 18],
  })),
  others: [
    {
      id: QUESTION,
      kind: 'Idea',
      type: 'idea',
      name: 'Weitreichendpräzisionswaffenfreigabebeschränkungen',
      names: [],
    },
    ...STANCES.map((_, index) => ({
      id: holderId(index),
      name: index % 2 === 0 ? LONG_NAME : 'Bo Tarn',
      names: [],
    })),
  ],
  drawn: {
    positions: [
      { question: QUESTION, holder: ID, stance: 'For', facts: [factId(0), factId(1)] },
      ...STANCES.map((stance, index) => ({
        question: QUESTION,
        holder: holderId(index),
        stance,
        facts: [factId(index)],
      })),
    ],
    timeline: DATES.map((value, index) => ({
      id: `event-${index}`,
      label: 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragung',
      date: { value, inferred: false },
      state: value > SOURCE_DAY && !value.includes('W') ? 'planned' : 'reported',
      facts: [factId(index)],
    })),
    relations: RELATIONS.map((wording, index) => ({
      ...wording,
      from: index % 2 === 0 ? ID : holderId(index % STANCES.length),
      to: index % 2 === 0 ? holderId(index % STANCES.length) : ID,
      facts: [factId(index)],
    })),
    quotes: [
      {
        words: 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung, ja oder nein',
        speaker: ID,
        fact: factId(0),
      },
    ],
  },
};
