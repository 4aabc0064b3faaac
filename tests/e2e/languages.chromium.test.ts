/**
 * The built extension in browsers of other languages: its words, the direction of its own pages and of a card in an English page, and
 * the language of what comes from the report.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectMarks, openCard, openChromium, restOn, type ChromiumScene } from './harness.ts';

const STORY = '<h1>A story</h1><p>Antony Blinken came to Kyiv.</p>';

/** The popup as a page, once it is drawn. */
async function openPopup(scene: ChromiumScene): Promise<Page> {
  const page = await scene.open(`chrome-extension://${scene.extensionId}/popup.html`);
  await page.locator('[role=option]').first().waitFor();
  return page;
}

const rootOf = (page: Page): Promise<[lang: string, dir: string]> =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

describe('in a German browser', () => {
  let scene: ChromiumScene;
  beforeAll(async () => {
    scene = await openChromium({ lang: 'de' });
  });
  afterAll(() => scene.close());

  test('the popup speaks German, and says of the report’s words that they are English', async () => {
    const popup = await openPopup(scene);
    expect(await rootOf(popup)).toEqual(['de', 'ltr']);
    const search = popup.getByRole('combobox');
    expect(await search.getAttribute('aria-label')).toBe('Personen, Waffen und Ideen suchen');
    expect(await popup.locator('.option bdi').first().getAttribute('lang')).toBe('en');
    await search.press('Enter');
    await popup.getByText('Sprache des Berichts: Englisch.').waitFor();
    expect(await popup.locator('.card-summary span').first().getAttribute('lang')).toBe('en');
    await popup.close();
  });
});

describe('in an Arabic browser', () => {
  let scene: ChromiumScene;
  beforeAll(async () => {
    scene = await openChromium({ lang: 'ar' });
  });
  afterAll(() => scene.close());

  test('popup and options are read from the right', async () => {
    const popup = await openPopup(scene);
    expect(await rootOf(popup)).toEqual(['ar', 'rtl']);
    await popup.close();
    const options = await scene.open(`chrome-extension://${scene.extensionId}/options.html`);
    await options.locator('.section').first().waitFor();
    expect(await rootOf(options)).toEqual(['ar', 'rtl']);
    await options.close();
  });

  test('a card in an English page is read from the right too, and says that the report is in English', async () => {
    const page = await scene.page(STORY);
    await expectMarks(page, ['Antony Blinken']);
    await restOn(page, 'Antony Blinken');
    const { text, lang, dir } = await openCard(page);
    expect([lang, dir]).toEqual(['ar', 'rtl']);
    expect(text).toContain('لغة التقرير');
  });
});
