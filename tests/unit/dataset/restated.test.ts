/** Statements that repeat their evidence word for word, and those that restate it. Each line is a case. */
import { expect, test } from 'vitest';
import { restatedProblems } from '../../../src/dataset/restated.ts';
import { sha256, SMALL_DATASET } from './small-source.ts';

const RESTATED: [evidence: string, statement: string, isCopy: boolean][] = [
  ['The council had voted.', 'The council had voted.', true],
  ['The council had voted,', 'The council had voted.', true],
  ['The council had voted', 'The council had voted.', true],
  ['The council had voted.', 'The council had voted;', true],
  ['the council had voted.', 'The council had voted.', true],
  ['the council had voted,', 'The council had voted.', true],
  ['THE council had voted.', 'The council had voted.', false],
  ['The council had voted!', 'The council had voted.', false],
  ['The council had voted.', 'The  council\nhad voted.', true],
  ['The 1,000 people of the town voted.', 'The 1,000 people of the town voted.', true],
  ['the 1,000 people voted', 'The 1,000 people voted:', true],
  ['The council had voted.', 'The council voted before.', false],
  ['The council had voted again.', 'The council had voted.', false],
];

test.each(RESTATED)('“%s” is repeated by “%s”: %s', async (evidence, statement, isCopy) => {
  const [first, second] = SMALL_DATASET.facts;
  if (!first || !second) throw new Error('The made-up dataset has two facts.');
  const last = 4 + evidence.split(' ').length - 1;
  const part = { paragraph: 3, words: [4, last] as [number, number], sha256: sha256(evidence) };
  // The other piece of evidence has as many words.
  const other = { ...part, sha256: sha256('something else') };
  const facts = [first, { ...second, statement, evidence: [other, part] }];
  const problem = {
    path: 'facts[1].statement',
    found: 'the words of its evidence, one by one',
    expected: 'a statement in your own words',
  };
  const found = await restatedProblems({ facts }, (text) => Promise.resolve(sha256(text)));
  expect(found).toEqual(isCopy ? [problem] : []);
});

test('a statement of another length is not compared, whatever its fingerprint', async () => {
  const [first] = SMALL_DATASET.facts;
  if (!first) throw new Error('The made-up dataset has a fact.');
  const asked: string[] = [];
  const evidence = [{ paragraph: 1, words: [1, 9] as [number, number], sha256: '0' }];
  await restatedProblems({ facts: [{ ...first, evidence }] }, (text) => {
    asked.push(text);
    return Promise.resolve('0');
  });
  expect(asked).toEqual([]);
});
