/** What comes into a page and when, in both browsers: the gate alone, then the reader, then the card. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import type { ChromiumGateScene } from './gate-chromium.ts';
import type { FirefoxGateScene } from './gate-firefox.ts';
import {
  add,
  expectSurfaces,
  expectSurfacesStay,
  GATE_SCENES,
  registered,
  STILLNESS_MS,
  surfaces,
  type GateScene,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { allowPrivateWindows, openPrivateWindow } from './private-window.ts';
import { cardOf, pressControl, restOn } from './reader-at.ts';

/** A page that notes what it can notice: changes of its document, and calls of what scripts in pages use most. */
const WATCHED = `<p id="story">Nobody whom we know.</p><script>
  noticed = [];
  for (const [owner, name] of [
    [EventTarget.prototype, 'addEventListener'], [Node.prototype, 'getRootNode'], [Node.prototype, 'appendChild'],
    [Document.prototype, 'createTreeWalker'], [Document.prototype, 'createRange'], [Document.prototype, 'elementFromPoint'],
    [Element.prototype, 'checkVisibility'], [Element.prototype, 'getBoundingClientRect'], [Element.prototype, 'attachShadow'],
    [window, 'getComputedStyle'], [window, 'requestAnimationFrame'], [window, 'setTimeout'], [window, 'postMessage'],
  ]) {
    const own = owner[name];
    owner[name] = function (...given) { noticed.push(name); return own.apply(this, given); };
  }
  for (const type of ['error', 'unhandledrejection', 'message', 'securitypolicyviolation', 'focusin', 'scroll'])
    window.addEventListener(type, ({ type }) => noticed.push(type), true);
  new MutationObserver((records) => noticed.push(...records.map(({ type, target }) => type + ' ' + target.nodeName)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  names = Object.getOwnPropertyNames(window).concat('names').sort().join();
  noticed.length = 0;
</script>`;
/** What the page has noticed. */
const NOTICED = `[
  ...noticed,
  ...Object.getOwnPropertyNames(window).filter((name) => !names.split(',').includes(name) && !/^\\d+$/.test(name)),
  ...performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin)),
  ...Array.from(document.styleSheets, () => 'sheet'), ...document.adoptedStyleSheets.map(() => 'adopted sheet'),
  ...Array.from(document.querySelectorAll('[popover], iframe, style, link'), ({ nodeName }) => nodeName),
]`;

