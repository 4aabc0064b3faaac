/** Datasets against their article. Cases are lines of tests/made-up/unfaithful.jsonl: what `dataset:verify` prints for each. */
import { expect, test } from 'vitest';
import { corruptionsOf } from '../../../src/cli/dataset-corrupt.ts';
import { verifyToolsFor } from '../../../src/cli/dataset-tools.ts';
import type { Dataset, DatasetFact } from '../../../src/dataset/schema.ts';
import { comparable, readSourceText } from '../../../src/dataset/source-text.ts';
import { verifyDataset } from '../../../src/dataset/verify.ts';
import { sha256, SMALL_DATASET, SMALL_SOURCE } from './small-source.ts';
import { UNFAITHFUL, unfaithfulFiles } from './unfaithful.ts';

const tools = verifyToolsFor(SMALL_DATASET);
const linesOf = (dataset: Dataset, source = SMALL_SOURCE): string[] =>
  verifyDataset(dataset, source, tools).map(
    ({ where, paragraph, found, expected }) =>
      `${where}: ¶ ${paragraph || '-'}: found ${found}, expected ${expected}`,
  );

test.each(UNFAITHFUL)('a dataset with $what', ({ lines, ...files }) => {
  const { dataset, source } = unfaithfulFiles(files);
  expect(linesOf(dataset, source)).toEqual(lines);
});

test('dates are not held against the calendar in a language whose words for them are not known', () => {
  const rename = { '2030-05-07': '2030-05-06' };
  const { dataset } = unfaithfulFiles({
    dataset: { rename, put: { 'source.language': 'xx' } },
  });
  expect(linesOf(dataset)).toEqual([]);
  const dated = unfaithfulFiles({
    dataset: { rename, put: { 'source.language': 'xx', 'facts[2].date.value': '2030-05-07' } },
  });
  expect(linesOf(dated.dataset)).toEqual([
    'narrow-path: ¶ 3: found 2030-05-06, expected 2030-05-08, or evidence with "Tuesday night"',
  ]);
});

test('another text than the source is named, paragraph by paragraph', () => {
  const lines = linesOf(SMALL_DATASET, readSourceText('One line.'));
  expect(lines.filter((line) => line.includes('no such paragraph'))).toHaveLength(4);
  expect(lines).toContain(
    'source: ¶ -: found a paragraph that the dataset does not know, number 1 of the text: “One line. …”, expected only the 4 paragraphs of the dataset',
  );
});

test('every corruption by something that the evidence does not have is noticed', () => {
  const corruptions = [...corruptionsOf(SMALL_DATASET, SMALL_SOURCE)].filter(
    ({ kind }) => kind === '(i)',
  );
  expect(corruptions.length).toBeGreaterThan(5);
  for (const { what, dataset } of corruptions) expect(linesOf(dataset), what).not.toEqual([]);
});

test('words are compared without case, accents, dots and marks', () => {
  expect(comparable('The U.S.-provided “Łódź”, Radosław’s')).toBe(
    ' the us provided lodz radoslaw s ',
  );
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
  const facts = SMALL_DATASET.facts.map((fact) =>
    fact.id === 'bridges-closed' ? { ...fact, evidence } : fact,
  );
  expect(linesOf({ ...SMALL_DATASET, facts })).toEqual([]);
});
