/** Which tab shows a dataset: by its content, and by its address only where the browser does not let us read it. */
import { expect, test } from 'vitest';
import { datasetInTab, type TabOfferParts } from '../../../src/popup/tab-offers.ts';

const TEXT = '{"schemaVersion":2,"title":"Bridges","facts":[]}';

const shownAt = (url: string, readJson: TabOfferParts['readJson']) =>
  datasetInTab({
    readUrl: () => Promise.resolve(url),
    readJson,
    readArticle: () => Promise.reject(new Error('Not asked.')),
    openLibrary: () => Promise.reject(new Error('Not asked.')),
  });
const reading = (text: string | undefined) => () => Promise.resolve(text);
const failing = () => Promise.reject(new Error('The browser does not let us.'));

test.each([
  ['https://a.example/bridges.json', 'bridges.json'],
  ['https://a.example/get?id=4', 'get'],
  ['https://a.example/', 'dataset.json'],
  ['https://a.example/a%20b.txt', 'a b.txt'],
  ['https://a.example/50%.json', '50%.json'],
  ['file:///home/ada/bridges', 'bridges'],
])('%s, which shows a dataset, is offered as %s', async (url, name) => {
  expect(await shownAt(url, reading(TEXT))).toEqual({ title: 'Bridges', text: TEXT, name });
});

test.each([
  ['no JSON', undefined],
  ['other JSON', '{"title":"Bridges"}'],
  ['broken JSON', '{"schemaVersion":2,'],
])('a document that is %s is no dataset', async (_what, text) => {
  expect(await shownAt('https://a.example/bridges.json', reading(text))).toBeUndefined();
});

test('what the browser does not let us read may be one if its address says JSON', async () => {
  expect(await shownAt('https://a.example/bridges.json?raw', failing)).toBe('unread');
  expect(await shownAt('https://a.example/bridges', failing)).toBeUndefined();
});

test('pages of the browser are not asked', async () => {
  expect(await shownAt('chrome://version/a.json', failing)).toBeUndefined();
});
