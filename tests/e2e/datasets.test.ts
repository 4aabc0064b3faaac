/** Added datasets in the extension's own pages: looked at, added, ordered, searched, checked against their article, and removed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicKeyOf } from '../../src/cli/dataset-signature.ts';
import type { Dataset } from '../../src/dataset/authoring.ts';
import { shortKey } from '../../src/dataset/index.ts';
import { keyNamed, signed } from '../made-up/signed.ts';
import {
  GATE_SCENES,
  openForTest,
  registered,
  STILLNESS_MS,
  type GateScene,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import type { OwnPage } from './own-page.ts';
import { button, checkbox, fold } from './own-page-controls.ts';
import { openOwnPage } from './own-page-drivers.ts';
import { click, names, textOf } from './popup-words.ts';
import { cardOf, restOn } from './reader-at.ts';

const MADE_UP = join(import.meta.dirname, '../made-up');
const FILE = readFileSync(join(MADE_UP, 'bridges.json'), 'utf8');
const ARTICLE = readFileSync(join(MADE_UP, 'bridges.txt'), 'utf8');
const { title } = JSON.parse(FILE) as { title: string };
/** Valid, and as ugly as a file can be that is taken. */
const UGLY = readFileSync(join(import.meta.dirname, '../hostile-datasets/ugly.json'), 'utf8');
const FIELD = '.drop input';

/** The article's paragraphs, with the quotation marks that a page may have. */
const articlePage = (): string =>
  ARTICLE.split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replace(/"([^"]*)"/g, '“$1”').replace(/'/g, '’')}</p>`)
    .join('\n');

/** Drops a file on the list of datasets, after it was dragged over it. */
const DRAG = (type: string): string => `(() => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([${JSON.stringify(FILE)}], 'again.json', { type: 'application/json' }));
  const how = { bubbles: true, cancelable: true, dataTransfer };
  return document.querySelector('#all-datasets').dispatchEvent(new DragEvent('${type}', how));
})()`;

/** Of the page of options that each scene has in a tab behind. */
const PREVIEWS = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('.import')].map(({ innerText }) => innerText);