describe.each(GATE_SCENES)('in %s,', (_browser, open) => {
  let scene: ChromiumGateScene | FirefoxGateScene;
  beforeAll(async () => {
    scene = await open();
  });
  afterAll(() => scene.close());

  test('a page without a mention gets the gate alone, which wakes nobody and leaves no trace', async () => {
    await scene.stopBackground();
    await scene.open(WATCHED);
    await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
    await scene.move(300, 300);
    await scene.click(300, 300);
    await scene.press('a');
    await scene.wait(STILLNESS_MS);
    expect(await scene.ours()).toEqual(['gate']);
    expect(await scene.isBackgroundRunning()).toBe(false);
    expect(await scene.ask(NOTICED)).toEqual([]);
    expect(await scene.ask('CSS.highlights.size')).toBe(0);
    await scene.open('<p>Nobody whom we know.</p>');
    await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
    await scene.wait(STILLNESS_MS);
    expect(await scene.listeners()).toEqual([]);
    expect(await scene.isBackgroundRunning()).toBe(false);
  });

  test('a page notices nothing of the reader that comes but its highlights', async () => {
    await scene.open(WATCHED);
    await scene.ask(`story.firstChild.data = 'Here is Blinken.', noticed.length = 0`);
    await expect.poll(() => scene.ask('CSS.highlights.size'), PATIENCE).toBe(1);
    expect(await scene.ours()).toEqual(['gate', 'reader']);
    await scene.wait(STILLNESS_MS);
    expect(await scene.ask(NOTICED)).toEqual(['characterData #text']);
  });

  test('a mention that comes later brings the reader, and what comes before it is marked once', async () => {
    await scene.open('<p id="first">Nobody.</p><p>He went to Kyiv, and said so.</p>');
    await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
    await scene.wait(STILLNESS_MS);
    expect(await scene.ours()).toEqual(['gate']);
    await add(scene, 'Antony Blinken came.');
    await scene.ask(`first.textContent = 'David Lammy was there.', 1`);
    await add(scene, 'Zelenskyy met Blinken.');
    const all = ['David Lammy', 'Antony Blinken', 'Zelenskyy', 'Blinken'];
    await expectSurfacesStay(scene, all);
    for (const each of all.slice(0, 3)) {
      await scene.command('next-mention');
      await expect.poll(() => activeSurface(scene), PATIENCE).toBe(each);
    }
  });

  test('an idea needs its object for the reader, and its action for a highlight', async () => {
    await scene.open('<p>NATO members could shoot down what comes.</p>');
    await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
    await scene.wait(STILLNESS_MS);
    expect(await scene.ours()).toEqual(['gate']);
    await add(scene, 'Poland could shoot down Russian missiles over Ukraine.');
    await expectSurfaces(scene, ['shoot down Russian missiles']);
    await scene.open('<p>Russian missiles and drones flew over Ukraine.</p>');
    // Nearly every page with an object has a word that may be an action in some language, so the gate does not look for one.
    await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate', 'reader']);
    await scene.wait(STILLNESS_MS);
    expect(await scene.ask('CSS.highlights.size')).toBe(0);
  });

  test('the card comes when the pointer is first on a mention, and not before', async () => {
    await scene.open('<p style="margin: 90px">Here is David Lammy.</p><p>More words.</p>');
    await expectSurfaces(scene, ['David Lammy']);
    await scene.move(600, 500);
    await scene.click(610, 510);
    await scene.wait(STILLNESS_MS);
    expect(await scene.ours()).toEqual(['gate', 'reader']);
    await restOn(scene, 'David Lammy');
    expect((await cardOf(scene)).name).toBe('David Lammy');
    expect(await scene.ours()).toEqual(['card', 'gate', 'reader']);
  });

  test('the very first press on a mention opens its card', async () => {
    await scene.open('<p style="margin: 90px">Here is David Lammy.</p>');
    const { x, y } = await scene.mark('David Lammy');
    expect(await scene.ours()).toEqual(['gate', 'reader']);
    await scene.click(x, y);
    expect((await cardOf(scene)).name).toBe('David Lammy');
  });

  test('the very first press on a mention in a link stays the page’s', async () => {
    await scene.open(
      `<p style="margin: 90px"><a href="#there" id="link">David Lammy</a></p><script>presses = 0; link.onclick = () => presses++</script>`,
    );
    const { x, y } = await scene.mark('David Lammy');
    await scene.click(x, y);
    await expect.poll(() => scene.ask('location.hash + presses'), PATIENCE).toBe('#there1');
  });

  describe('while the background sleeps,', () => {
    test('the first highlight and the first card come', async () => {
      await scene.stopBackground();
      await scene.open('<p style="margin: 90px">Here is David Lammy.</p>');
      await expectSurfaces(scene, ['David Lammy']);
      await scene.stopBackground();
      await restOn(scene, 'David Lammy');
      expect((await cardOf(scene)).name).toBe('David Lammy');
    });

    test('the first press opens a card', async () => {
      await scene.open('<p style="margin: 90px">Here is David Lammy.</p>');
      const { x, y } = await scene.mark('David Lammy');
      await scene.stopBackground();
      await scene.click(x, y);
      expect((await cardOf(scene)).name).toBe('David Lammy');
    });

    test('the first key command is done, with a mention and without', async () => {
      await scene.open('<p style="margin: 90px">Here is David Lammy.</p>');
      await expectSurfaces(scene, ['David Lammy']);
      await scene.stopBackground();
      await scene.command('open-mention');
      expect((await cardOf(scene)).name).toBe('David Lammy');
      await scene.open('<p>Nobody.</p>');
      await scene.stopBackground();
      await scene.command('next-mention');
      await expect.poll(() => scene.ours(), PATIENCE).toEqual(['card', 'gate', 'reader']);
      expect(await surfaces(scene)).toEqual([]);
    });
  });

  // The last one: it changes what the browser lets the extension do.
  test('a private window is read, and a site that is switched off there alone is read in others', async () => {
    await allowPrivateWindows(scene);
    await expect.poll(() => registered(scene), PATIENCE).toEqual(['gate']);
    for (const [path, words] of [
      ['/nobody', 'Nobody'],
      ['/story', 'Here is Blinken'],
    ] as const) {
      const body = `<!doctype html><html lang="en"><title>Story</title><p style="margin: 90px">${words}.`;
      scene.server.add(path, { body });
    }
    const beside = await scene.openBehind(scene.server.url('/story'));
    const tab = await openPrivateWindow(scene, scene.server.url('/nobody'));
    await expect.poll(() => tab.ours(), PATIENCE).toEqual(['gate']);
    await add(tab, 'Here is Blinken.');
    await expectSurfaces(tab, ['Blinken']);
    await restOn(tab, 'Blinken');
    expect((await cardOf(tab)).name).toBe('Antony Blinken');
    await pressControl(tab, 'More');
    await pressControl(tab, 'Switch off');
    await pressControl(tab, 'Everything on 127.0.0.1');
    await expectSurfaces(tab, []);
    // The browser starts scripts in all windows alike.
    await expect.poll(() => registered(scene), PATIENCE).toEqual(['ask']);
    await tab.ask(`location.href = '/story', 1`);
    await tab.wait(STILLNESS_MS);
    expect(await tab.ask('location.pathname')).toBe('/story');
    expect(await tab.ours()).toEqual([]);
    expect(await surfaces(tab)).toEqual([]);
    await beside(() => {
      location.reload();
    });
    await expect.poll(() => beside(seeMarks).then((marks) => marks.length), PATIENCE).toBe(1);
    await tab.close();
    await expect.poll(() => registered(scene), PATIENCE).toEqual(['gate']);
    await scene.goto(scene.server.url('/story'));
    await expectSurfaces(scene, ['Blinken']);
  });
});

/** Surface form of the mention that is active. */
const activeSurface = (scene: GateScene): Promise<string> =>
  scene.ask(
    `[...CSS.highlights.get('backgrounder-active') ?? []].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)).join()`,
  );
