/**
 * Hostile and odd pages in Chromium: each, whatever it does, has the marks of its harmless twin. The pages are
 * data: tests/pages/hostile.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type ChromiumScene } from './harness.ts';
import { fillPage, readFixtures, type Fixture } from './hostile/fixtures.ts';
import { judge } from './hostile/judge.ts';
import { serveModules } from './hostile/modules.ts';

const fixtures = readFixtures();
const pathOf = (name: string): string => `/hostile/${name}/`;

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
  serveModules(scene.server);
  for (const { name, file, headers } of fixtures) {
    scene.server.add(pathOf(name), fillPage(file, headers));
  }
  scene.server.add('/elsewhere', { body: '<!doctype html><title>Elsewhere</title><p>Nobody.' });
});
afterAll(() => scene.close());

async function run(fixture: Fixture): Promise<void> {
  const faults = await judge(fixture, scene.server.url(pathOf(fixture.name)), scene);
  if (fixture.fails === undefined) expect(faults).toEqual([]);
  else expect(faults, 'mended: take "fails" out of pages.jsonl').not.toEqual([]);
}

const title = ({ name, attack, fails }: Fixture): string =>
  `${attack} (${name})${fails === undefined ? '' : `: fails today, ${fails}`}`;

describe('the list of hostile pages', () => {
  test('is long enough, and every page has a name of its own', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(40);
    expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
  });
});

describe.concurrent('a page that', () => {
  for (const fixture of fixtures.filter(({ alone }) => !alone)) {
    test(title(fixture), () => run(fixture));
  }
});

describe('a page that has the browser for itself and', () => {
  for (const fixture of fixtures.filter(({ alone }) => alone)) {
    test(title(fixture), () => run(fixture));
  }
});
