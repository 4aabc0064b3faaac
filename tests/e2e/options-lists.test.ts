/** Rules, lists and files in the options page: what is said before something is taken, or refused. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIST_MAX } from '../../src/settings/fields.ts';
import { SETTINGS_KEY } from '../../src/settings/settings.ts';
import { FILE_MAX_BYTES } from '../../src/settings/transfer.ts';
import { WORST_CASES } from '../unit/json/worst-cases.ts';
import { GATE_SCENES, type GateScene } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { emptyStorage, type OwnPage } from './own-page.ts';
import { textbox } from './own-page-controls.ts';
import { openOwnPage } from './own-page-drivers.ts';

const ENTRY = textbox('Switch off a site');

describe.each(GATE_SCENES)('in %s,', (_name, launch) => {
  let scene: GateScene;
  let options: OwnPage;
  beforeAll(async () => {
    const launched = await launch();
    scene = launched;
    options = await openOwnPage(launched, 'options.html#sites');
  });
  afterAll(() => scene.close());
  beforeEach(async () => {
    await emptyStorage(options);
    await options.goto('options.html#sites');
  });

  const importText = async (text: string, name = 'made.json'): Promise<void> => {
    await options.ask('location.hash = "data"');
    await options.says(/./, 'label[for=import-file]');
    await options.choose('#import-file', { name, text });
  };
  const enter = async (typed: string): Promise<void> => {
    await options.fill(ENTRY, typed);
    await options.press('Enter');
  };

  describe('what a rule covers', () => {
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
      await options.fill(ENTRY, typed);
      await options.says(sentence, '#site-entry-note');
      await options.fill(ENTRY, '');
      await options.says(/^$/, '#site-entry-note');
    });

    test('is said in the list where it may surprise, and in the preview of an import', async () => {
      for (const typed of ['co.uk', 'example.org', 'xn--80ak6aa92e.com']) {
        await enter(typed);
        await options.says(typed, `[data-rule="${typed}"]`);
      }
      await options.says('Covers every site that ends in .co.uk.', '[data-rule="co.uk"] .rule');
      await options.says(/^example\.org$/, '[data-rule="example.org"] .rule');
      await options.says(/xn--80ak6aa92e\.com[^]*аррӏе\.com/, '[data-rule^="xn--"] .rule');
      const ordinary = Array.from({ length: 30 }, (_, n) => `"s${n}.example"`);
      await importText(
        `{"kind": "backgrounder-settings", "version": 1, "settings": {"sitesOff": [${ordinary.join()}, "uk"]}}`,
      );
      const change = '.import [data-path="sitesOff"]';
      // However many others there are.
      await options.says(/Adds:\s*uk\s*Covers every site that ends in \.uk\./, change);
      await options.says(/Removes:[^]*co\.uk/, change);
    });
  });

  test('a file of something else is called that', async () => {
    await importText('Dear diary', 'diary.txt');
    await options.says('This is not a Backgrounder settings file.');
  });

  describe('the largest files', () => {
    test('are answered, one after the other', async () => {
      for (const [name, text] of Object.entries(WORST_CASES)) {
        await importText(text(FILE_MAX_BYTES - 200), `${name}.json`);
        await options.says(`${name}.json`, '.import h3');
      }
    });

    test('that are too large are not read', async () => {
      await importText(' '.repeat(FILE_MAX_BYTES + 1));
      await options.says(`The file has ${(FILE_MAX_BYTES + 1).toLocaleString('en')} bytes.`);
    });
  });

  test('a list that is full says so, and takes nothing more', async () => {
    const sitesOff = Array.from({ length: LIST_MAX }, (_, n) => `s${n}.example`);
    const record = { [SETTINGS_KEY]: { version: 1, settings: { sitesOff } } };
    await options.ask(`chrome.storage.local.set(${JSON.stringify(record)})`);
    await options.reload();
    await options.says('s7.example', '[data-rule="s7.example"]');
    await enter('one-more.example');
    await options.says('“Sites that are switched off” has reached 2000 entries', '[role=status]');
    const rules = () => options.texts('[data-rule="one-more.example"]');
    await expect.poll(rules, PATIENCE).toEqual([]);
  });
});
