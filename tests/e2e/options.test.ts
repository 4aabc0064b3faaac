/** The options page: what is set applies at once in open tabs, and nothing is lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SETTINGS_KEY } from '../../src/settings/settings.ts';
import { seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import { expectSurfaces, GATE_SCENES, STILLNESS_MS, type GateScene } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { emptyStorage, type OwnPage, type SavedFile } from './own-page.ts';
import { button, checkbox, fold, link, radio, textbox } from './own-page-controls.ts';
import { openOwnPage } from './own-page-drivers.ts';
import { cardOf, restOn } from './reader-at.ts';

describe.each(GATE_SCENES)('in %s,', (_name, launch) => {
  let scene: GateScene;
  let options: OwnPage;
  beforeAll(async () => {
    const launched = await launch();
    scene = launched;
    options = await openOwnPage(launched, 'options.html');
  });
  afterAll(() => scene.close());
  beforeEach(async () => {
    await emptyStorage(options);
    await options.goto('options.html');
  });

  /** Goes to a page of the options as a reader does. */
  const goTo = async (name: string): Promise<void> => {
    await options.pressOn(link(name, 'nav'));
    await options.says(name, 'h1:focus');
  };
  const write = (record: unknown): Promise<void> =>
    options.ask(`chrome.storage.local.set(${JSON.stringify({ [SETTINGS_KEY]: record })})`);
  const storage = (): Promise<Record<string, unknown>> =>
    options.ask('chrome.storage.local.get(null)');

  describe('a setting applies in open tabs at once', () => {
    test('an entity off and on', async () => {
      await scene.open('<p>Blinken and Lammy.</p>');
      await expectSurfaces(scene, ['Blinken', 'Lammy']);
      await options.switchTo(checkbox('Lammy'), false);
      await expectSurfaces(scene, ['Blinken']);
      await options.switchTo(checkbox('Lammy'), true);
      await expectSurfaces(scene, ['Blinken', 'Lammy']);
    });

    test('somebody of the cast on, who is off by default', async () => {
      await scene.open('<p>Blinken and Joe Biden.</p>');
      await expectSurfaces(scene, ['Blinken']);
      await options.pressOn(fold('0 of 20 highlighted'));
      await options.switchTo(checkbox('Joe Biden'), true);
      await expectSurfaces(scene, ['Blinken', 'Joe Biden']);
      await restOn(scene, 'Joe Biden');
      expect((await cardOf(scene)).name).toBe('Joe Biden');
    });

    test('the highlight style', async () => {
      await scene.open('<p>Blinken.</p>');
      const styles = async () => {
        const marks = await scene.ask<SeenMark[]>(`(${String(seeMarks)})()`);
        return marks.map(({ highlight }) => highlight);
      };
      await expect.poll(styles, PATIENCE).toEqual(['backgrounder-dotted']);
      await options.switchTo(radio('Tint'), true);
      await expect.poll(styles, PATIENCE).toEqual(['backgrounder-tint']);
    });

    test('everything off and on', async () => {
      await scene.open('<p>Blinken.</p>');
      await expectSurfaces(scene, ['Blinken']);
      await options.switchTo(checkbox('Highlight names'), false);
      await expectSurfaces(scene, []);
      await options.switchTo(checkbox('Highlight names'), true);
      await expectSurfaces(scene, ['Blinken']);
    });

    test('how much is marked; what is not painted still opens its card', async () => {
      await scene.open(
        `<h2>One</h2><p>Blinken and Lammy. Blinken again.</p>
         <h2>Two</h2><p style="margin-top: 60px"><b id="unpainted">Blinken</b> left.</p>`,
      );
      await expectSurfaces(scene, ['Blinken', 'Lammy', 'Blinken', 'Blinken']);
      await options.switchTo(radio('in each section'), true);
      await expectSurfaces(scene, ['Blinken', 'Lammy', 'Blinken']);
      await options.switchTo(radio('on the page'), true);
      await expectSurfaces(scene, ['Blinken', 'Lammy']);
      const { x, y } = await scene.ask<{ x: number; y: number }>(
        'document.querySelector("#unpainted").getBoundingClientRect().toJSON()',
      );
      await scene.move(x + 10, y + 8);
      expect((await cardOf(scene)).name).toBe('Antony Blinken');
    });

    test('the key that has to be held', async () => {
      await scene.open('<p style="margin-top: 60px">President Zelenskyy.</p>');
      await expectSurfaces(scene, ['Zelenskyy']);
      await goTo('Cards');
      await options.switchTo(radio(/^Shift/), true);
      await restOn(scene, 'Zelenskyy');
      await scene.wait(STILLNESS_MS);
      expect(await scene.card()).toBeUndefined();
      await scene.keyDown('Shift');
      await scene.move(5, 5);
      await restOn(scene, 'Zelenskyy');
      expect((await cardOf(scene)).name).toBe('Volodymyr Zelenskyy');
      await scene.keyUp('Shift');
    });

    test('the dwell', async () => {
      await goTo('Cards');
      await options.pressOn(fold('More: exact times'));
      await options.fill(textbox('Milliseconds before a card opens'), '2000');
      await options.press('Enter');
      await scene.open('<p>Blinken.</p>');
      const stored = async () =>
        (await storage())[SETTINGS_KEY] as { settings: { dwellMs: number } } | undefined;
      await expect.poll(async () => (await stored())?.settings.dwellMs, PATIENCE).toBe(2000);
      await restOn(scene, 'Blinken');
      await scene.wait(900);
      expect(await scene.card()).toBeUndefined();
      await cardOf(scene);
    });

    test('a site that is switched off, by keys alone, and on again', async () => {
      await scene.open('<p>Blinken.</p>');
      await expectSurfaces(scene, ['Blinken']);
      await goTo('Sites');
      await options.fill(textbox('Switch off a site'), '');
      await options.type('http://127.0.0.1:8080/any/page');
      await options.press('Enter');
      await expectSurfaces(scene, []);
      await options.keyOn(button('Remove: 127.0.0.1'), 'Enter');
      await expectSurfaces(scene, ['Blinken']);
    });
  });

  describe('the rules for sites', () => {
    test('on some sites alone, and back with both lists kept', async () => {
      await scene.open('<p>Blinken.</p>');
      await expectSurfaces(scene, ['Blinken']);
      await goTo('Sites');
      await options.switchTo(radio('Only these sites'), true);
      await expectSurfaces(scene, []);
      await options.fill(textbox('Add a site'), '127.0.0.1/at/*');
      await options.press('Enter');
      await expectSurfaces(scene, ['Blinken']);
      await options.switchTo(radio('Every site except'), true);
      await options.says('Rules in the other list: 1');
    });

    test('a rule is edited in place, a wrong one says why, an address is tested', async () => {
      await goTo('Sites');
      await options.fill(textbox('Switch off a site'), 'not a host');
      await options.press('Enter');
      await options.says('contains a space', '[role=alert]');
      await options.fill(textbox('Switch off a site'), 'example.org');
      await options.press('Enter');
      await options.keyOn(button('Edit: example.org'), 'Enter');
      await expect
        .poll(() => options.ask('document.activeElement.value'), PATIENCE)
        .toBe('example.org');
      await options.type('*.example.org');
      await options.press('Enter');
      await options.says(/./, '[data-rule="*.example.org"]');
      await options.pressOn(fold('More: patterns, test an address'));
      const address = textbox('Test an address');
      await options.fill(address, 'https://news.example.org/a');
      await options.says('Off: the rule “*.example.org” covers this address.');
      await options.fill(address, 'example.org:8080/a');
      await options.says('On: no rule covers this address.');
      await options.fill(address, 'chrome://settings');
      await options.says('cannot read pages at this address');
    });
  });

  describe('back again', () => {
    const theme = (): Promise<string | null> =>
      options.ask('document.documentElement.dataset.theme ?? null');
    const ofTheme = button('Reset Light or dark');

    test('one setting, which keeps the focus there, says so, and can be undone', async () => {
      await goTo('Cards');
      expect(await options.count(button(/^Reset/))).toBe(0);
      await options.switchTo(radio('Always dark'), true);
      await expect.poll(theme, PATIENCE).toBe('dark');
      await options.keyOn(ofTheme, 'Enter');
      await expect.poll(theme, PATIENCE).toBeNull();
      expect(await options.count(ofTheme)).toBe(0);
      expect(await options.ask('document.activeElement.value')).toBe('auto');
      await options.says('Reset: Light or dark.', '[role=status]');
      await options.keyOn(button('Undo'), 'Enter');
      await expect.poll(theme, PATIENCE).toBe('dark');
    });

    const choose = (file: SavedFile) => options.choose('#import-file', file);
    const changes = () => options.texts('.import [data-path]');

    test('a file is exported, previewed after a reset, and applied', async () => {
      await goTo('Cards');
      await options.switchTo(radio('Quick'), true);
      await goTo('Sites');
      await options.fill(textbox('Switch off a site'), 'a.example');
      await options.press('Enter');
      await options.says(/./, '[data-rule="a.example"]');
      await goTo('Data and about');
      await options.switchTo(checkbox('Include site rules'), true);
      const saved = await options.download(() => options.pressOn(button('Export settings')));
      await options.pressOn(button('Reset all settings'));
      await options.says('All settings were reset.');
      await choose(saved);
      await expect.poll(async () => (await changes()).length, PATIENCE).toBe(2);
      await options.says('a.example', '.import [data-path="sitesOff"]');
      // After a file was saved, the browser may have the keyboard for itself.
      const focused = () => options.ask('document.activeElement.id');
      await expect.poll(focused, PATIENCE).toBe('import-heading');
      await options.pressOn(button('Apply these changes'));
      await goTo('Sites');
      await options.says(/./, '[data-rule="a.example"]');
      await goTo('Cards');
      expect(await options.isOn(radio('Quick'))).toBe(true);
    });

    test('a refused file says where and why, and nothing changes', async () => {
      await goTo('Data and about');
      const before = await storage();
      await choose({
        name: 'broken.json',
        text: '{\n"kind": "backgrounder-settings",\n"version": 1,\n"settings": {"dwellMs": 9999}\n}',
      });
      await options.says(
        /Line 4, column \d+: “dwellMs .*” is 9999\. It must be a whole number from 0 to 2000\./,
        '.import[data-ok="false"]',
      );
      expect(await storage()).toEqual(before);
    });
  });

  test('the preview is painted by the real highlights, as the settings say', async () => {
    const painted = (): Promise<number> =>
      options.ask(`(() => {
        let count = 0;
        CSS.highlights.get('backgrounder-tint')?.forEach(({ startContainer }) => {
          if (document.querySelector('.preview').contains(startContainer)) count++;
        });
        return count;
      })()`);
    await options.switchTo(radio('Tint'), true);
    await expect.poll(painted, PATIENCE).toBe(10);
    await options.switchTo(radio('first on the page'), true);
    await expect.poll(painted, PATIENCE).toBe(5);
  });

  describe('what is stored but cannot be read', () => {
    const GARBAGE = [
      ['garbage', 'not settings at all'],
      ['a broken record', { version: 1, settings: { dwellMs: 'soon' } }],
      ['a newer version', { version: 99, settings: { everything: 'new' } }],
    ] as const;

    test.each(GARBAGE)('%s is kept, said, and no page comes on by it', async (_what, stored) => {
      await write(stored);
      await scene.open('<p>Blinken.</p>');
      await options.reload();
      const notices = async () => (await options.texts('[data-unreadable]')).length;
      await expect.poll(notices, PATIENCE).toBe(1);
      const kept = Object.entries(await storage()).filter(([key]) =>
        key.startsWith('settings-unreadable-'),
      );
      expect(kept.map(([, value]) => (value as { original: unknown }).original)).toEqual([stored]);
      await options.reload();
      await expect.poll(notices, PATIENCE).toBe(1);
      // What was switched off is not known any more.
      await expectSurfaces(scene, []);
      await options.switchTo(checkbox('Highlight names'), true);
      await expectSurfaces(scene, ['Blinken']);
    });
  });
});
