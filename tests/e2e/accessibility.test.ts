/** axe on the extension's own pages, where it can judge everything: no violation, and nothing undecided. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditedInChromium, auditedInFirefox, type AuditedPages } from './audited.ts';
import { PATIENCE } from './harness.ts';

/** Each state that a person can be in, how to get there by keys, and what is there then. */
const STATES: { state: string; page: string; keys: string[]; shows: string }[] = [
  { state: 'the popup with its list', page: 'popup.html', keys: [], shows: '[role=option]' },
  {
    state: 'the popup with results',
    page: 'popup.html',
    keys: ['n', 'a', 't', 'o'],
    shows: '.option-found mark',
  },
  {
    state: 'the popup with nothing found',
    page: 'popup.html',
    keys: ['q', 'q', 'q', 'q'],
    shows: '.search-nothing',
  },
  {
    state: 'the popup with a card',
    page: 'popup.html',
    keys: ['ArrowDown', 'Enter'],
    shows: '.card h2',
  },
  ...['highlights', 'datasets', 'cards', 'sites', 'keys', 'data'].map((page) => ({
    state: `the options, ${page}`,
    ...{ page: `options.html#${page}`, keys: [], shows: '.section' },
  })),
  { state: 'the welcome page', page: 'welcome.html', keys: [], shows: '.welcome-choice' },
];

describe.each([
  ['Chromium', auditedInChromium],
  ['Firefox', auditedInFirefox],
] as const)('in %s', (_, openPages) => {
  let pages: AuditedPages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
    test.each(STATES)('$state has nothing against it', async ({ page, keys, shows }) => {
      const isPopup = page === 'popup.html';
      const expectThere = (selector: string) =>
        expect.poll(() => pages.has(selector), { ...PATIENCE, message: selector }).toBe(true);
      await pages.open(page, isPopup ? 360 : 900, scheme);
      if (isPopup) await expectThere('[role=combobox]:focus');
      for (const key of keys) await pages.press(key);
      await expectThere(shows);
      expect(await pages.audit()).toEqual([]);
    });
  });
});
