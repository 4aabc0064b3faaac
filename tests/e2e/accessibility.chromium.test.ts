/** axe on the extension's own pages, where it can judge everything: no violation, and nothing undecided. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type ChromiumScene } from './harness.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

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
  ...['highlights', 'cards', 'sites', 'keys', 'data'].map((page) => ({
    state: `the options, ${page}`,
    ...{ page: `options.html#${page}`, keys: [], shows: '.section' },
  })),
  { state: 'the welcome page', page: 'welcome.html', keys: [], shows: '.welcome-choice' },
];

async function audit(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate<AxeResults>('axe.run()');
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`),
  );
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(STATES)('$state has nothing against it', async ({ page: name, keys, shows }) => {
    const page = await scene.open(`chrome-extension://${scene.extensionId}/${name}`);
    // As high as the content, here and below: axe cannot judge what is scrolled out of sight.
    await page.setViewportSize({ width: name === 'popup.html' ? 360 : 900, height: 6000 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (name === 'popup.html') await page.locator('[role=combobox]:focus').waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await page.locator(shows).first().waitFor();
    await page.evaluate(`{ const { style } = document.querySelector('.popup') ?? document.body;
      style.maxHeight = 'none'; style.height = '5900px' }`);
    expect(await audit(page)).toEqual([]);
    await page.close();
  });
});
