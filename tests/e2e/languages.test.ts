/**
 * The built extension in browsers of other languages: its words, the direction of its own pages and of a card in an English page, and
 * the language of what comes from the report. In both browsers.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGateSceneInChromium } from './gate-chromium.ts';
import { openGateSceneInFirefox } from './gate-firefox.ts';
import { expectSurfaces, type GateScene } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { textOf } from './popup-words.ts';
import { cardOf, restOn } from './reader-at.ts';

const ROOT = '[document.documentElement.lang, document.documentElement.dir]';

describe.each([
  ['Chromium', openGateSceneInChromium],
  ['Firefox', openGateSceneInFirefox],
])('in %s,', (_, launch) => {
  describe('in German,', () => {
    let scene: GateScene;
    beforeAll(async () => {
      scene = await launch({ lang: 'de' });
    });
    afterAll(() => scene.close());

    test('the popup speaks German, and says of the report’s words that they are English', async () => {
      await scene.open('<p>Blinken.</p>');
      const popup = await scene.openPopup();
      /** @returns what an attribute of the first such element says */
      const attribute = (selector: string, name: string) =>
        popup.evaluate(`document.querySelector('${selector}')?.getAttribute('${name}')`);
      await expect.poll(() => attribute('.option bdi', 'lang'), PATIENCE).toBe('en');
      expect(await popup.evaluate(ROOT)).toEqual(['de', 'ltr']);
      expect(await attribute('[role=combobox]', 'aria-label')).toBe(
        'Personen, Waffen und Ideen suchen',
      );
      await popup.press('Enter');
      await expect
        .poll(() => textOf(popup, '.card'), PATIENCE)
        .toContain('Sprache des Berichts: Englisch.');
      expect(await attribute('.card-summary span', 'lang')).toBe('en');
    });
  });

  describe('in Arabic,', () => {
    let scene: GateScene;
    beforeAll(async () => {
      scene = await launch({ lang: 'ar' });
    });
    afterAll(() => scene.close());

    test('popup and options are read from the right', async () => {
      await scene.open('<p>Blinken.</p>');
      const popup = await scene.openPopup();
      await expect.poll(() => popup.evaluate(ROOT), PATIENCE).toEqual(['ar', 'rtl']);
      await popup.close();
      const options = () =>
        scene.inExtension(() => [document.documentElement.lang, document.documentElement.dir]);
      await expect.poll(options, PATIENCE).toEqual(['ar', 'rtl']);
    });

    test('a card in an English page is read from the right too, and says that the report is in English', async () => {
      await scene.open('<p style="margin: 90px">Antony Blinken came to Kyiv.</p>');
      await expectSurfaces(scene, ['Antony Blinken']);
      await restOn(scene, 'Antony Blinken');
      const { text, lang, dir } = await cardOf(scene);
      expect([lang, dir]).toEqual(['ar', 'rtl']);
      expect(text).toContain('لغة التقرير');
    });
  });
});
