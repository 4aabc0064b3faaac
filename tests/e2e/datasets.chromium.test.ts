/** Added datasets in the extension's own pages: looked at, added, ordered, searched, checked against their article, and removed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicKeyOf } from '../../src/cli/dataset-signature.ts';
import { shortKey } from '../../src/dataset/index.ts';
import { keyNamed, signed } from '../made-up/signed.ts';
import { openChromium, PATIENCE, type ChromiumScene } from './harness.ts';
import { click, names, textOf } from './popup-words.ts';

const MADE_UP = join(import.meta.dirname, '../made-up');
const FILE = readFileSync(join(MADE_UP, 'bridges.json'), 'utf8');
const ARTICLE = readFileSync(join(MADE_UP, 'bridges.txt'), 'utf8');
const { title } = JSON.parse(FILE) as { title: string };

let scene: ChromiumScene;
let options: Page;
beforeAll(async () => {
  scene = await openChromium();
  options = await scene.open(`chrome-extension://${scene.extensionId}/options.html#datasets`);
});
afterAll(() => scene.close());

const fileOf = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});
const choose = (...files: ReturnType<typeof fileOf>[]) =>
  options.locator('.drop input').setInputFiles(files);
const said = (text: string) =>
  expect.poll(() => options.locator('.announcement').innerText(), PATIENCE).toContain(text);
const titles = () => options.locator('.dataset-title').allInnerTexts();

/** The article's paragraphs, with the quotation marks that a page may have. */
const articlePage = (): string =>
  ARTICLE.split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replace(/"([^"]*)"/g, '“$1”').replace(/'/g, '’')}</p>`)
    .join('\n');

describe('the options', () => {
  test('show what is in a file before anything is stored', async () => {
    await choose(fileOf('bridges.json', FILE));
    const preview = options.locator('.import');
    await expect.poll(() => preview.locator('h3').innerText(), PATIENCE).toBe(title);
    expect(await preview.innerText()).toContain('Ada Quill');
    expect(await options.evaluate(() => document.activeElement?.textContent)).toBe(title);
    expect(await titles()).toHaveLength(1);
    await preview.getByRole('button', { name: 'Cancel' }).click();
    expect(await preview.count()).toBe(0);
    expect(await options.evaluate(() => document.activeElement?.id)).toBe('choose-datasets');
  });

  test('name the problems of a file that is none, and take the good one beside it', async () => {
    await choose(fileOf('milk.json', '{"milk": 2}'), fileOf('bridges.json', FILE));
    const previews = options.locator('.import');
    await expect.poll(() => previews.count(), PATIENCE).toBe(2);
    expect(await previews.nth(0).innerText()).toContain('“milk.json” cannot be added');
    expect(await previews.nth(0).innerText()).toContain('This is not a dataset');
    await previews.nth(1).getByRole('button', { name: 'Add', exact: true }).click();
    await said(`“${title}” was added.`);
    await expect.poll(titles, PATIENCE).toContain(title);
    await previews.nth(0).getByRole('button', { name: 'Close' }).click();
  });

  test('take a file that is dropped anywhere on the page, and say that it is there already', async () => {
    const dropped = await options.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'again.json', { type: 'application/json' }));
      return transfer;
    }, FILE);
    const list = options.locator('#all-datasets');
    await list.dispatchEvent('dragover', { dataTransfer: dropped });
    await expect.poll(() => options.locator('.drop').innerText()).toContain('Drop the files');
    await list.dispatchEvent('drop', { dataTransfer: dropped });
    await expect
      .poll(() => options.locator('.import').allInnerTexts(), PATIENCE)
      .toEqual([expect.stringContaining('This dataset is here already')]);
    await options.locator('.import').getByRole('button', { name: 'Close' }).click();
  });

  test('renew what a file says when another window changes the library', async () => {
    const other = await scene.open(`chrome-extension://${scene.extensionId}/options.html#datasets`);
    await choose(fileOf('again.json', FILE));
    const preview = options.locator('.import');
    await expect.poll(() => preview.innerText(), PATIENCE).toContain('here already');
    await other.getByRole('button', { name: `Remove ${title}` }).click();
    const adding = preview.getByRole('button', { name: 'Add', exact: true });
    await expect.poll(() => adding.count(), PATIENCE).toBe(1);
    await adding.focus();
    await other.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => preview.innerText(), PATIENCE).toContain('here already');
    expect(await options.evaluate(() => document.activeElement?.textContent)).toBe(title);
    await other.close();
    await preview.getByRole('button', { name: 'Close' }).click();
  });

  test('export the bytes that came', async () => {
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: `Export ${title}` }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.backgrounder\.json$/);
    expect(readFileSync(await download.path(), 'utf8')).toBe(FILE);
  });

  test('switch its entities one by one', async () => {
    await options.goto(options.url().replace('#datasets', '#highlights'));
    await options.getByText(`${title}: `, { exact: false }).first().click();
    const quill = options.getByRole('checkbox', { name: 'Ada Quill' });
    await quill.uncheck();
    await said('Ada Quill is no longer highlighted.');
    await quill.check();
    await said('Ada Quill is highlighted.');
    await options.goto(options.url().replace('#highlights', '#datasets'));
  });
});

