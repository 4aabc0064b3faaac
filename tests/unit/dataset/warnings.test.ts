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
  test('in a statement are a notice, with the place in the file', () => {
    expect(warningsOf(withStatement('Obviously this was said.'))).toEqual([
      expect.stringMatching(
        /^loaded-word: facts\[0\]\.statement: found "Obviously", expected another word: .* \(line \d+, column 20\)$/,
      ),
    ]);
  });

  test('in a label are a notice', () => {
    const relationKinds = { asked: { label: 'asked', inverse: 'was rightly asked by' } };
    expect(warningsOf({ relationKinds })).toEqual([
      expect.stringContaining('loaded-word: relationKinds.asked.inverse: found "rightly"'),
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
