/**
 * Hostile and odd pages in Firefox: each, whatever it does, has the marks of its harmless twin. The pages are data:
 * tests/pages/hostile.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFirefox, PATIENCE, type FirefoxScene } from './harness.ts';
import { ARTICLE, fillPage, readFixtures, type Fixture } from './hostile/fixtures.ts';
import { askPage, performInFirefox } from './hostile/firefox-acts.ts';
import { differences } from './hostile/judge.ts';
import { serveModules } from './hostile/modules.ts';
import { seeArticle } from './hostile/see-article.ts';

const TEXTS = ARTICLE.map(({ text }) => text);
/** A look at thousands of elements keeps the page from its work, so there is time between two. */
const UNHURRIED = { ...PATIENCE, interval: 1000 };

let firefox: FirefoxScene;
beforeAll(async () => {
  firefox = await openFirefox();
  serveModules(firefox.server);
  firefox.server.add('/elsewhere', { body: '<!doctype html><title>Elsewhere</title><p>Nobody.' });
});
afterAll(() => firefox.close());

/** How the page, or the frame that holds the article, differs from the twin. */
async function faultsOf({ copies = 1, ignore = '', frame }: Fixture): Promise<string[]> {
  if (frame !== undefined) await firefox.switchToFrame(frame - 1);
  try {
    return differences(await firefox.evaluatePrivileged(seeArticle, TEXTS, ignore), copies);
  } finally {
    if (frame !== undefined) await firefox.switchToFrame(null);
  }
}

async function run(fixture: Fixture): Promise<void> {
  const { name, file, headers, ready, acts = [], holds = [] } = fixture;
  firefox.server.add(`/hostile/${name}/`, fillPage(file, headers));
  await firefox.goto(firefox.server.url(`hostile/${name}/`));
  if (ready !== undefined) {
    await expect.poll(() => askPage(firefox, ready), PATIENCE).toBe(true);
  }
  await expect.poll(() => faultsOf(fixture), UNHURRIED).toEqual([]);
  for (const act of acts) await performInFirefox(act, firefox);
  for (const expression of holds) {
    const holdsNow = () => askPage(firefox, expression);
    await expect.poll(holdsNow, { ...PATIENCE, message: expression }).toBe(true);
  }
  await expect.poll(() => faultsOf(fixture), UNHURRIED).toEqual([]);
}

const fixtures = readFixtures();

describe('a page in Firefox that', () => {
  test.each(fixtures.filter(({ notInFirefox }) => notInFirefox === undefined))(
    '$attack ($name)',
    run,
  );
});

test('every page that is not tried in Firefox says why', () => {
  const reasons = fixtures.map(({ notInFirefox }) => notInFirefox ?? 'tried');
  expect(reasons.filter((reason) => reason.length === 0)).toEqual([]);
});
