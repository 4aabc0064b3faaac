/** Which added datasets the popup offers to check against the page in front: what the registry says of their sources decides. */
import { expect, test } from 'vitest';
import { sha256Of, type LibraryEntry } from '../../../src/library/index.ts';
import { findChecks, type TabOfferParts } from '../../../src/popup/tab-offers.ts';

const PAGE = ['One paragraph.', 'Another paragraph.', 'A third one.'];
const ADDRESS = 'https://news.example/story';

const entry = (id: string, source: Pick<LibraryEntry, 'sourceAddress' | 'sourcePrints'>) => ({
  ...{ id, hash: id, title: id, language: 'en', version: 1, maker: 'Nobody', licence: 'CC0-1.0' },
  ...{ sourceKind: 'News report', sourceDate: { value: '2026-11-20', inferred: true } },
  ...{ made: '2026-11-20', entities: 1, facts: 1, bytes: 1, isOn: true },
  ...source,
});
const printsOf = async (...texts: string[]): Promise<string> =>
  (await Promise.all(texts.map(sha256Of))).map((print) => print.slice(0, 8)).join('');

async function offered(
  registry: readonly LibraryEntry[],
  change: Partial<TabOfferParts> = {},
): Promise<string[]> {
  const offers = await findChecks({
    readUrl: () => Promise.resolve(`${ADDRESS}?from=mail`),
    readArticle: () => Promise.resolve(PAGE),
    readJson: () => Promise.resolve(undefined),
    openLibrary: () =>
      Promise.resolve({
        registry,
        exportFile: () => Promise.reject(new Error('No file is read.')),
        noteCheck: () => Promise.reject(new Error('Nothing is noted.')),
      }),
    ...change,
  });
  return offers.map(({ entry: { id } }) => id);
}

test('those with enough paragraphs of the page, or with its address, are offered', async () => {
  const other = ['Of', 'another', 'article', 'alone'];
  const registry = [
    entry('whole', { sourcePrints: await printsOf(...PAGE) }),
    entry('quarter', { sourcePrints: await printsOf('A third one.', ...other.slice(1)) }),
    entry('fifth', { sourcePrints: await printsOf('A third one.', ...other) }),
    entry('address', { sourcePrints: await printsOf(...other), sourceAddress: ADDRESS }),
    entry('other', { sourcePrints: await printsOf(...other) }),
    entry('unknown', {}),
  ];
  expect(await offered(registry)).toEqual(['whole', 'quarter', 'address']);
});

test('nothing is offered on a page of the browser, and the page is not read', async () => {
  const registry = [entry('whole', { sourcePrints: await printsOf(...PAGE) })];
  const change = {
    readUrl: () => Promise.resolve('chrome://settings/'),
    readArticle: () => Promise.reject(new Error('The page is not read.')),
  };
  expect(await offered(registry, change)).toEqual([]);
});
