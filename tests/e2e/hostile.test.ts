/**
 * Hostile and odd pages in both browsers: each, whatever it does, has the marks of its harmless twin. The pages are
 * data: tests/pages/hostile.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileChromium } from './hostile/chromium-page.ts';
import type { HostileBrowser } from './hostile/driver.ts';
import { hostileFirefox } from './hostile/firefox-page.ts';
import { fillPage, readFixtures, type Fixture } from './hostile/fixtures.ts';
import { judge } from './hostile/judge.ts';
import { serveModules } from './hostile/modules.ts';

const fixtures = readFixtures();
const pathOf = (name: string): string => `/hostile/${name}/`;

describe('the list of hostile pages', () => {
  test('is long enough, and every page has a name of its own', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(40);
    expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
  });

  test('says of every page that is not tried in Firefox why', () => {
    expect(fixtures.filter(({ notInFirefox }) => notInFirefox === '')).toEqual([]);
  });
});

const BROWSERS = [
  {
    name: 'Chromium',
    open: hostileChromium,
    pages: fixtures,
    isAlone: ({ alone = false }: Fixture) => alone,
  },
  {
    name: 'Firefox',
    open: hostileFirefox,
    pages: fixtures.filter(({ notInFirefox }) => notInFirefox === undefined),
    // There only the tab in front is read as a reader would see it, so each page has the browser for itself.
    isAlone: () => true,
  },
];

// Both at once: Firefox waits more than it works.
describe.concurrent.each(BROWSERS)('in $name,', ({ open, pages, isAlone }) => {
  let browser: HostileBrowser;
  beforeAll(async () => {
    browser = await open();
    serveModules(browser.server);
    for (const { name, file, headers } of pages) {
      browser.server.add(pathOf(name), fillPage(file, headers));
    }
    browser.server.add('/elsewhere', { body: '<!doctype html><title>Elsewhere</title><p>Nobody.' });
  });
  afterAll(() => browser.close());

  const run = async (fixture: Fixture): Promise<void> => {
    const faults = await judge(fixture, browser.server.url(pathOf(fixture.name)), browser);
    if (fixture.fails === undefined) expect(faults).toEqual([]);
    else expect(faults, 'mended: take "fails" out of pages.jsonl').not.toEqual([]);
  };
  const title = ({ name, attack, fails }: Fixture): string =>
    `a page that ${attack} (${name})${fails === undefined ? '' : `: fails today, ${fails}`}`;

  for (const isTurn of [false, true]) {
    for (const fixture of pages.filter((page) => isAlone(page) === isTurn)) {
      test(title(fixture), { concurrent: !isTurn }, () => run(fixture));
    }
  }
});
