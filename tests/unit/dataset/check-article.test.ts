/** A dataset against the paragraphs of a page: what is proved, what is not, and what is never moved. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../../src/cli/dataset-plugin.ts';
import type { Dataset } from '../../../src/dataset/authoring.ts';
import { checkArticle, readAddedFile } from '../../../src/dataset/check-article.ts';
import { pageToCheck, shareFound, sourcePrints } from '../../../src/dataset/page-prints.ts';

const MADE_UP = join(import.meta.dirname, '../../made-up');
const dataset = readAddedFile(readFileSync(join(MADE_UP, 'bridges.json')));
const ARTICLE = readFileSync(join(MADE_UP, 'bridges.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => line.trim().replace(/\s+/g, ' '));
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const sha256 = (text: string): Promise<string> => Promise.resolve(hash(text));

const check = async (paragraphs: readonly string[], checked = dataset) =>
  checkArticle(checked, await pageToCheck(paragraphs, sha256), sha256);

/** The made-up dataset with one fact alone, whose paragraph the author saved in another way. */
function savedAs(change: (text: string) => string): Dataset {
  const [fact] = dataset.facts;
  const [evidence] = fact?.evidence ?? [];
  if (!fact || !evidence) throw new Error('The made-up dataset has no fact.');
  const { paragraph, words } = evidence;
  const text = change(ARTICLE[paragraph - 1] ?? '');
  const print = hash(
    text
      .split(' ')
      .slice(words[0] - 1, words[1])
      .join(' '),
  );
  return {
    ...dataset,
    source: {
      ...dataset.source,
      paragraphs: dataset.source.paragraphs.map((known, at) =>
        at === paragraph - 1 ? { ...known, sha256: hash(text) } : known,
      ),
    },
    facts: [{ ...fact, evidence: [{ ...evidence, sha256: print }] }],
  };
}

test('the article proves every fact, whatever else is on its page and in whatever order', async () => {
  const page = ['Read also', ...ARTICLE.toReversed(), 'All rights reserved'];
  const { wanted, found, differs } = await check(page);
  expect(differs).toEqual([]);
  expect(found).toBe(wanted);
});

test.each<[share: number, page: readonly string[]]>([
  [1, ['Read also', ...ARTICLE.toReversed()]],
  [1 / ARTICLE.length, ARTICLE.slice(0, 1)],
  [0, ['Nothing of this is in the report about the bridges.']],
  [0, []],
])('%d of the source is found by short fingerprints', async (share, page) => {
  const prints = sourcePrints(dataset.source.paragraphs);
  expect(prints).toHaveLength(8 * ARTICLE.length);
  expect(shareFound(prints, await pageToCheck(page, sha256))).toBeCloseTo(share);
  expect(shareFound('', await pageToCheck(page, sha256))).toBe(0);
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

test('a statement that says more than its evidence is not proved by it', async () => {
  const [first, ...others] = dataset.facts;
  if (!first) throw new Error('The made-up dataset has no fact.');
  const lie = { ...first, statement: `${first.statement} It cost 731 crowns.` };
  expect((await check(ARTICLE, { ...dataset, facts: [lie, ...others] })).differs).toEqual([
    first.id,
  ]);
});

test('evidence with the fingerprint of other words is not proved by its paragraph', async () => {
  const [first, ...others] = dataset.facts;
  if (!first) throw new Error('The made-up dataset has no fact.');
  const evidence = first.evidence.map((each) => ({ ...each, sha256: hash('something else') }));
  const { differs } = await check(ARTICLE, {
    ...dataset,
    facts: [{ ...first, evidence }, ...others],
  });
  expect(differs).toEqual([first.id]);
});

// Row 24 of tests/hostile-datasets.
test('of wrong fingerprints in half of the facts, just those do not agree', async () => {
  const facts = dataset.facts.map((fact, at) =>
    at % 2 === 1
      ? fact
      : { ...fact, evidence: fact.evidence.map((part) => ({ ...part, sha256: hash('else') })) },
  );
  const { differs } = await check(ARTICLE, { ...dataset, facts });
  expect(differs).toEqual(facts.filter((_, at) => at % 2 === 0).map(({ id }) => id));
});

describe('quotation marks do not count', () => {
  const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

  test('where the author saved straight ones', async () => {
    expect((await check(ARTICLE, savedAs(straight))).differs).toEqual([]);
  });

  test('where the page has straight ones', async () => {
    expect(
      (
        await check(
          ARTICLE.map(straight),
          savedAs((text) => text),
        )
      ).differs,
    ).toEqual([]);
  });

  test('but every other character does', async () => {
    const { differs } = await check(
      ARTICLE,
      savedAs((text) => text.replace(/\.$/, '!')),
    );
    expect(differs).toHaveLength(1);
  });
});

test('the bundled dataset has a form that can be checked', async () => {
  const { wanted, found, differs } = await check(ARTICLE, loadDataset());
  expect([found, differs.length]).toEqual([0, loadDataset().facts.length]);
  expect(wanted).toBeGreaterThan(10);
});
