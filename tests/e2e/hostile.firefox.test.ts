/**
 * Hostile and odd pages in Firefox: those of tests/pages/hostile that say so. Each has the marks of its harmless twin.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFirefox, PATIENCE, type FirefoxScene } from './harness.ts';
import { ARTICLE, fillPage, readFixtures, type Fixture } from './hostile/fixtures.ts';
import { differences } from './hostile/judge.ts';
import { placeOfText, seeArticle } from './hostile/see-article.ts';

const TEXTS = ARTICLE.map(({ text }) => text);

let firefox: FirefoxScene;
beforeAll(async () => {
  firefox = await openFirefox();
});
afterAll(() => firefox.close());

const ask = (expression: string): Promise<unknown> =>
  firefox.evaluate((script) => window.eval(script) as unknown, expression);

async function run({
  name,
  file,
  headers,
  ready,
  copies = 1,
  ignore = '',
  acts = [],
  holds = [],
}: Fixture) {
  firefox.server.add(`/hostile/${name}/`, fillPage(file, headers));
  await firefox.goto(firefox.server.url(`hostile/${name}/`));
  if (ready !== undefined) await expect.poll(() => ask(ready), PATIENCE).toBe(true);
  const faults = async () => differences(await firefox.evaluate(seeArticle, TEXTS, ignore), copies);
  await expect.poll(faults, PATIENCE).toEqual([]);
  for (const act of acts) {
    if (act.do !== 'rest' || act.card === null) throw new Error('Not tried in Firefox.');
    await rest(act.card);
  }
  for (const expression of holds) {
    await expect.poll(() => ask(expression), { ...PATIENCE, message: expression }).toBe(true);
  }
  await expect.poll(faults, PATIENCE).toEqual([]);
}

/** The pointer comes to the first mention and stays. */
async function rest(card: string): Promise<void> {
  const place = await firefox.evaluate(placeOfText, 'Blinken');
  if (!place) throw new Error('The word is not there.');
  await firefox.movePointer(place.x - 4, place.y);
  await firefox.movePointer(place.x, place.y);
  expect((await firefox.openCard()).name).toBe(card);
  await firefox.press('Escape');
  await firefox.movePointer(2, 2);
}

describe('a page in Firefox that', () => {
  test.each(readFixtures().filter((fixture) => fixture.firefox))('$attack ($name)', run);
});
