/** Changes that are not stored, in both browsers: whoever asked for one is told, in the popup, in pages and in the options. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIST_MAX } from '../../src/settings/fields.ts';
import { emptyStorage, fillStorage, LITTLE_ROOM } from './full-storage.ts';
import {
  expectSurfaces,
  openInChromium,
  openInFirefox,
  store,
  type GateScene,
  type OpenPopup,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { click } from './popup-words.ts';

/** What of the browser's own interface runs in pages of the extension. */
declare const browser: { storage: { local: { clear(): Promise<void> } } };

const failureIn = (popup: OpenPopup): Promise<string> => popup.text('.popup-failure');

/** Where each browser says why. Firefox names the reason now and then only. */
const FULL = {
  Chromium: /^The change was not saved\. Reason: .*quota/i,
  Firefox: /^The change was not saved\. Reason: .*(quota|unexpected error)/i,
};

describe.each([
  ['Chromium', openInChromium],
  ['Firefox', () => openInFirefox({ preferences: LITTLE_ROOM })],
] as const)('in %s,', (name, launch) => {
  let scene: GateScene;
  /** Is closed after its test. */
  let last: OpenPopup | undefined;
  beforeAll(async () => {
    scene = await launch();
  });
  afterAll(() => scene.close());
  beforeEach(() => scene.inExtension(() => browser.storage.local.clear()));
  afterEach(() => close());
  const close = async (): Promise<void> => {
    await last?.close().catch(() => undefined);
    last = undefined;
  };
  const open = async (): Promise<OpenPopup> => {
    await close();
    return (last = await scene.openPopup());
  };

  describe('a list that is full', () => {
    const FULL_LIST = '“Sites that are switched off” has reached 2000 entries';
    beforeEach(async () => {
      const sitesOff = Array.from({ length: LIST_MAX }, (_, n) => `s${n}.example`);
      await store(scene, { sitesOff }, ['ask', 'ask-in-frames', 'gate']);
      await scene.open('<p>Blinken.</p>');
      await expectSurfaces(scene, ['Blinken']);
    });

    test('is said in the popup', async () => {
      const popup = await open();
      await click(popup, '[role=switch]');
      await expect.poll(() => failureIn(popup), PATIENCE).toContain(FULL_LIST);
      await expectSurfaces(scene, ['Blinken']);
    });

    test('is said in a page', async () => {
      await scene.command('switch-site');
      await expect
        .poll(async () => (await scene.notices()).offer, PATIENCE)
        .toMatch(new RegExp(`${FULL_LIST}.*Try again`));
      await expectSurfaces(scene, ['Blinken']);
    });
  });

  test('the popup says that the storage takes nothing, until a change is stored', async () => {
    await scene.open('<p>Blinken.</p>');
    await expectSurfaces(scene, ['Blinken']);
    await fillStorage(scene);
    /** @returns the popup, in which these buttons were pressed for nothing */
    const press = async (...buttons: string[]): Promise<OpenPopup> => {
      const popup = await open();
      expect(await failureIn(popup)).toBe('');
      for (const button of buttons) await click(popup, button);
      await expect.poll(() => failureIn(popup), PATIENCE).toMatch(FULL[name]);
      await expectSurfaces(scene, ['Blinken']);
      return popup;
    };
    await press('.menu > button', '[role=menuitem]');
    await press('.menu > button', '[role=menuitem]:nth-child(2)');
    const popup = await press('[role=switch]');
    // Firefox does not give the room back soon.
    if (name === 'Firefox') return;
    await emptyStorage(scene);
    await click(popup, '[role=switch]');
    await expectSurfaces(scene, []);
    await expect.poll(() => failureIn(popup), PATIENCE).toBe('');
  });

  test('the options say so, and the control goes back to what is stored', async () => {
    await fillStorage(scene);
    const isChosen = (words: string, act: 'see' | 'press') =>
      scene.inExtension((given) => {
        const [wanted = '', what] = given.split('|');
        location.hash = 'cards';
        const labels = [...document.querySelectorAll('label')];
        const label = labels.find(({ textContent }) => textContent.includes(wanted));
        const radio = label?.querySelector('input');
        if (what === 'press') radio?.click();
        return radio?.checked;
      }, `${words}|${act}`);
    await expect.poll(() => isChosen('Always dark', 'see'), PATIENCE).toBe(false);
    await isChosen('Always dark', 'press');
    const said = () =>
      scene.inExtension(() => {
        const all = [...document.querySelectorAll<HTMLElement>('[role=status]')];
        return all.map(({ innerText }) => innerText).find((text) => text.includes('not saved'));
      });
    await expect.poll(said, PATIENCE).toMatch(FULL[name]);
    await expect.poll(() => isChosen('Follow page', 'see'), PATIENCE).toBe(true);
  });
});
