/**
 * What happens to a document between the gate and the reader, in both browsers: the browser withholds the page, the page goes and
 * comes back, is written anew or left behind by an update. What a document with a card goes through is in page-life.test.ts.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  add,
  AFTER_UPDATE_MS,
  comeBackToKept,
  expectSurfaces,
  expectSurfacesStay,
  GATE_SCENES,
  MAY_BE_DROPPED,
  openWithoutMention,
  store,
  surfaces,
  STILLNESS_MS,
  type GateScene,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { cardOf, restOn } from './reader-at.ts';

const STORY = '<p style="margin: 90px">Here is Blinken.</p>';
/** Fewer than one version of ours has in a page; the browser has one more or less at times. */
const FEW_LISTENERS = 8;

describe.each(GATE_SCENES)('in %s,', (_browser, open) => {
  let scene: GateScene;
  beforeAll(async () => {
    scene = await open();
    scene.server.add('/favicon.ico', { body: '' });
    scene.server.add('/elsewhere', {
      body: '<!doctype html><html lang="en"><title>Elsewhere</title><p>Nobody.',
    });
  });
  afterAll(() => scene.close());
  beforeEach(() => store(scene, {}, ['gate']));

  const openAndWait = async (): Promise<void> => {
    await openWithoutMention(scene);
    await scene.wait(STILLNESS_MS);
  };

  describe('where the browser withholds the page,', () => {
    /** A mention comes into an open page while the browser withholds it; the gate asks for the reader in vain. */
    const openAndWithhold = async (): Promise<void> => {
      await openWithoutMention(scene);
      await scene.allowSites(false);
      await add(scene, 'Here is Blinken.');
      await scene.wait(STILLNESS_MS);
    };

    test('nothing is shown, whatever the reader does, and once it is given any sign brings the highlights', async () => {
      onTestFinished(() => scene.allowSites(true));
      const signs: [string, () => Promise<void>][] = [
        ['a move of the pointer', () => scene.move(300, 300)],
        ['a press', () => scene.click(200, 200)],
        ['a key', () => scene.press('a')],
      ];
      await openAndWithhold();
      for (const [, give] of signs) await give();
      await scene.wait(STILLNESS_MS);
      expect(await scene.ours()).toEqual(['gate']);
      expect(await scene.ask('CSS.highlights.size')).toBe(0);
      for (const [name, give] of signs) {
        await scene.allowSites(true);
        await scene.wait(STILLNESS_MS);
        await give();
        await expect
          .poll(() => surfaces(scene), { ...PATIENCE, message: name })
          .toEqual(['Blinken']);
        await openAndWithhold();
      }
    });

    test('nothing of ours comes into a page that is opened then, and the popup says why', async () => {
      onTestFinished(() => scene.allowSites(true));
      await scene.allowSites(false);
      await scene.open(STORY);
      await scene.wait(STILLNESS_MS);
      expect(await scene.ours()).toEqual([]);
      expect(await scene.ask('CSS.highlights.size')).toBe(0);
      const popup = await scene.openPopup();
      // To open it lets us read this page alone.
      await expect
        .poll(() => popup.text('.popup-page'), PATIENCE)
        .toMatch(/^1 mention on this page.* only pages on which you open it\.$/s);
      await expect.poll(() => popup.text('.popup-reason button'), PATIENCE).toBe('Allow all sites');
      await popup.close();
      await expectSurfaces(scene, ['Blinken']);
      await restOn(scene, 'Blinken');
      expect((await cardOf(scene)).name).toBe('Antony Blinken');
    });

    test('open pages are read once the browser gives them', async () => {
      onTestFinished(() => scene.allowSites(true));
      await scene.allowSites(false);
      await scene.open(STORY);
      await scene.wait(STILLNESS_MS);
      await scene.stopBackground();
      await scene.allowSites(true);
      await expectSurfaces(scene, ['Blinken']);
    });
  });

  describe('a page that is left', () => {
    test('at once after it was read leaves nothing to see in the next', async () => {
      const leave = `requestAnimationFrame(() => setTimeout(() => location.href = '/elsewhere', PAUSE))`;
      for (const pause of [0, 1, 5, 10, 20, 40, 80]) {
        await scene.open(`${STORY}<script>${leave.replace('PAUSE', String(pause))}</script>`);
        await expect.poll(() => scene.ask('document.title'), PATIENCE).toBe('Elsewhere');
        await expect.poll(() => scene.ours(), PATIENCE).toContain('gate');
        // A browser may take a message that is under way for one of the new document, which then gets a reader in vain.
        await scene.wait(STILLNESS_MS);
        expect(await scene.ask('CSS.highlights.size')).toBe(0);
      }
    });

    const KEPT = `${STORY}<script>addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; });</script>`;
    const leaveAndComeBack = async (meanwhile: () => Promise<void>): Promise<void> => {
      await scene.ask(`location.href = '/elsewhere', 1`);
      await expect.poll(() => scene.ask('document.title'), PATIENCE).toBe('Elsewhere');
      await meanwhile();
      await comeBackToKept(scene);
    };

    test('follows the settings that changed meanwhile', MAY_BE_DROPPED, async () => {
      await scene.open(KEPT);
      await expectSurfaces(scene, ['Blinken']);
      await leaveAndComeBack(() => store(scene, { entitiesOff: ['antony-blinken'] }, ['gate']));
      await expectSurfaces(scene, []);
      await store(scene, {}, ['gate']);
      await expectSurfaces(scene, ['Blinken']);
    });

    test(
      'without a mention is not read where it was switched off meanwhile',
      MAY_BE_DROPPED,
      async () => {
        await scene.open(KEPT.replace('Blinken', 'nobody'));
        await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
        await leaveAndComeBack(() => store(scene, { on: false }, []));
        await add(scene, 'Here is Lammy.');
        await scene.wait(STILLNESS_MS);
        expect(await surfaces(scene)).toEqual([]);
        await store(scene, {}, ['gate']);
        await expectSurfaces(scene, ['Lammy']);
      },
    );
  });

  describe('a document that is written anew', () => {
    const write = (words: string): Promise<unknown> =>
      scene.ask(`document.open(), document.write('<p>${words}'), document.close(), 1`);

    test('before the reader came is read, and its first press opens a card', async () => {
      await openAndWait();
      await write('<p style="margin: 90px">Here is Lammy.');
      await expectSurfacesStay(scene, ['Lammy']);
      const { x, y } = await scene.mark('Lammy');
      await scene.click(x, y);
      expect((await cardOf(scene)).name).toBe('David Lammy');
    });

    test('after the reader came is read, and a rest of the pointer opens a card', async () => {
      await scene.open(STORY);
      await expectSurfaces(scene, ['Blinken']);
      await write('<p style="margin: 90px">Here is Lammy.');
      await expectSurfacesStay(scene, ['Lammy']);
      await restOn(scene, 'Lammy');
      expect((await cardOf(scene)).name).toBe('David Lammy');
    });

    test('while the browser withholds it is read at the next move after it is given', async () => {
      onTestFinished(() => scene.allowSites(true));
      await openAndWait();
      await scene.allowSites(false);
      await add(scene, 'Here is Blinken.');
      await scene.wait(STILLNESS_MS);
      await write('Here is Lammy.');
      await scene.wait(STILLNESS_MS);
      await scene.allowSites(true);
      await scene.wait(STILLNESS_MS);
      await scene.move(300, 300);
      await expectSurfaces(scene, ['Lammy']);
    });
  });

  test('frames that come are read, each by a reader of its own, and go without a trace', async () => {
    scene.server.add('/framed', { body: '<!doctype html><html lang="en"><p>Here is Lammy.' });
    for (const host of ['127.0.0.1', 'localhost']) {
      await scene.open('<p>Nobody.</p><div id="room"></div>');
      await scene.ask(`room.innerHTML =
        '<iframe width="600" height="300" src="${scene.server.url('/framed', host)}"></iframe>', 1`);
      await expect.poll(() => scene.ours(0), PATIENCE).toEqual(['gate', 'reader']);
      expect(await scene.ours()).toEqual(['gate']);
      await scene.ask(`room.textContent = '', 1`);
      await add(scene, 'Here is Blinken.');
      await expectSurfaces(scene, ['Blinken']);
    }
    await scene.open('<p>Nobody.</p>');
    await scene.ask(`document.body.append(Object.assign(document.createElement('iframe'),
      { width: 600, height: 300, srcdoc: '<p>Here is Lammy.</p>' })), 1`);
    await scene.enterFrame();
    await expectSurfaces(scene, ['Lammy']);
  });

  // A frame of another site does not know that it is invisible, and is read.
  test.each([
    ['without a height', 'localhost', 'height: 0', 'height: 300px'],
    ['low', '127.0.0.1', 'height: 60px', 'height: 300px'],
    ['not laid out', 'localhost', 'display: none', 'display: block'],
    ['invisible', '127.0.0.1', 'visibility: hidden', 'visibility: visible'],
    ['transparent', '127.0.0.1', 'opacity: 0', 'opacity: 1'],
  ])('a frame that is %s at first (%s) is read later', async (_name, host, first, then) => {
    scene.server.add('/framed', { body: '<!doctype html><html lang="en"><p>Here is Lammy.' });
    const url = scene.server.url('/framed', host);
    await scene.open(
      `<iframe src="${url}" style="width: 600px; height: 300px; ${first}"></iframe>`,
    );
    await scene.wait(STILLNESS_MS);
    await scene.ask(`document.querySelector('iframe').style.cssText += '; ${then}', 1`);
    await scene.move(100, 100);
    await scene.enterFrame();
    await expectSurfaces(scene, ['Lammy']);
  });

  test('an update finds a mention that comes into a page that had none', async () => {
    await openAndWait();
    await scene.update();
    await scene.wait(AFTER_UPDATE_MS);
    await add(scene, 'Here is Blinken.');
    await expectSurfacesStay(scene, ['Blinken'], AFTER_UPDATE_MS);
  });

  test('an update leaves nothing of the old version at work in a page', async () => {
    await scene.open(STORY);
    await expectSurfaces(scene, ['Blinken']);
    await scene.wait(STILLNESS_MS);
    const before = await scene.listenerCount();
    for (let updates = 0; updates < 2; updates++) {
      await scene.update();
      await expectSurfacesStay(scene, ['Blinken'], AFTER_UPDATE_MS);
    }
    await expect.poll(() => scene.listenerCount(), PATIENCE).toBeLessThan(before + FEW_LISTENERS);
  });
});
