/** What a reader is told about a dataset that is taken. Most of it is tried by the files of tests/hostile-datasets. */
import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../../src/cli/dataset-plugin.ts';
import { loadedWordProblems } from '../../../src/dataset/loaded-words.ts';
import { mixedWords } from '../../../src/dataset/mixed-scripts.ts';
import { formatProblem } from '../../../src/dataset/problem.ts';
import { readDatasetContent } from '../../../src/dataset/read-content.ts';
import type { Dataset } from '../../../src/dataset/schema.ts';
import { SMALL_DATASET } from './small-source.ts';

const warningsOf = (changes: Partial<Dataset>): string[] => {
  const file = JSON.stringify({ ...SMALL_DATASET, ...changes }, null, 2);
  const read = readDatasetContent(new TextEncoder().encode(file));
  if ('problems' in read) throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.warnings.map((warning) => `${warning.kind}: ${formatProblem(warning)}`);
};
const withStatement = (statement: string): Partial<Dataset> => ({
  facts: SMALL_DATASET.facts.map((fact, at) => (at === 0 ? { ...fact, statement } : fact)),
});

describe('words that judge', () => {
  /** The word, the form of it that a statement has, and what a reader is told. */
  const LOADED: [word: string, reason: string][] = [
    ['rightly', 'says who is right'],
    ['wrongly', 'says who is right'],
    ['unjustified', 'says who is right'],
    ['justified', 'says who is right'],
    ['Of course', 'claims what the source has to show'],
    ['brave', 'praises or blames'],
    ['appeasement', 'takes a side by the name that it gives'],
    ['claim', 'casts doubt; "said" and "accused" do not'],
    ['claimed', 'casts doubt; "said" and "accused" do not'],
    ['allege', 'casts doubt; "said" and "accused" do not'],
    ['alleges', 'casts doubt; "said" and "accused" do not'],
    ['alleged', 'casts doubt; "said" and "accused" do not'],
    ['allegedly', 'casts doubt; "said" and "accused" do not'],
    ['so-called', 'casts doubt; "said" and "accused" do not'],
    ['admit', 'presumes guilt'],
    ['admitted', 'presumes guilt'],
    ['confessed', 'presumes guilt'],
    ['refuse', 'adds heat; "declined" and "rejected" report'],
    ['refused', 'adds heat; "declined" and "rejected" report'],
    ['slammed', 'adds heat; "declined" and "rejected" report'],
    ['blasted', 'adds heat; "declined" and "rejected" report'],
    ['at last', 'says that it should have come earlier'],
    ['must', 'demands; say whose demand it is'],
  ];

  test.each(LOADED)('“%s”: it %s', (word, reason) => {
    const changed = withStatement(`They ${word} (“they should”) “slam” so.`);
    expect(loadedWordProblems({ ...SMALL_DATASET, ...changed })).toEqual([
      { path: 'facts[0].statement', found: `"${word}"`, expected: `another word: it ${reason}` },
    ]);
  });

  test('in a statement are a notice, with the place in the file', () => {
    expect(warningsOf(withStatement('Obviously this was said.'))).toEqual([
      expect.stringMatching(
        /^loaded-word: facts\[0\]\.statement: found "Obviously", expected another word: .* \(line \d+, column 20\)$/,
      ),
    ]);
  });

  test.each(['rights', 'a claimant', 'allegiance', 'admission', 'refusal', 'mustard'])(
    '“%s” is none',
    (word) => {
      expect(warningsOf(withStatement(`They saw ${word}.`))).toEqual([]);
    },
  );

  test('are looked for wherever a dataset speaks', () => {
    const [entity, ...entities] = SMALL_DATASET.entities;
    const [event, ...timeline] = SMALL_DATASET.timeline;
    if (!entity || !event) throw new Error('The made-up dataset has entities and events.');
    const problems = loadedWordProblems({
      ...SMALL_DATASET,
      entities: [{ ...entity, summary: 'A brave mayor.' }, ...entities],
      timeline: [{ ...event, label: 'The bridge finally closes' }, ...timeline],
      stances: { for: 'rightly for it', against: 'against it' },
      relationKinds: {
        asked: { label: 'slams', inverse: 'was rightly asked by' },
        knew: { label: 'knew' },
      },
    });
    expect(problems.map(({ path, found }) => [path, found])).toEqual([
      ['entities[0].summary', '"brave"'],
      ['timeline[0].label', '"finally"'],
      ['stances.for', '"rightly"'],
      ['relationKinds.asked.label', '"slams"'],
      ['relationKinds.asked.inverse', '"rightly"'],
    ]);
  });

  test('are not looked for in another language, in which they are other words', () => {
    expect(warningsOf({ ...withStatement('Le regime a changé.'), language: 'fr' })).toEqual([]);
  });

  test('are nowhere in the bundled dataset', () => {
    expect(loadedWordProblems(loadDataset())).toEqual([]);
  });
});

describe('words of two scripts', () => {
  test.each([
    ['Вlinken', 'Blinken'],
    ['Зеленcький', 'Зеленський'],
    ['Αthens', 'Athens'],
    ['Оz', 'Oz'],
  ])('%s is most likely meant as %s', (written, meant) => {
    expect(mixedWords(`Antony ${written}`)).toMatchObject([{ written, meant }]);
  });

  test.each(['Зеленський', 'Zełenski', 'Łukasz Öz', 'NATO і Україна', 'β-carotene', '布林肯'])(
    '%s is none of them',
    (name) => {
      expect(mixedWords(name)).toEqual([]);
    },
  );
});
