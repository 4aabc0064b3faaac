/** The verification on sentences as other articles have them. Each line is a case: evidence, statement, and what is wrong with it. */
import { describe, expect, test } from 'vitest';
import { alignSource, spellingsOf } from '../../../src/dataset/align.ts';
import { showsManner, unnamedManner } from '../../../src/dataset/manner.ts';
import { otherSpellings } from '../../../src/dataset/number-words.ts';
import { turnedWord } from '../../../src/dataset/polarity.ts';
import type { Manner } from '../../../src/dataset/schema.ts';
import { comparable, readSourceText } from '../../../src/dataset/source-text.ts';
import { SOURCE_WORDS } from '../../../src/dataset/source-words.ts';
import { isSupported, termsOf } from '../../../src/dataset/terms.ts';
import { verifyDataset } from '../../../src/dataset/verify.ts';
import { verifyToolsFor } from '../../../src/cli/dataset-tools.ts';
import { sha256, SMALL_DATASET, SMALL_TEXT } from './small-source.ts';

const ENGLISH = SOURCE_WORDS['en'];
if (!ENGLISH) throw new Error('English words are missing.');

const MANNERS: [manner: Manner, evidence: string, isShown: boolean][] = [
  ['on-record', '“It will hold,” Quill added.', true],
  ['on-record', 'Tarn warned that costs would rise.', true],
  ['on-record', 'She wrote in a letter to the council.', true],
  ['on-record', 'The bank announced on Monday a new loan.', true],
  ['on-record', 'The bridge is safe, according to Quill.', true],
  ['on-record', 'The bridge has four lanes.', false],
  ['official', 'A senior diplomat told the paper that talks go on.', true],
  ['official', 'Two aides to the mayor, who were not allowed to speak, said so.', true],
  ['official', 'A spokeswoman declined to be named.', false],
  ['official', 'Quill said it.', false],
  ['person-familiar', 'The plan is ready, a person briefed on it said.', true],
  ['person-familiar', 'according to a source with direct knowledge of the plan', true],
  ['person-familiar', 'The council has not agreed.', false],
  ['people-familiar', 'Sources close to the council spoke of a delay.', true],
  ['people-familiar', 'Three people with knowledge of the matter warned of it.', true],
  ['people-familiar', 'Many people live near the river.', false],
  ['people-familiar', '“We trust the people of Lindmark,” he said.', false],
  ['people-familiar', '“We trust the people,” he said.', false],
  ['people-familiar', 'Familiar people came to the river.', false],
  ['official', 'The talks go on, said a senior official.', true],
  ['official', 'Quill said in the town hall on the hill that police came.', false],
  ['official', 'The two top diplomats did not rule out the request.', false],
  ['official', 'Foreign minister Bo Tarn said it.', false],
  ['official', 'An aide of the new mayor of the old river town said so again.', true],
  ['official', 'An aide of the new mayor of the old river town here said so again.', false],
  ['official', 'Bo Tarn told the paper last week that the town and others have a duty.', false],
];

test.each(MANNERS)('the manner %s in “%s”: %s', (manner, evidence, isShown) => {
  expect(showsManner(manner, comparable(evidence), ENGLISH)).toBe(isShown);
});

test.each([
  ['The plan is ready, a person briefed on it said.', 'person-familiar'],
  ['Sources close to the council spoke of a delay.', 'people-familiar'],
  ['A senior diplomat told the paper that talks go on.', 'official'],
  ['Quill told the paper that talks go on.', undefined],
])('the unnamed speaker of “%s” is %s', (evidence, manner) => {
  expect(unnamedManner(comparable(evidence), ENGLISH)).toBe(manner);
});

const POLARITY: [evidence: string, statement: string, found: string | undefined][] = [
  ['The council has not agreed.', 'The council had agreed.', '"agreed" without a negation'],
  ['The council agreed.', 'The council had not agreed.', 'a negation'],
  ['The council has not agreed.', 'The council had not agreed.', undefined],
  [
    'It never agreed on a price, and in May it closed the bridge.',
    'It had not closed it.',
    'a negation of "closed"',
  ],
  ['It never agreed on a price, and in May it closed the bridge.', 'It closed it.', undefined],
  [
    'Nobody knew of it before the report of the town came, and the bridge needs paint.',
    'The bridge does not need paint.',
    'a negation of "need"',
  ],
  ['He refused to pay.', 'He did not pay.', undefined],
  ['They couldn’t open it.', 'They could open it.', '"open" without a negation'],
  ['Talks failed.', 'There was no agreement.', undefined],
  ['Quill voted, and the others did not.', 'Quill voted.', undefined],
  ['A change isn’t near.', 'No change was near.', undefined],
];

test.each(POLARITY)('“%s” against “%s”: found %s', (evidence, statement, found) => {
  const wrong = turnedWord(comparable(statement), comparable(evidence), ENGLISH);
  expect(wrong?.found).toBe(found);
});

/** A word as it may be typed, and with the marks of a printed text. */
const MARKS: [typed: string, printed: string][] = [
  ['"It', '“It'],
  ['it"', 'it”'],
  ['("It', '(“It'],
  ['"\'It', '“‘It'],
  ["'It", '‘It'],
  ["(['It", '([‘It'],
  ["Tarn's", 'Tarn’s'],
  ['so—"it', 'so—“it'],
  ['so—"', 'so—”'],
  ['so"it', 'so”it'],
];

test.each(MARKS)('%s and %s are one word', (typed, printed) => {
  expect(spellingsOf([typed])).toContainEqual([printed]);
  expect(spellingsOf([printed])).toContainEqual([typed]);
});

