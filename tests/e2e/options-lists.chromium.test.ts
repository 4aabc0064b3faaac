/** Rules, lists and files in the options page in Chromium: what is said before something is taken, or refused. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIST_MAX } from '../../src/settings/fields.ts';
import { SETTINGS_KEY } from '../../src/settings/settings.ts';
import { FILE_MAX_BYTES } from '../../src/settings/transfer.ts';
import { WORST_CASES } from '../unit/json/worst-cases.ts';
import { openChromium, PATIENCE, type ChromiumScene } from './harness.ts';

let scene: ChromiumScene;
let options: Page;
beforeAll(async () => {
  scene = await openChromium();
  options = await scene.open(`chrome-extension://${scene.extensionId}/options.html#sites`);
});
afterAll(() => scene.close());
beforeEach(async () => {
  // What the page was still writing goes with it, and not into the next test.
  await options.evaluate("location.hash = 'sites'");
  await options.reload();
  await options.evaluate('chrome.storage.local.clear()');
  await options.reload();
});

const write = (record: unknown): Promise<void> =>
  options.evaluate(`chrome.storage.local.set(${JSON.stringify({ [SETTINGS_KEY]: record })})`);

describe('what a rule covers', () => {
  const entry = () => options.getByRole('textbox', { name: /Switch off a site/ });

  test.each([
    ['example.org', 'Covers example.org and all its subdomains.'],
    ['*.example.org', 'Covers all subdomains of example.org, but not example.org itself.'],
    ['com', 'Covers every site that ends in .com.'],
    ['co.uk', 'Covers every site that ends in .co.uk.'],
    [
      'github.io/docs/*',
      'Covers pages whose path starts with /docs/, on every site that ends in .github.io.',
    ],
    ['аррӏе.com', 'this site is written xn--80ak6aa92e.com.'],
    ['zürich.example', 'In addresses, zürich.example is written xn--zrich-kva.example.'],
  ])('%s is said before it is taken', async (typed, sentence) => {
    await entry().fill(typed);
    await options.locator('#site-entry-note').filter({ hasText: sentence }).waitFor();
    await entry().fill('');
    await expect.poll(() => options.locator('#site-entry-note').innerText(), PATIENCE).toBe('');
  });

  test('is said in the list where it may surprise, and in the preview of an import', async () => {
    for (const typed of ['co.uk', 'example.org', 'xn--80ak6aa92e.com']) {
      await entry().fill(typed);
      await entry().press('Enter');
      await options.locator(`[data-rule="${typed}"]`).waitFor();
    }
    expect(await options.locator('[data-rule="co.uk"] .rule').innerText()).toContain(
      'Covers every site that ends in .co.uk.',
    );
    expect(await options.locator('[data-rule="example.org"] .rule').innerText()).toBe(
      'example.org',
    );
    expect(await options.locator('[data-rule^="xn--"] .rule').innerText()).toMatch(
      /xn--80ak6aa92e\.com[^]*аррӏе\.com/,
    );
    const ordinary = Array.from({ length: 30 }, (_, n) => `"s${n}.example"`);
    await importText(
      `{"kind": "backgrounder-settings", "version": 1, "settings": {"sitesOff": [${ordinary.join()}, "uk"]}}`,
    );
    const change = options.locator('.import [data-path="sitesOff"]');
    await change.waitFor();
    // However many others there are.
    expect(await change.innerText()).toMatch(/Adds:\s*uk\s*Covers every site that ends in \.uk\./);
    expect(await change.innerText()).toMatch(/Removes:[^]*co\.uk/);
  });
});

/** Chooses a file with this text. */
const importText = async (text: string, name = 'made.json'): Promise<void> => {
  await options.evaluate("location.hash = 'data'");
  await options.getByLabel('Import settings').setInputFiles({
    ...{ name, mimeType: 'application/json' },
    buffer: Buffer.from(text),
  });
};

test('a file of something else is called that', async () => {
  await importText('Dear diary', 'diary.txt');
  await options.getByText('This is not a Backgrounder settings file.').waitFor();
});

describe('the largest files', () => {
  test('are answered, one after the other', async () => {
    for (const [name, text] of Object.entries(WORST_CASES)) {
      await importText(text(FILE_MAX_BYTES - 200), `${name}.json`);
      await options
        .locator('.import h3')
        .filter({ hasText: `${name}.json` })
        .waitFor();
    }
  });

  test('that are too large are not read', async () => {
    await importText(' '.repeat(FILE_MAX_BYTES + 1));
    await options
      .getByText(`The file has ${(FILE_MAX_BYTES + 1).toLocaleString('en')} bytes.`)
      .waitFor();
  });
});

test('a list that is full says so, and takes nothing more', async () => {
  const full = Array.from({ length: LIST_MAX }, (_, n) => `s${n}.example`);
  await write({ version: 1, settings: { sitesOff: full } });
  await options.reload();
  await options.locator('[data-rule="s7.example"]').waitFor();
  const entry = options.getByRole('textbox', { name: /Switch off a site/ });
  await entry.fill('one-more.example');
  await entry.press('Enter');
  await options
    .getByRole('status')
    .filter({ hasText: '“Sites that are switched off” has reached 2000 entries' })
    .waitFor();
  await expect
    .poll(() => options.locator('[data-rule="one-more.example"]').count(), PATIENCE)
    .toBe(0);
});
