/**
 * The page by keys alone: walking the mentions, opening, the card's own buttons, switching off with the way back. The extension is told
 * of key commands as the browser does it; the rest are real key presses. In both browsers.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activeSurfaces, seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { expectSurfaces, GATE_SCENES, type GateScene } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { cardOf, pressControl, STILLNESS_MS } from './reader-at.ts';

const STORY = `<button id="before" style="margin-top: 90px">Before</button>
  <p>Antony Blinken met David Lammy.</p><p style="margin-top: 1500px">President Zelenskyy waited.</p>`;
const ALL = ['Antony Blinken', 'David Lammy', 'Zelenskyy'];
/** Between two times that a held key is told again, in ms: longer than the press guard, so that each would count. */
const HELD_MS = 350;

describe.each(GATE_SCENES)('in %s,', (_browser, launch) => {
  let scene: GateScene;
  beforeAll(async () => {
    scene = await launch();
  });
  afterAll(() => scene.close());

  const openStory = async (more = ''): Promise<void> => {
    await scene.open(STORY + more);
    await expectSurfaces(scene, ALL);
  };
  const openCardByKey = async (): Promise<void> => {
    await scene.command('open-mention');
    await cardOf(scene);
  };
  const tab = (times: number, key = 'Tab'): Promise<void> =>
    scene.press(...Array<string>(times).fill(key));
  const nameOnCard = async () => (await cardOf(scene)).name;
  const textOnCard = async () => (await cardOf(scene)).text;
  const expectNoCard = () => expect.poll(() => scene.card(), PATIENCE).toBeUndefined();
  const focused = () => scene.ask<string>('document.activeElement?.id');
  const spoken = async () => (await scene.notices()).spoken;
  const offer = async () => (await scene.notices()).offer;
  const activeMark = async (): Promise<string | undefined> => {
    const marks = await scene.ask<ReturnType<typeof seeMarks>>(`(${String(seeMarks)})()`);
    return activeSurfaces(marks)[0];
  };
  /** Presses More in the open card, then the heading before it, by keys. */
  const unfoldSwitches = async (): Promise<void> => {
    await tab(3);
    await scene.press('Enter');
    await expect.poll(textOnCard, PATIENCE).toContain('Switch off');
    await tab(3, 'Shift+Tab');
    await scene.press('Enter');
    await expect.poll(textOnCard, PATIENCE).toContain('on all sites');
  };

  /** In the options, which are open in a tab behind. */
  const takeBack = async (surface: string): Promise<void> => {
    await scene.inExtension(() => void (location.hash = 'sites'));
    const press = (): Promise<boolean> =>
      scene.inExtension((words) => {
        const buttons = [...document.querySelectorAll('button')];
        const remove = buttons.find((button) => button.ariaLabel === words);
        remove?.click();
        return remove !== undefined;
      }, `Remove: ${surface}`);
    await expect.poll(press, PATIENCE).toBe(true);
  };

  describe('walking the mentions', () => {
    test('goes forth and back, around the ends, scrolls, and says where', async () => {
      await openStory();
      for (const [name, surface, words] of [
        ['next-mention', 'Antony Blinken', 'Antony Blinken, mention 1 of 3'],
        ['next-mention', 'David Lammy', 'David Lammy, mention 2 of 3'],
        ['next-mention', 'Zelenskyy', 'Zelenskyy, mention 3 of 3'],
        ['next-mention', 'Antony Blinken', 'Antony Blinken, mention 1 of 3'],
        ['previous-mention', 'Zelenskyy', 'Zelenskyy, mention 3 of 3'],
      ] as const) {
        await scene.command(name);
        await expect.poll(activeMark, PATIENCE).toBe(surface);
        await expect.poll(spoken, PATIENCE).toBe(words);
      }
      expect(await scene.ask('scrollY')).toBeGreaterThan(0);
    });

    test('of a page without any says so', async () => {
      await scene.open('<p>Nobody.</p>');
      await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
      await scene.command('next-mention');
      await expect.poll(spoken, PATIENCE).toBe('Nothing is highlighted on this page.');
    });
  });

  describe('the card by keys', () => {
    test('takes the focus, walks on from inside, and gives the focus back', async () => {
      await openStory();
      await scene.ask('before.focus(), 1');
      await openCardByKey();
      expect(await nameOnCard()).toBe('Antony Blinken');
      expect(await focused()).toBe('');
      await tab(2);
      await scene.press('Enter');
      await expect.poll(nameOnCard, PATIENCE).toBe('David Lammy');
      await scene.press('Escape');
      await expectNoCard();
      expect(await focused()).toBe('before');
    });

    test('does once what is pressed once, however long the key is held', async () => {
      await openStory();
      await scene.ask('before.focus(), 1');
      await openCardByKey();
      await tab(2);
      // Without being let go it is told again and again, as by a hand that rests on it.
      for (let times = 0; times < 5; times++) {
        await scene.keyDown('Enter');
        await scene.wait(HELD_MS);
      }
      await scene.keyUp('Enter');
      expect(await nameOnCard()).toBe('David Lammy');
    });

    test('walks on as fast as its button is pressed', async () => {
      await openStory();
      await openCardByKey();
      await scene.press('Tab', 'Tab', 'Enter', 'Enter');
      await expect.poll(nameOnCard, PATIENCE).toBe('Volodymyr Zelenskyy');
    });

    test('keeps its keys from the page, and a held one from the page’s own button', async () => {
      await openStory(`<script>keys = []; presses = 0; before.onclick = () => presses++;
        for (const type of ['keydown', 'keypress', 'keyup'])
          document.addEventListener(type, ({ key }) => keys.push(type + ' ' + key), true)</script>`);
      await scene.ask('before.focus(), 1');
      await openCardByKey();
      await scene.ask('window.keys.length = 0');
      // To the button that closes it.
      await tab(5);
      await scene.keyDown('Enter');
      await expectNoCard();
      await scene.keyDown('Enter');
      await scene.keyUp('Enter');
      expect(await scene.ask('window.keys.join()')).toBe('');
      expect(await scene.ask('window.presses')).toBe(0);
      await scene.press('Enter');
      await expect.poll(() => scene.ask('window.presses'), PATIENCE).toBe(1);
    });

    test('stays when it is pinned, whatever the pointer does', async () => {
      await openStory();
      await openCardByKey();
      await tab(4);
      await scene.press('Enter');
      await scene.click(600, 600);
      await scene.move(5, 5);
      await scene.wait(STILLNESS_MS);
      expect(await nameOnCard()).toBe('Antony Blinken');
      await scene.press('Escape');
      await expectNoCard();
    });

    test('switches one entity off, and on again by Undo', async () => {
      await openStory();
      await openCardByKey();
      await unfoldSwitches();
      // Past the surface form, to the entity.
      await tab(2);
      await scene.press('Enter');
      await expectSurfaces(scene, ['David Lammy', 'Zelenskyy']);
      await expect.poll(offer, PATIENCE).toBe('Antony Blinken is no longer highlighted. Undo');
      await scene.click(1, 1);
      await pressControl(scene, 'Undo');
      await expectSurfaces(scene, ALL);
    });
  });

  test('one surface form is left out on the site, until it is taken back', async () => {
    await scene.open('<p style="margin-top: 90px">Lammy met Blinken. David Lammy left.</p>');
    await expectSurfaces(scene, ['Lammy', 'Blinken', 'David Lammy']);
    await openCardByKey();
    await unfoldSwitches();
    await scene.press('Tab', 'Enter');
    await expectSurfaces(scene, ['Blinken', 'David Lammy']);
    await takeBack('Lammy');
    await expectSurfaces(scene, ['Lammy', 'Blinken', 'David Lammy']);
  });

  test('a key switches the site off and on', async () => {
    await openStory();
    await scene.command('switch-site');
    await expectSurfaces(scene, []);
    await expect.poll(offer, PATIENCE).toContain('Nothing is highlighted on 127.0.0.1 any more.');
    await scene.command('switch-site');
    await expectSurfaces(scene, ALL);
  });
});
