/** What the real toolbar popup in Chromium does with its page: the switch, the pause, the jumps, and what it says of it. */
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
import { textOf, click, names, choose, focused, pressUntil, status } from './popup-words.ts';

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

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

describe('the mentions on this page', () => {
  const STORY = '<p>Blinken.</p><p style="margin-top: 3000px">Lammy.</p><p>Mr Blinken.</p>';

  test('are walked by buttons, and the popup says where the page is', async () => {
    const page = await scene.page(STORY);
    await expectMarks(page, ['Blinken', 'Lammy', 'Blinken']);
    const popup = await scene.openToolbarPopup(page);
    const next = '.jump-pair[data-entity=antony-blinken] .jump:last-child';
    await click(popup, next);
    await expect.poll(() => status(popup), PATIENCE).toMatch(/mention 1 of 2/);
    await click(popup, next);
    await expect.poll(() => status(popup), PATIENCE).toMatch(/mention 2 of 2/);
    expect(await page.evaluate('scrollY')).toBeGreaterThan(2000);
    await page.close();
  });

  test('are walked by the arrow keys of the search field, and the Tab key reaches one pair of buttons', async () => {
    const page = await scene.page(STORY);
    await expectMarks(page, ['Blinken', 'Lammy', 'Blinken']);
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => status(popup), PATIENCE).toBe('3 mentions on this page');
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
    const stops: string[] = [];
    for (let stop = 0; stop < 4; stop++) {
      await popup.press('Tab');
      stops.push(await focused(popup));
    }
    expect(stops).toEqual([
      'Previous mention of Antony Blinken',
      'Next mention of Antony Blinken',
      expect.stringContaining('127.0.0.1'),
      'More',
    ]);
    await page.close();
  });
});

describe('the toolbar button', () => {
  const badge = async (): Promise<string> => {
    const [worker] = scene.context.serviceWorkers();
    if (!worker) throw new Error('There is no background.');
    return worker.evaluate(async () => {
      const { tabs, action } = (
        globalThis as unknown as {
          chrome: {
            tabs: { query(q: object): Promise<{ id: number }[]> };
            action: { getBadgeText(t: object): Promise<string> };
          };
        }
      ).chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      return action.getBadgeText({ tabId: tab?.id });
    });
  };

  test('shows how many mentions the page has, and nothing where it has none', async () => {
    const page = await scene.page('<p>Blinken and Lammy.</p>');
    await expect.poll(badge, PATIENCE).toBe('2');
    await page.evaluate('document.body.append("And Zelenskyy.")');
    await expect.poll(badge, PATIENCE).toBe('3');
    await page.evaluate('document.body.textContent = "Nobody."');
    await expect.poll(badge, PATIENCE).toBe('');
    await page.close();
  });
});

describe('everything', () => {
  const isOn = (popup: AttachedPage) =>
    popup.evaluate(`document.querySelector('[role=switch]').ariaChecked`);

  test('is paused, as the switch says, and goes on at the switch', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    const popup = await scene.openToolbarPopup(page);
    await choose(popup, '1');
    await expectMarks(page, []);
    await expect.poll(() => textOf(popup, '.switch'), PATIENCE).toMatch(/Paused until \d/);
    expect(await isOn(popup)).toBe('false');
    await click(popup, '[role=switch]');
    await expectMarks(page, ['Blinken']);
    await expect.poll(() => isOn(popup), PATIENCE).toBe('true');
    await choose(popup, '1');
    await expectMarks(page, []);
    await choose(popup, '1');
    await expectMarks(page, ['Blinken']);
    await page.close();
  });

  test('answers a press at once, so that the next press acts on what the reader sees', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
    await click(popup, '.menu > button');
    await popup.evaluate(`
      globalThis.stored = 0;
      chrome.storage.onChanged.addListener(() => stored++);
      document.querySelector('[role=menuitem]').click();
      document.querySelector('[role=switch]').click();
    `);
    await expect.poll(() => popup.evaluate('stored'), PATIENCE).toBe(2);
    await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
    expect(await isOn(popup)).toBe('true');
    await expectMarks(page, ['Blinken']);
    await page.close();
  });

  test('is switched off and on', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    const popup = await scene.openToolbarPopup(page);
    await choose(popup, '2');
    await expectMarks(page, []);
    await expect.poll(() => status(popup), PATIENCE).toBe('Off everywhere');
    expect(await isOn(popup)).toBe('false');
    await click(popup, '.popup-status .button');
    await expectMarks(page, ['Blinken']);
    await page.close();
  });

  test('is in a menu for keys, which Escape closes before the popup', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
    await pressUntil(popup, 'Tab', 'More');
    await popup.press('Enter');
    await expect.poll(() => focused(popup), PATIENCE).toBe('Pause for an hour');
    await popup.press('ArrowUp');
    await expect.poll(() => focused(popup), PATIENCE).toBe('Settings');
    await popup.press('Escape');
    await expect.poll(() => focused(popup), PATIENCE).toBe('More');
    expect(await textOf(popup, '[role=menu]')).toBe('');
    await popup.press('ArrowUp');
    await expect.poll(() => focused(popup), PATIENCE).toBe('Settings');
    await popup.press('Home');
    await expect.poll(() => focused(popup), PATIENCE).toBe('Pause for an hour');
    await popup.press('Enter');
    await expectMarks(page, []);
    await click(popup, '[role=switch]');
    await expectMarks(page, ['Blinken']);
    await page.close();
  });
});

describe('a tab that was open before an update', () => {
  test('is read by the new version, and the popup says what it has', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    await findMark(page, 'Blinken');
    await scene.update();
    await expectMarks(page, ['Blinken']);
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
    await page.close();
  });
});

describe('a page without anything to show', () => {
  test('is said to have no mention', async () => {
    const page = await scene.page('<p>The weather will be fine.</p>');
    const popup = await scene.openToolbarPopup(page);
    await expect.poll(() => status(popup), PATIENCE).toMatch(/no mention/i);
    await page.close();
  });

  test('of the browser itself is said to be out of reach, and has no switch', async () => {
    const page = await scene.open('chrome://version/');
    const popup = await scene.openToolbarPopup(page);
    await expect
      .poll(() => status(popup), PATIENCE)
      .toMatch(/pages of the browser cannot be read/i);
    expect(await names(popup)).toContain('Storm Shadow');
    expect(await textOf(popup, '[role=switch]')).toBe('');
    await page.close();
  });
});