const NUMBERS: [evidence: string, statement: string, isSupported: boolean][] = [
  ['twelve bridges', 'It has 12 bridges.', true],
  ['12 bridges', 'It has twelve bridges.', true],
  ['twenty-five lanes', 'It has 25 lanes.', true],
  ['1,000 workers', 'It has 1000 workers.', true],
  ['1000 workers', 'It has 1,000 workers.', true],
  ['a thousand workers', 'It has 1,000 workers.', true],
  ['fifteen lanes', 'It has fourteen lanes.', false],
  ['2,500 workers', 'It has 2,600 workers.', false],
  ['a million', 'It has a billion.', false],
  ['two dozen lanes', 'It has two dozen lanes.', true],
];

test.each(NUMBERS)('“%s” carries “%s”: %s', (evidence, statement, expected) => {
  const numbers = termsOf(statement, new Set()).filter(({ kind }) => kind === 'number');
  expect(numbers).not.toEqual([]);
  const all = numbers.every((term) => isSupported(term, comparable(evidence), new Map()));
  expect(all).toBe(expected);
});

test('what is no number has no other spelling', () => {
  for (const word of ['bridge', '2nd', '1.5', '9'.repeat(40)]) {
    expect(otherSpellings(word), word).toEqual([]);
  }
});

const tools = verifyToolsFor(SMALL_DATASET);
const problemsIn = (text: string): string[] =>
  verifyDataset(SMALL_DATASET, readSourceText(text), tools).map(
    ({ where, found }) => `${where}: ${found}`,
  );
const lines = SMALL_TEXT.trim().split('\n');

/** A report of Wednesday 8 May 2030 of one paragraph, and a fact with the date of the report. */
function datedAs(text: string, dateWords: [words: string, date: string][]): string[] {
  const source = readSourceText(text);
  const [words = []] = source.paragraphs;
  const print = sha256(words.join(' '));
  const [fact] = SMALL_DATASET.facts;
  if (!fact) throw new Error('The made-up dataset has no fact.');
  const dataset = {
    ...SMALL_DATASET,
    source: {
      ...SMALL_DATASET.source,
      paragraphs: [{ words: words.length, sha256: print }],
      dateWords: dateWords.map(([said, date]) => ({ words: said, date })),
    },
    facts: [
      {
        ...fact,
        statement: 'Bridges were closed.',
        evidence: [{ paragraph: 1, words: [1, words.length] as [number, number], sha256: print }],
      },
    ],
    timeline: [],
    quotes: [],
  };
  return verifyDataset(dataset, source, tools)
    .filter(({ where, found }) => where === fact.id && /^\d/.test(found))
    .map(({ found }) => found);
}

describe('a fact with the date of the report is refused', () => {
  test.each<[text: string, dateWords: [string, string][], isRefused: boolean]>([
    ['Quill said that bridges were closed.', [], false],
    ['Quill said on Tuesday that bridges were closed.', [['Tuesday', '2030-05-07']], true],
    [
      'Quill said on Tuesday that bridges were closed this week.',
      [
        ['Tuesday', '2030-05-07'],
        ['this week', '2030-W19'],
      ],
      true,
    ],
    ['Quill said that bridges were closed this week.', [['this week', '2030-W19']], false],
    ['Quill said that bridges close next week.', [['next week', '2030-W20']], false],
    [
      'Quill said last Wednesday that bridges were closed.',
      [
        ['last Wednesday', '2030-05-01'],
        ['Wednesday', '2030-05-08'],
      ],
      true,
    ],
  ])('“%s” with %j: %s', (text, dateWords, isRefused) => {
    expect(datedAs(text, dateWords)).toEqual(isRefused ? ['2030-05-08'] : []);
  });
});

describe('a text with other paragraphs', () => {
  test('is compared by fingerprints: one more moves nothing', () => {
    const [first = '', ...others] = lines;
    expect(problemsIn([first, 'An advertisement for boats.', ...others].join('\n'))).toEqual([
      'source: a paragraph that the dataset does not know, number 2 of the text: “An advertisement for boats. …”',
    ]);
  });

  test('loses the facts of a paragraph that changed, and no others', () => {
    const changed = lines.map((line) => line.replace('fine', 'foul')).join('\n');
    const problems = problemsIn(changed);
    expect(problems).toContain(
      'narrow-path: its evidence is not in this version of the text (paragraph 3)',
    );
    expect(problems.filter((problem) => !problem.startsWith('source'))).toHaveLength(1);
  });

  test('says nothing about dates that may stand in what is missing', () => {
    const problems = problemsIn(lines.slice(0, 3).join('\n'));
    expect(problems.filter((problem) => problem.startsWith('source.dateWords'))).toEqual([]);
    expect(problems.filter((problem) => problem.includes('is not in this version'))).toHaveLength(
      4,
    );
  });

  test('may be typed with other quotation marks, and in another order', () => {
    const straight = SMALL_TEXT.replace(/[“”]/g, '"');
    expect(problemsIn(straight)).toEqual([]);
    expect(problemsIn(lines.toReversed().join('\n'))).toEqual([]);
  });

  test('has a repeated paragraph as often as it stands there', () => {
    const text = readSourceText('One word.\nOne word.\nAnother word.');
    const prints = text.paragraphs.map((words) => ({
      words: words.length,
      sha256: sha256(words.join(' ')),
    }));
    const once = readSourceText('Another word.\nOne word.');
    expect([...alignSource(prints, once, sha256).absent]).toEqual([2]);
    expect(alignSource(prints, once, sha256).unknown).toEqual([]);
  });
});

test('a source in a language whose words are not known is not refused for them', () => {
  const dataset = { ...SMALL_DATASET, source: { ...SMALL_DATASET.source, language: 'xx' } };
  expect(verifyDataset(dataset, readSourceText(SMALL_TEXT), tools)).toEqual([]);
});
