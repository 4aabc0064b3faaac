/** The pages of the options in Chromium: addresses, title and focus, what stays on every page, and how much is on one. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from '../../src/settings/settings.ts';
import { recordOf } from '../../src/settings/record.ts';
import { openChromium, PATIENCE, type ChromiumScene } from './harness.ts';

const PAGES = [
  ['highlights', 'Highlights'],
  ['cards', 'Cards'],
  ['sites', 'Sites'],
  ['keys', 'Shortcuts and button'],
  ['data', 'Data and about'],
] as const;

let scene: ChromiumScene;
let options: Page;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());
beforeEach(async () => {
  options = await scene.context.newPage();
  await open();
  await options.evaluate('chrome.storage.local.clear()');
  await open();
});
afterEach(() => options.close());

/** Loads the page anew, and waits until all of it is drawn. @param address with `#` */
async function open(address = ''): Promise<void> {
  await options.goto('about:blank');
  await options.goto(`chrome-extension://${scene.extensionId}/options.html${address}`);
  await options.locator('link[href^="/highlights"]').waitFor({ state: 'attached' });
}
const store = (record: unknown): Promise<void> =>
  options.evaluate(`chrome.storage.local.set(${JSON.stringify({ [SETTINGS_KEY]: record })})`);

/** Where the reader is: address, title, the focused element, and the link that is marked in the list. */
const place = (): Promise<string[]> =>
  options.evaluate(() => [
    location.hash,
    document.title,
    document.activeElement?.tagName === 'H1' ? document.activeElement.textContent : '',
    [...document.querySelectorAll('[aria-current="page"]')].map((each) => each.textContent).join(),
  ]);
const placeOf = ([id, name]: (typeof PAGES)[number]): string[] => [
  `#${id}`,
  `${name} · Backgrounder settings`,
  ...[name, name],
];

describe('an address', () => {
  test('each page has one, with its title and the focus, also by Back and Forward', async () => {
    expect((await place())[1]).toBe('Highlights · Backgrounder settings');
    for (const page of PAGES.slice(1)) {
      await options.getByRole('navigation').getByRole('link', { name: page[1] }).press('Enter');
      await expect.poll(place, PATIENCE).toEqual(placeOf(page));
    }
    await options.evaluate('history.back()');
    await expect.poll(place, PATIENCE).toEqual(placeOf(PAGES[3]));
    await options.evaluate('history.back()');
    await expect.poll(place, PATIENCE).toEqual(placeOf(PAGES[2]));
    await options.evaluate('history.forward()');
    await expect.poll(place, PATIENCE).toEqual(placeOf(PAGES[3]));
  });

  test.each([
    ['#theme-heading', 'Light or dark'],
    ['#about', 'About'],
    ['#dismissed-heading', 'Ignored matches'],
  ])('%s of a section shows it on its page', async (address, heading) => {
    await open(address);
    await expect
      .poll(() => options.evaluate('document.activeElement.textContent'), PATIENCE)
      .toBe(heading);
  });

  test('of a folded section unfolds it', async () => {
    await open('#leave-heading');
    await expect
      .poll(() => options.evaluate('document.activeElement.id'), PATIENCE)
      .toBe('leave-ms');
    expect(await options.getByLabel('Milliseconds before a card closes').isVisible()).toBe(true);
  });

  test('that nothing has shows the first page', async () => {
    await open('#no-such-page');
    await options.getByRole('heading', { level: 1, name: 'Highlights' }).waitFor();
  });
});

test.each(PAGES)('%s fits a window of 1280 × 800 with the default settings', async (id) => {
  await options.setViewportSize({ width: 1280, height: 800 });
  await open(`#${id}`);
  expect(await options.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(800);
});

/** Settings that all differ from their defaults, so that each has its button. */
const CHANGED = {
  ...DEFAULT_SETTINGS,
  ...{ on: false, entitiesOff: ['david-lammy'], castOn: ['joe-biden'], highlightStyle: 'tint' },
  ...{ marking: 'first', dwellMs: 700, leaveMs: 700, openKey: 'shift', textSize: 115 },
  ...{ theme: 'dark', badge: false, sitesOff: ['a.example'] },
  dismissedMentions: [{ site: 'a.example', entity: 'david-lammy', surface: 'Lammy' }],
} as const;

/** What has the focus, how its focus is shown, and whether it was there before. */
const stop = () =>
  options.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const isKnown = element.dataset['stop'] !== undefined;
    element.dataset['stop'] = '';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom } = element.getBoundingClientRect();
    const isInSight = top >= -1 && bottom <= innerHeight + 1;
    const isVisible = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && isInSight;
    return { name: element.outerHTML.slice(0, 120), isKnown, isVisible };
  });

test.each(PAGES)('on %s, every stop of the Tab key shows the focus', async (id) => {
  await store(recordOf(CHANGED as never));
  await open(`#${id}`);
  const folds = options.locator('details');
  for (let at = 0; at < (await folds.count()); at++) {
    await folds.nth(at).evaluate((fold: HTMLDetailsElement) => (fold.open = true));
  }
  const hidden: string[] = [];
  let stops = 0;
  for (; stops < 100; stops++) {
    await options.keyboard.press('Tab');
    const now = await stop();
    if (!now || now.isKnown) break;
    if (!now.isVisible) hidden.push(now.name);
  }
  expect(hidden).toEqual([]);
  expect(stops).toBeGreaterThan(5);
});

describe('every page', () => {
  test('says that stored settings could not be read', async () => {
    await store('not settings');
    for (const [id] of PAGES) {
      await open(`#${id}`);
      await options.getByText('Your settings could not be read').waitFor();
    }
  });

  test('keeps the sentence about the last change, with its undo', async () => {
    await options.getByRole('checkbox', { name: /Lammy/ }).uncheck();
    await options.getByRole('button', { name: 'Reset What is highlighted' }).click();
    for (const [id] of PAGES) {
      await options.evaluate((hash) => (location.hash = hash), id);
      await options
        .getByRole('status')
        .filter({ hasText: 'Reset: What is highlighted.' })
        .waitFor();
    }
    await options.getByRole('button', { name: 'Undo' }).click();
    await options.evaluate("location.hash = 'highlights'");
    await expect
      .poll(() => options.getByRole('checkbox', { name: /Lammy/ }).isChecked(), PATIENCE)
      .toBe(false);
  });
});

test('the first drawing has the stored settings already', async () => {
  await store(recordOf({ ...DEFAULT_SETTINGS, on: false, theme: 'dark' }));
  await options.addInitScript(() => {
    const first: unknown[] = [];
    Object.assign(globalThis, { first });
    new MutationObserver(() => {
      const box = document.querySelector<HTMLInputElement>('input[name=on]');
      const { theme } = document.documentElement.dataset;
      if (box && first.length === 0) first.push(box.checked, theme);
    }).observe(document, { childList: true, subtree: true });
  });
  // As often as needed: where the storage is slow, the page is drawn without it.
  const firstDrawn = async (): Promise<unknown> => {
    await open();
    return options.evaluate('first');
  };
  await expect.poll(firstDrawn, PATIENCE).toEqual([false, 'dark']);
});
