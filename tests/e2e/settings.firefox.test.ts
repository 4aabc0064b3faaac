/** The settings in Firefox: records of other versions, rules that say what they cover, and changes that come at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { openFirefox, PATIENCE, type FirefoxScene } from './harness.ts';

let firefox: FirefoxScene;
beforeAll(async () => {
  firefox = await openFirefox();
});
afterAll(() => firefox.close());

/** Opens the options page, and waits for its sections. */
const openOptions = async (): Promise<void> => {
  await firefox.goto(firefox.extensionUrl('options.html#sites'));
  await expect.poll(() => textOf('h1'), PATIENCE).toBe('Sites');
};
const textOf = (selector: string): Promise<string> =>
  firefox.evaluate(
    (wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '',
    selector,
  );

/** Presses the link to a page of the options. */
const goTo = (page: string): Promise<void> =>
  firefox.evaluate((id) => {
    document.querySelector<HTMLElement>(`nav a[href="#${id}"]`)?.click();
  }, page);

interface Unwrapped {
  JSON: JSON;
  browser: {
    storage: {
      local: {
        get(key: null): Promise<Record<string, unknown>>;
        set(entries: unknown): Promise<void>;
        clear(): Promise<void>;
      };
    };
  };
}

/** In place of everything that is stored. From the options page. */
const store = (entries: Record<string, unknown>): Promise<void> =>
  firefox.evaluatePrivileged(async (text) => {
    const page = (window as unknown as { wrappedJSObject: Unwrapped }).wrappedJSObject;
    await page.browser.storage.local.clear();
    await page.browser.storage.local.set(page.JSON.parse(text));
  }, JSON.stringify(entries));
const stored = async (): Promise<Record<string, unknown>> =>
  JSON.parse(
    await firefox.evaluatePrivileged(async () => {
      const { browser } = (window as unknown as { wrappedJSObject: Unwrapped }).wrappedJSObject;
      return JSON.stringify(await browser.storage.local.get(null));
    }),
  ) as Record<string, unknown>;
/** How many mentions a page of ours has, once it has been looked at. */
const marksOn = async (): Promise<number> => (await firefox.evaluate(seeMarks)).length;

beforeEach(async () => {
  await openOptions();
  await store({});
});

describe('a record of another version', () => {
  test('with fields missing and fields unknown keeps its sites off, and loses nothing', async () => {
    const fields = { theme: 'dark', sitesOff: ['127.0.0.1', 'a.example'], largeCards: true };
    await store({ settings: { version: 1, settings: fields } });
    await firefox.goto(firefox.server.url('news-2024.html'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await marksOn()).toBe(0);
    await openOptions();
    await expect.poll(() => textOf('[data-rule="127.0.0.1"]'), PATIENCE).toContain('Remove');
    await firefox.evaluate(() => {
      document.querySelector<HTMLElement>('[data-rule="127.0.0.1"] button:last-child')?.click();
    });
    await expect.poll(() => textOf('.announcement'), PATIENCE).toContain('Removed: 127.0.0.1');
    expect(await stored()).toMatchObject({
      settings: { version: 1, settings: { ...fields, sitesOff: ['a.example'] } },
    });
    await firefox.goto(firefox.server.url('news-2024.html'));
    await expect.poll(marksOn, PATIENCE).toBeGreaterThan(10);
  });

  test('of a later version comes on nowhere, and is kept', async () => {
    const record = { version: 7, settings: { everything: 'else' } };
    await store({ settings: record });
    await firefox.goto(firefox.server.url('news-2024.html'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await marksOn()).toBe(0);
    await openOptions();
    await expect.poll(() => textOf('[data-unreadable]'), PATIENCE).toContain('A newer version');
    const kept = Object.values(await stored());
    expect(kept).toContainEqual({ reason: 'newer', original: record });
  });
});

test('each page of the options has its address, its title and the focus, and Back goes back', async () => {
  const place = (): Promise<string[]> =>
    firefox.evaluate(() => [
      location.hash,
      document.title,
      document.activeElement?.textContent ?? '',
      document.querySelector('[aria-current="page"]')?.textContent ?? '',
    ]);
  const cards = ['#cards', 'Cards · Backgrounder settings', 'Cards', 'Cards'];
  await goTo('cards');
  await expect.poll(place, PATIENCE).toEqual(cards);
  await goTo('keys');
  await expect.poll(async () => (await place())[2], PATIENCE).toBe('Shortcuts and button');
  await firefox.evaluate(() => {
    history.back();
  });
  await expect.poll(place, PATIENCE).toEqual(cards);
});

test.each([
  ['co.uk', 'Covers every site that ends in .co.uk.'],
  ['xn--80ak6aa92e.com', 'In addresses, this site is written xn--80ak6aa92e.com.'],
])('%s says what it covers while it is typed', async (typed, sentence) => {
  await firefox.evaluate(() => {
    document.getElementById('site-entry')?.focus();
  });
  await firefox.press(typed);
  await expect.poll(() => textOf('#site-entry-note'), PATIENCE).toContain(sentence);
  await firefox.press('Enter');
  await expect.poll(() => textOf(`[data-rule="${typed}"] .rule`), PATIENCE).toContain(sentence);
});

test('a wrong file is refused with its line, and a right one is previewed and applied', async () => {
  await goTo('data');
  const choose = (text: string): Promise<void> =>
    firefox.evaluate((content) => {
      const input = document.querySelector<HTMLInputElement>('#import-file');
      const files = new DataTransfer();
      files.items.add(new File([content], 'made.json', { type: 'application/json' }));
      if (input) input.files = files.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
  const file = (settings: string) =>
    `{"kind": "backgrounder-settings", "version": 1,\n"settings": ${settings}}`;
  await choose(file('{"theme": "pink"}'));
  await expect
    .poll(() => textOf('.problems'), PATIENCE)
    .toContain('Line 2, column 23: “theme (Light or dark)” is "pink".');
  await choose(file('{"theme": "dark", "sitesOff": ["com"]}'));
  await expect
    .poll(() => textOf('.import [data-path="sitesOff"]'), PATIENCE)
    .toMatch(/Adds:\s*com\s*Covers every site that ends in \.com\./);
  await firefox.evaluate(() => {
    document.querySelector<HTMLElement>('.import button')?.click();
  });
  await expect.poll(() => textOf('.announcement'), PATIENCE).toContain('imported');
  expect(await firefox.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});
