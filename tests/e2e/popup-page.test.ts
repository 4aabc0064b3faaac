/** What the real toolbar popup does with its page: the switch, the pause, the jumps, and what it says of it. In both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import {
  expectSurfaces,
  GATE_SCENES,
  openForTest,
  STILLNESS_MS,
  type GateScene,
  type OpenPopup,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { textOf, click, names, choose, FIELD, focused, pressUntil, status } from './popup-words.ts';

/** What of the extension's own interface is needed here. */
declare const browser: {
  runtime: { getContexts(filter: object): Promise<{ documentUrl?: string }[]> };
};

/** A page of the browser itself, which no extension may read. */
const OF_THE_BROWSER = { Chromium: 'chrome://version/', Firefox: 'about:license' };

describe.each(GATE_SCENES)('in %s,', (name, launch) => {
  let scene: GateScene;
  beforeAll(async () => {
    scene = await launch();
  });
  afterAll(() => scene.close());
  const open = () => openForTest(scene);

  describe('the switch for this site', () => {
    test('clears and restores the page at once, in every tab, and survives a reload', async () => {
      await scene.open('<p>Here is Blinken.</p>');
      scene.server.add('/other', { body: '<!doctype html><html lang="en"><p>There is Lammy.' });
      const inOther = await scene.openBehind(scene.server.url('/other'));
      const marksOfOther = async () => (await inOther(seeMarks)).map(({ surface }) => surface);
      await scene.mark('Blinken');
      await expect.poll(marksOfOther, PATIENCE).toEqual(['Lammy']);
      const popup = await open();
      await expect.poll(() => textOf(popup, '.switch'), PATIENCE).toContain('127.0.0.1');
      await click(popup, '[role=switch]');
      await expectSurfaces(scene, []);
      await expect.poll(marksOfOther, PATIENCE).toEqual([]);
      expect(await scene.ask('CSS.highlights.size')).toBe(0);
      await inOther(() => {
        location.reload();
      });
      await scene.wait(STILLNESS_MS);
      expect(await marksOfOther()).toEqual([]);
      await click(popup, '[role=switch]');
      await expectSurfaces(scene, ['Blinken']);
      await expect.poll(marksOfOther, PATIENCE).toEqual(['Lammy']);
    });
  });

  describe('the mentions on this page', () => {
    const STORY = '<p>Blinken.</p><p style="margin-top: 3000px">Lammy.</p><p>Mr Blinken.</p>';

    test('are walked by buttons, and the popup says where the page is', async () => {
      await scene.open(STORY);
      await expectSurfaces(scene, ['Blinken', 'Lammy', 'Blinken']);
      const popup = await open();
      const next = '.jump-pair[data-entity=antony-blinken] .jump:last-child';
      await click(popup, next);
      await expect.poll(() => status(popup), PATIENCE).toMatch(/mention 1 of 2/);
      await click(popup, next);
      await expect.poll(() => status(popup), PATIENCE).toMatch(/mention 2 of 2/);
      expect(await scene.ask('scrollY')).toBeGreaterThan(2000);
    });

    test('are walked by the arrow keys of the search field, and the Tab key reaches one pair of buttons', async () => {
      await scene.open(STORY);
      await expectSurfaces(scene, ['Blinken', 'Lammy', 'Blinken']);
      const popup = await open();
      await expect.poll(() => status(popup), PATIENCE).toBe('3 mentions on this page');
      await expect.poll(() => focused(popup), PATIENCE).toBe(FIELD);
      await expect
        .poll(async () => {
          await popup.press('Home');
          return textOf(popup, '[aria-selected=true] .option-name');
        }, PATIENCE)
        .toBe('Antony Blinken');
      await popup.press('ArrowRight');
      await expect.poll(() => status(popup), PATIENCE).toMatch(/mention 1 of 2/);
      await popup.press('ArrowRight');
      await expect.poll(() => status(popup), PATIENCE).toMatch(/mention 2 of 2/);
      await popup.press('ArrowLeft');
      await expect.poll(() => status(popup), PATIENCE).toMatch(/mention 1 of 2/);
      for (const stop of [
        'Previous mention of Antony Blinken',
        'Next mention of Antony Blinken',
        expect.stringContaining('127.0.0.1'),
        'More',
      ]) {
        await popup.press('Tab');
        await expect.poll(() => focused(popup), PATIENCE).toEqual(stop);
      }
    });
  });

  describe('everything', () => {
    const isOn = (popup: OpenPopup) =>
      popup.evaluate(`document.querySelector('[role=switch]').ariaChecked`);

    test('is paused, as the switch says, and goes on at the switch', async () => {
      await scene.open('<p>Blinken.</p>');
      await scene.mark('Blinken');
      const popup = await open();
      await choose(popup, '1');
      await expectSurfaces(scene, []);
      await expect.poll(() => textOf(popup, '.switch'), PATIENCE).toMatch(/Paused until \d/);
      expect(await isOn(popup)).toBe('false');
      await click(popup, '[role=switch]');
      await expectSurfaces(scene, ['Blinken']);
      await expect.poll(() => isOn(popup), PATIENCE).toBe('true');
      await choose(popup, '1');
      await expectSurfaces(scene, []);
      await choose(popup, '1');
      await expectSurfaces(scene, ['Blinken']);
    });

    test('answers a press at once, so that the next press acts on what the reader sees', async () => {
      await scene.open('<p>Blinken.</p>');
      await scene.mark('Blinken');
      const popup = await open();
      await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
      await click(popup, '.menu > button');
      await popup.evaluate(`(
        window.stored = 0,
        chrome.storage.onChanged.addListener(() => { window.stored++ }),
        document.querySelector('[role=menuitem]').click(),
        document.querySelector('[role=switch]').click()
      )`);
      await expect.poll(() => popup.evaluate('window.stored'), PATIENCE).toBe(2);
      await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
      expect(await isOn(popup)).toBe('true');
      await expectSurfaces(scene, ['Blinken']);
    });

    test('is switched off and on', async () => {
      await scene.open('<p>Blinken.</p>');
      await scene.mark('Blinken');
      const popup = await open();
      await choose(popup, '2');
      await expectSurfaces(scene, []);
      await expect.poll(() => status(popup), PATIENCE).toBe('Off everywhere');
      expect(await isOn(popup)).toBe('false');
      await click(popup, '.popup-status .button');
      await expectSurfaces(scene, ['Blinken']);
    });

    test('is in a menu for keys, which Escape closes before the popup', async () => {
      await scene.open('<p>Blinken.</p>');
      await scene.mark('Blinken');
      const popup = await open();
      await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
      await pressUntil(popup, 'Tab', 'More');
      await popup.press('Enter');
      await expect.poll(() => focused(popup), PATIENCE).toBe('Pause for an hour');
      await popup.press('ArrowUp');
      await expect.poll(() => focused(popup), PATIENCE).toBe('Settings');
      // Firefox itself closes the popup at this key, whatever has the focus.
      if (name === 'Chromium') {
        await popup.press('Escape');
        await expect.poll(() => focused(popup), PATIENCE).toBe('More');
        expect(await textOf(popup, '[role=menu]')).toBe('');
        await popup.press('ArrowUp');
        await expect.poll(() => focused(popup), PATIENCE).toBe('Settings');
      }
      await popup.press('Home');
      await expect.poll(() => focused(popup), PATIENCE).toBe('Pause for an hour');
      await popup.press('Enter');
      await expectSurfaces(scene, []);
      await click(popup, '[role=switch]');
      await expectSurfaces(scene, ['Blinken']);
    });
  });

  describe('Settings', () => {
    test('shows the options that are open, at whatever section they are', async () => {
      await scene.open('<p>Blinken.</p>');
      await scene.inExtension(() => {
        location.hash = 'sites';
      });
      const popup = await open();
      await pressUntil(popup, 'Tab', 'More');
      await popup.press('Enter');
      await expect.poll(() => focused(popup), PATIENCE).toBe('Pause for an hour');
      await popup.press('ArrowUp');
      // It closes the popup, perhaps before the key is up again.
      await popup.press('Enter').catch(() => undefined);
      const isShown = () => scene.inExtension(() => document.visibilityState);
      await expect.poll(isShown, PATIENCE).toBe('visible');
      await scene.wait(STILLNESS_MS);
      const pages = await scene.inExtension(async () => {
        const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
        return contexts.map(({ documentUrl }) => documentUrl?.split('/').at(-1));
      });
      expect(pages).toEqual(['options.html#sites']);
    });
  });

  describe('a tab that was open before an update', () => {
    test('is read by the new version, and the popup says what it has', async () => {
      await scene.open('<p>Blinken.</p>');
      await scene.mark('Blinken');
      await scene.update();
      await expectSurfaces(scene, ['Blinken']);
      const popup = await open();
      await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
    });
  });

  describe('a page without anything to show', () => {
    test('is said to have no mention', async () => {
      await scene.open('<p>The weather will be fine.</p>');
      const popup = await open();
      await expect.poll(() => status(popup), PATIENCE).toMatch(/no mention/i);
    });

    test('of the browser itself is said to be out of reach, and has no switch', async () => {
      await scene.goto(OF_THE_BROWSER[name]);
      const popup = await open();
      await expect
        .poll(() => status(popup), PATIENCE)
        .toMatch(/pages of the browser cannot be read/i);
      expect(await names(popup)).toContain('Storm Shadow');
      expect(await textOf(popup, '[role=switch]')).toBe('');
    });
  });
});
