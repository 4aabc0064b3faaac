/** A dataset against the paragraphs of a page: what is proved, what is not, and what is never moved. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkArticle,
  paragraphsFound,
  printsOf,
  type CheckedDataset,
} from '../../../src/dataset/check-article.ts';

const MADE_UP = join(import.meta.dirname, '../../made-up');
const read = (name: string): string => readFileSync(join(MADE_UP, name), 'utf8');
const dataset = JSON.parse(read('bridges.json')) as CheckedDataset;
const ARTICLE = read('bridges.txt')
  .split('\n')
  .filter((line) => line.trim() !== '');
const sha256 = (text: string): Promise<string> =>
  Promise.resolve(createHash('sha256').update(text).digest('hex'));

const check = async (paragraphs: readonly string[], checked = dataset) => {
  const prints = await printsOf(paragraphs, sha256);
  return checkArticle(checked, prints, sha256);
};
/** A dataset of one fact about words of one paragraph, whose author saved it like this. */
async function datasetOf(saved: string, evidence = saved): Promise<CheckedDataset> {
  const words = evidence.split(' ').length;
  const [fact] = dataset.facts;
  if (!fact) throw new Error('The made-up dataset has no fact.');
  return {
    source: { paragraphs: [{ words: saved.split(' ').length, sha256: await sha256(saved) }] },
    facts: [
      {
        ...fact,
        id: 'it',
        evidence: [{ paragraph: 1, words: [1, words], sha256: await sha256(evidence) }],
      },
    ],
  };
}

test('the article proves every fact, whatever else is on its page and in whatever order', async () => {
  const page = ['Read also', ...ARTICLE.toReversed(), 'All rights reserved'];
  const { wanted, found, differs } = await check(page);
  expect(differs).toEqual([]);
  expect(found).toBe(wanted);
  expect(paragraphsFound(dataset, await printsOf(page, sha256))).toBe(ARTICLE.length);
});

test('another article proves nothing', async () => {
  const { found, differs } = await check(['Nothing of this is in the report about the bridges.']);
  expect(found).toBe(0);
  expect(differs).toHaveLength(dataset.facts.length);
});

test('a paragraph that was changed by a word takes its facts with it, and no others', async () => {
  const [first] = dataset.facts;
  const at = (first?.evidence[0]?.paragraph ?? 1) - 1;
  const page = ARTICLE.map((text, index) => (index === at ? `${text} Then it rained.` : text));
  const { differs } = await check(page);
  const inIt = dataset.facts.filter(({ evidence }) =>
    evidence.some(({ paragraph }) => paragraph - 1 === at),
  );
  expect(differs.toSorted()).toEqual(inIt.map(({ id }) => id).toSorted());
  expect(differs.length).toBeLessThan(dataset.facts.length);
});

test('evidence that is not in its paragraph is not proved by the paragraph', async () => {
  const [saved, other] = ['Quill said that it was closed.', 'Quill said that it was open.'];
  const honest = await check([saved], await datasetOf(saved));
  const wrong = await check([saved], await datasetOf(saved, other));
  expect([honest.differs, wrong.differs]).toEqual([[], ['it']]);
  expect(wrong.found).toBe(1);
});

describe('spaces and quotation marks do not count', () => {
  test.each([
    { saved: '"We can\'t," Quill said.', shown: '“We can’t,” Quill said.' },
    { saved: '“We can’t,” Quill said.', shown: '"We can\'t," Quill said.' },
    { saved: '“‘No’ is a word,” she said.', shown: '"\'No\' is a word," she said.' },
    { saved: 'The bridge (“old Betty”) fell.', shown: 'The bridge ("old Betty") fell.' },
    { saved: 'Two bridges were closed.', shown: ' Two\u00a0bridges\n were  closed.\u200b' },
    { saved: 'Two bridges were closed.', shown: 'Two brid\u00adges were closed.' },
  ])('$saved', async ({ saved, shown }) => {
    expect((await check([shown], await datasetOf(saved))).differs).toEqual([]);
  });

  test('but every other character does', async () => {
    const checked = await datasetOf('Two bridges were closed.');
    expect((await check(['Two bridges were closed!'], checked)).differs).toEqual(['it']);
  });
});