describe('the popup', () => {
  test('finds an added entity, says whose word it is, and has its card', async () => {
    const page = await scene.page('<p>Nothing to see.</p>');
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => names(popup), PATIENCE).toContain('Ada Quill');
    await popup.type('quill');
    await expect.poll(() => textOf(popup, '.option-from'), PATIENCE).toContain(title);
    await popup.press('Enter');
    await expect.poll(() => textOf(popup, '.card h2'), PATIENCE).toBe('Ada Quill');
    expect(await textOf(popup, '.card-maker')).toContain('Says it is by');
    await page.close();
  });

  test('offers nothing on a page of something else', async () => {
    const page = await scene.page('<p>Ada Quill was not there, and neither was the bridge.</p>');
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => names(popup), PATIENCE).toContain('Ada Quill');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await textOf(popup, '.popup-offer')).toBe('');
    await page.close();
  });

  test('checks a dataset against its article, and the options say when', async () => {
    const page = await scene.page(`<article>${articlePage()}</article>`);
    const popup = await scene.openToolbarPopup(page);
    await expect
      .poll(() => textOf(popup, '.popup-offer'), PATIENCE)
      .toContain('may be the article');
    await click(popup, '.popup-offer button');
    await expect
      .poll(() => textOf(popup, '.popup-offer'), PATIENCE)
      .toContain('agrees with this article');
    await page.close();
    await expect
      .poll(() => options.locator('.dataset-check').innerText(), PATIENCE)
      .toMatch(/^Checked here on /);
  });

  test('hands a dataset that a tab shows to the options', async () => {
    // Known by what it is: the address says nothing.
    scene.server.add('/again', {
      body: FILE,
      headers: { 'content-type': 'application/json' },
    });
    const page = await scene.open(scene.server.url('/again'));
    const popup = await scene.openToolbarPopup(page);
    await expect
      .poll(() => textOf(popup, '.popup-offer'), PATIENCE)
      .toContain('This tab is a dataset');
    await click(popup, '.popup-offer button');
    await expect
      .poll(() => options.locator('.import').allInnerTexts(), PATIENCE)
      .toEqual([expect.stringContaining('This dataset is here already')]);
    await page.close();
  });
});

test('what was removed can be had back', async () => {
  await options.bringToFront();
  await options.getByRole('button', { name: `Remove ${title}` }).click();
  await said(`Removed: ${title}`);
  await expect.poll(titles, PATIENCE).toHaveLength(1);
  await options.getByRole('button', { name: 'Undo' }).click();
  await said('The change was undone.');
  await expect.poll(titles, PATIENCE).toContain(title);
  expect(await options.locator('.dataset-check').innerText()).toMatch(/^Checked here on /);
});

test('an update with another key shows both keys before it takes the place of a signed dataset', async () => {
  const own = { ...(JSON.parse(FILE) as object), id: 'signed', title: 'Signed bridges' };
  const fileSigned = (version: number, name: string) =>
    fileOf(`${name}.json`, JSON.stringify(signed({ ...own, version }, name)));
  const keyOf = (name: string): string => shortKey(publicKeyOf(keyNamed(name)));
  const preview = options.getByRole('region', { name: 'Signed bridges' });
  await choose(fileSigned(1, 'ada'));
  await expect
    .poll(() => preview.innerText(), PATIENCE)
    .toContain(`with the key ${keyOf('ada')}. A key`);
  await preview.getByRole('button', { name: 'Add switched off' }).click();
  await said('“Signed bridges” was added.');
  const row = options.locator('.dataset', { hasText: 'Signed bridges' });
  expect(await row.innerText()).toContain(`Signed with the key ${keyOf('ada')}`);

  await choose(fileSigned(2, 'ada'));
  await expect
    .poll(() => preview.innerText(), PATIENCE)
    .toContain('with the same key as the version');
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await choose(fileSigned(2, 'eve'));
  await expect.poll(() => preview.innerText(), PATIENCE).toContain('with another key than the');
  const text = await preview.innerText();
  expect(text).toContain(`Its key: ${keyOf('eve')}. The key of your version: ${keyOf('ada')}.`);
  expect(await preview.getByRole('button').allInnerTexts()).toEqual(['Replace', 'Cancel']);
});