describe.each(GATE_SCENES)('in %s,', (browser, launch) => {
  let scene: GateScene;
  let opened: Awaited<ReturnType<typeof launch>>;
  let options: OwnPage;
  beforeAll(async () => {
    opened = await launch();
    scene = opened;
    options = await openOwnPage(opened, 'options.html#datasets');
  });
  afterAll(() => scene.close());
  const openPopup = () => openForTest(scene);

  const said = (text: string) => options.says(text, '.announcement');
  const titles = () => options.texts('.dataset-title');
  const previews = () => options.texts('.import');

  describe('the options', () => {
    test('show what is in a file before anything is stored', async () => {
      await options.choose(FIELD, { name: 'bridges.json', text: FILE });
      await expect.poll(() => options.texts('.import h3'), PATIENCE).toEqual([title]);
      await options.says('Ada Quill', '.import');
      expect(await options.ask('document.activeElement.textContent')).toBe(title);
      expect(await titles()).toHaveLength(1);
      await options.pressOn(button('Cancel', '.import'));
      await expect.poll(previews, PATIENCE).toEqual([]);
      expect(await options.ask('document.activeElement.id')).toBe('choose-datasets');
    });

    test('name the problems of a file that is none, and take the good one beside it', async () => {
      const none = { name: 'milk.json', text: '{"milk": 2}' };
      await options.choose(FIELD, none, { name: 'bridges.json', text: FILE });
      await expect.poll(async () => (await previews()).length, PATIENCE).toBe(2);
      const [refused] = await previews();
      expect(refused).toContain('“milk.json” cannot be added');
      expect(refused).toContain('This is not a dataset');
      await options.pressOn(button(/^Add$/, '.import'));
      await said(`“${title}” was added.`);
      await expect.poll(titles, PATIENCE).toContain(title);
      await options.pressOn(button('Close', '.import'));
    });

    test('take a file that is dropped anywhere on the page, and say that it is there already', async () => {
      await options.ask(DRAG('dragover'));
      await options.says('Drop the files', '.drop');
      await options.ask(DRAG('drop'));
      await expect
        .poll(previews, PATIENCE)
        .toEqual([expect.stringContaining('This dataset is here already')]);
      await options.pressOn(button('Close', '.import'));
    });

    test('renew what a file says when another window changes the library', async () => {
      const other = await openOwnPage(opened, 'options.html#datasets');
      await options.choose(FIELD, { name: 'again.json', text: FILE });
      await options.says('here already', '.import');
      await other.pressOn(button(`Remove ${title}`));
      await options.sees(button(/^Add$/, '.import'));
      await options.ask('document.querySelector(".import .button").focus()');
      await other.pressOn(button('Undo'));
      await options.says('here already', '.import');
      expect(await options.ask('document.activeElement.textContent')).toBe(title);
      await options.pressOn(button('Close', '.import'));
      await other.goto('welcome.html');
    });

    test('export the bytes that came', async () => {
      const saved = await options.download(() => options.pressOn(button(`Export ${title}`)));
      expect(saved.name).toMatch(/\.backgrounder\.json$/);
      expect(saved.text).toBe(FILE);
    });

    test('switch its entities one by one', async () => {
      await options.ask('location.hash = "highlights"');
      await options.pressOn(fold(`${title}: `));
      await options.switchTo(checkbox('Ada Quill'), false);
      await said('Ada Quill is no longer highlighted.');
      await options.switchTo(checkbox('Ada Quill'), true);
      await said('Ada Quill is highlighted.');
      await options.ask('location.hash = "datasets"');
    });
  });

  describe('the popup', () => {
    test('finds an added entity, says whose word it is, and has its card', async () => {
      await scene.open('<p>Nothing to see.</p>');
      const popup = await openPopup();
      await expect.poll(() => names(popup), PATIENCE).toContain('Ada Quill');
      await popup.type('quill');
      await expect.poll(() => textOf(popup, '.option-from'), PATIENCE).toContain(title);
      await popup.press('Enter');
      await expect.poll(() => textOf(popup, '.card h2'), PATIENCE).toBe('Ada Quill');
      expect(await textOf(popup, '.card-maker')).toContain('Says it is by');
    });

    test('offers nothing on a page of something else', async () => {
      await scene.open('<p>Ada Quill was not there, and neither was the bridge.</p>');
      const popup = await openPopup();
      await expect.poll(() => names(popup), PATIENCE).toContain('Ada Quill');
      await scene.wait(STILLNESS_MS);
      expect(await textOf(popup, '.popup-offer')).toBe('');
    });

    test('checks a dataset against its article, and the options say when', async () => {
      await scene.open(`<article>${articlePage()}</article>`);
      const popup = await openPopup();
      await expect
        .poll(() => textOf(popup, '.popup-offer'), PATIENCE)
        .toContain('may be the article');
      await click(popup, '.popup-offer button');
      await expect
        .poll(() => textOf(popup, '.popup-offer'), PATIENCE)
        .toContain('agrees with this article');
      await options.says(/^Checked here on /, '.dataset-check');
    });

    const SAVE = 'If this tab is a dataset, save the file, and add it in the settings.';
    test.each([
      ['text/plain; charset=utf-8', `This tab is a dataset: “${title}”.`],
      // Browsers then guess the encoding, and letters are not the file's.
      ['text/plain', SAVE],
      ['text/plain; charset=iso-8859-1', SAVE],
      // Firefox shows JSON in a viewer that no extension can read.
      ['application/json', browser === 'Firefox' ? SAVE : `This tab is a dataset: “${title}”.`],
    ])('of a tab that shows a dataset as %s says “%s”', async (type, words) => {
      // It is known by what it is. Only where it cannot be read, the address must say it.
      const path = `/again-${type.length}${words === SAVE ? '.json' : ''}`;
      scene.server.add(path, { body: FILE, headers: { 'content-type': type } });
      await scene.goto(scene.server.url(path));
      const popup = await openPopup();
      await expect.poll(() => textOf(popup, '.popup-offer'), PATIENCE).toContain(words);
      if (words === SAVE) return;
      await click(popup, '.popup-offer button');
      // Of two pages with options, one has it.
      const shown = async () => [...(await previews()), ...(await scene.inExtension(PREVIEWS))];
      await expect
        .poll(shown, PATIENCE)
        .toEqual([expect.stringContaining('This dataset is here already')]);
      await scene.wait(STILLNESS_MS);
      expect(await shown()).toHaveLength(1);
      if ((await previews()).length > 0) await options.pressOn(button('Close', '.import'));
      await scene.inExtension(() => {
        document.querySelector<HTMLElement>('.import button')?.click();
      });
    });
  });

  test('what was removed can be had back', async () => {
    await options.pressOn(button(`Remove ${title}`));
    await said(`Removed: ${title}`);
    await expect.poll(titles, PATIENCE).toHaveLength(1);
    await options.pressOn(button('Undo'));
    await said('The change was undone.');
    await expect.poll(titles, PATIENCE).toContain(title);
    await options.says(/^Checked here on /, '.dataset-check');
  });

  test('an update with another key shows both keys before it takes the place of a signed dataset', async () => {
    const own = { ...(JSON.parse(FILE) as object), id: 'signed', title: 'Signed bridges' };
    const chooseSigned = (version: number, name: string) =>
      options.choose(FIELD, {
        name: `${name}.json`,
        text: JSON.stringify(signed({ ...own, version }, name)),
      });
    const keyOf = (name: string): string => shortKey(publicKeyOf(keyNamed(name)));
    await chooseSigned(1, 'ada');
    await options.says(`with the key ${keyOf('ada')}. A key`, '.import');
    await options.pressOn(button('Add switched off', '.import'));
    await said('“Signed bridges” was added.');
    await options.says(`Signed with the key ${keyOf('ada')}`, '.dataset');

    await chooseSigned(2, 'ada');
    await options.says('with the same key as the version', '.import');
    await options.pressOn(button('Cancel', '.import'));
    await chooseSigned(2, 'eve');
    await options.says('with another key than the', '.import');
    const keys = `Its key: ${keyOf('eve')}. The key of your version: ${keyOf('ada')}.`;
    await options.says(keys, '.import');
    expect(await options.texts('.import button')).toEqual(['Replace', 'Cancel']);
  });

  test('markup in a dataset is text wherever it is shown, and nothing of it runs', async () => {
    const { entities, facts } = JSON.parse(UGLY) as Pick<Dataset, 'entities' | 'facts'>;
    const name = entities.find(({ id }) => id === 'markup')?.name ?? '';
    const statement = facts.find(({ id }) => id === 'said-markup')?.statement ?? '';

    await options.choose(FIELD, { name: 'ugly.json', text: UGLY });
    await options.says(name, '.import');
    expect(await options.ask(MADE_OF_MARKUP)).toEqual([]);
    await options.pressOn(button(/^Add$/, '.import'));
    await options.says('<b>', '.datasets');
    await options.ask('location.hash = "highlights"');
    await options.pressOn(fold('WWW'));
    await options.says(name, '.cast');
    expect(await options.ask(MADE_OF_MARKUP)).toEqual([]);

    await expect.poll(() => registered(scene), PATIENCE).toEqual(['gate-with-library']);
    await scene.open('<p style="margin: 90px">Markwood came.</p>');
    await restOn(scene, 'Markwood');
    const card = await cardOf(scene);
    expect(card).toMatchObject({ name, text: expect.stringContaining(statement) as string });
    expect(await scene.inCard(madeOfMarkup)).toEqual([]);
    expect(await scene.ask('document.title')).toBe('A page');
    expect(await scene.errors()).toEqual([]);

    const popup = await openPopup();
    await expect.poll(() => names(popup), PATIENCE).toContain(name);
    await popup.type('markwood');
    await expect.poll(() => textOf(popup, '.option-found'), PATIENCE).toContain('Markwood');
    await popup.press('Enter');
    await expect.poll(() => textOf(popup, '.card h2'), PATIENCE).toBe(name);
    expect(await popup.evaluate(MADE_OF_MARKUP)).toEqual([]);
  });
});

/** Elements that only markup in a text could have made, and the title of a page in which it ran. Runs where the views are. */
function madeOfMarkup(root: HTMLElement): string[] {
  const strange = ':is(img, script, iframe, style, b, marquee, [onload], [onerror], [ontoggle])';
  const found = [...root.querySelectorAll(strange)].map(({ outerHTML }) => outerHTML);
  return document.title === 'ran' ? [...found, 'the title'] : found;
}

const MADE_OF_MARKUP = `(${String(madeOfMarkup)})(document.querySelector('#app') ?? document.body)`;
