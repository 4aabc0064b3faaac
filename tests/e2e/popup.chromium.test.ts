/** The real toolbar popup in Chromium, opened on a page as by a click on the button. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AttachedPage } from '../../src/cli/browsers/cdp-page.ts';
import {
  expectMarks,
  findMark,
  marksOf,
  openChromium,
  PATIENCE,
  type ChromiumScene,
} from './harness.ts';

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

const textOf = (popup: AttachedPage, selector: string): Promise<string> =>
  popup.evaluate<string>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((e) => e.innerText).join(' | ')`,
  );
const click = (popup: AttachedPage, selector: string): Promise<unknown> =>
  popup.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
const names = (popup: AttachedPage) => textOf(popup, '[role=option] .option-name');

describe('the search', () => {
  test('lists the entities with their mentions on this page before anything is typed', async () => {
    const page = await scene.page('<p>Blinken and Lammy; Blinken again.</p>');
    await expectMarks(page, ['Blinken', 'Blinken', 'Lammy']);
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => textOf(popup, '.popup-page'), PATIENCE).toBe('3 mentions on this page');
    expect(await textOf(popup, '[data-entity=antony-blinken] [data-count] [aria-hidden]')).toBe(
      '2',
    );
    expect(await textOf(popup, '[data-entity=david-lammy] [data-count] [aria-hidden]')).toBe('1');
    await page.evaluate('document.body.append("And Zelenskyy.")');
    await expect.poll(() => textOf(popup, '.popup-page'), PATIENCE).toBe('4 mentions on this page');
    await page.close();
  });

  test('counts what all frames of the page have', async () => {
    const frame = (text: string) =>
      `<iframe width="400" height="200" srcdoc="<p>${text}</p>"></iframe>`;
    const page = await scene.page(`<p>Blinken.</p>${frame('Lammy, Lammy.')}${frame('Zelenskyy.')}`);
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => textOf(popup, '.popup-page'), PATIENCE).toBe('4 mentions on this page');
    await page.close();
  });

  test('finds and opens a card by keys alone, and comes back', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    const popup = await scene.openToolbarPopup(page);
    await expect
      .poll(() => popup.evaluate('document.activeElement.role'), PATIENCE)
      .toBe('combobox');
    await popup.type('selenskyj');
    await expect.poll(() => names(popup), PATIENCE).toMatch(/^Volodymyr Zelenskyy/);
    await popup.press('ArrowDown');
    await popup.press('Enter');
    await expect.poll(() => textOf(popup, '.card h2'), PATIENCE).toBe('Volodymyr Zelenskyy');
    expect(await textOf(popup, '.card')).toContain('then President of Ukraine');
    await popup.press('Enter');
    await expect
      .poll(() => popup.evaluate('document.activeElement.role'), PATIENCE)
      .toBe('combobox');
    await page.close();
  });

  test('says so when there is nothing', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => names(popup), PATIENCE).toContain('Antony Blinken');
    await popup.type('qwertzuiop');
    await expect.poll(() => textOf(popup, '.search-nothing'), PATIENCE).toContain('qwertzuiop');
    expect(await names(popup)).toBe('');
    await page.close();
  });
});

describe('the switch for this site', () => {
  test('clears and restores the page at once, in every tab, and survives a reload', async () => {
    const page = await scene.page('<p>Here is Blinken.</p>');
    const other = await scene.page('<p>There is Lammy.</p>');
    await findMark(page, 'Blinken');
    await findMark(other, 'Lammy');
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => textOf(popup, '.switch'), PATIENCE).toContain('127.0.0.1');
    await click(popup, '[role=switch]');
    await expectMarks(page, []);
    await expectMarks(other, []);
    expect(await page.evaluate('CSS.highlights.size')).toBe(0);
    await other.reload();
    await other.waitForTimeout(500);
    expect(await marksOf(other)).toEqual([]);
    await click(popup, '[role=switch]');
    await expectMarks(page, ['Blinken']);
    await expectMarks(other, ['Lammy']);
    await page.close();
    await other.close();
  });
});

describe('a page without anything to show', () => {
  test('is said to have no mention', async () => {
    const page = await scene.page('<p>The weather will be fine.</p>');
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => textOf(popup, '.popup-page'), PATIENCE).toMatch(/no mention/i);
    await page.close();
  });

  test('of the browser itself is said to be out of reach', async () => {
    const page = await scene.open('chrome://version/');
    const popup = await scene.openToolbarPopup(page);
    await expect
      .poll(() => textOf(popup, '.popup-page'), PATIENCE)
      .toMatch(/cannot read this page/i);
    expect(await names(popup)).toContain('Storm Shadow');
    await page.close();
  });
});
