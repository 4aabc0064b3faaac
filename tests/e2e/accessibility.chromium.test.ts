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

/** Each state that a person can be in, and how to get there by keys. */
const STATES: { state: string; page: string; keys: string[] }[] = [
  { state: 'the popup with its list', page: 'popup.html', keys: [] },
  { state: 'the popup with results', page: 'popup.html', keys: ['n', 'a', 't', 'o'] },
  { state: 'the popup with nothing found', page: 'popup.html', keys: ['q', 'q', 'q', 'q'] },
  { state: 'the popup with a card', page: 'popup.html', keys: ['ArrowDown', 'Enter'] },
  { state: 'the options', page: 'options.html', keys: [] },
];

async function audit(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate<AxeResults>('axe.run()');
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`),
  );
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(STATES)('$state has nothing against it', async ({ page: name, keys }) => {
    const page = await scene.open(`chrome-extension://${scene.extensionId}/${name}`);
    // As high as the content, here and below: axe cannot judge what is scrolled out of sight.
    await page.setViewportSize({ width: name === 'popup.html' ? 360 : 900, height: 6000 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(300);
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(200);
    await page.evaluate(`{ const { style } = document.querySelector('.popup') ?? document.body;
      style.maxHeight = 'none'; style.height = '5900px' }`);
    expect(await audit(page)).toEqual([]);
    await page.close();
  });
});
