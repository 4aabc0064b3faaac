/** Where the reader has switched us off, nothing of ours reads, in both browsers; and it comes back when switched on. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../src/settings/settings.ts';
import {
  add,
  expectSurfaces,
  expectSurfacesStay,
  GATE_SCENES,
  openWithoutMention,
  store,
  surfaces,
  STILLNESS_MS,
  type GateScene,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';

/** The scripts that the browser starts by itself: usually, with rules where all else is on, and where all else is off. */
const USUAL = ['gate'];
const WITH_RULES = ['ask', 'ask-in-frames', 'gate'];
const ONLY_RULES = ['ask', 'ask-in-frames'];
/** The site of most pages here. */
const HERE = '127.0.0.1';

describe.each(GATE_SCENES)('in %s,', (_browser, open) => {
  let scene: GateScene;
  beforeAll(async () => {
    scene = await open();
    scene.server.add('/favicon.ico', { body: '' });
  });
  afterAll(() => scene.close());
  beforeEach(() => store(scene, {}, USUAL));

  test.each([
    ['its site', { sitesOff: [HERE] }, WITH_RULES],
    ['everything', { on: false }, []],
    ['all but one other site', { siteMode: 'only', sitesOn: ['a.example'] }, ONLY_RULES],
    ['a part of its site', { sitesOff: [`${HERE}/at/*`] }, WITH_RULES],
  ] as [string, Partial<Settings>, string[]][])(
    'a page has nothing of ours once %s is off',
    async (_what, settings, scripts) => {
      await scene.open('<p>Here is Blinken.</p>');
      await expectSurfaces(scene, ['Blinken']);
      await store(scene, settings, scripts);
      await expectSurfaces(scene, []);
      await scene.open('<p>Here is Blinken.</p>');
      await scene.wait(STILLNESS_MS);
      expect(await scene.ours()).toEqual([]);
      expect(await scene.ask('CSS.highlights.size')).toBe(0);
      expect((await scene.listeners()).filter((type) => type !== 'currententrychange')).toEqual([]);
      await store(scene, {}, USUAL);
      await expectSurfaces(scene, ['Blinken']);
    },
  );

  test.each([
    ['its site', { sitesOff: [HERE] }, WITH_RULES],
    ['everything', { on: false }, []],
    ['all but one other site', { siteMode: 'only', sitesOn: ['a.example'] }, ONLY_RULES],
  ] as [string, Partial<Settings>, string[]][])(
    'the gate of an open page stops to read when %s is switched off, and goes on when on',
    async (_what, settings, scripts) => {
      await openWithoutMention(scene);
      await store(scene, settings, scripts);
      await scene.wait(STILLNESS_MS);
      await add(scene, 'Here is Blinken.');
      await scene.wait(STILLNESS_MS);
      expect(await scene.ours()).toEqual(['gate']);
      expect(await surfaces(scene)).toEqual([]);
      await store(scene, {}, USUAL);
      await expectSurfacesStay(scene, ['Blinken']);
    },
  );

  /** Shortest pause that is tried, and the longest, for a machine that has no time to look while a shorter one lasts; in ms. */
  const PAUSES = [5000, 10_000, 20_000, 40_000];
  /** Opens a page, pauses long enough to do something meanwhile, and sees that nothing is read. @returns when the pause ends */
  const pause = async (meanwhile: () => Promise<void>): Promise<number> => {
    for (const length of PAUSES) {
      await store(scene, {}, USUAL);
      await openWithoutMention(scene);
      const pausedUntil = Date.now() + length;
      await store(scene, { pausedUntil }, []);
      await scene.stopBackground();
      await meanwhile();
      const seen = await surfaces(scene);
      if (Date.now() >= pausedUntil) continue;
      expect(seen).toEqual([]);
      return pausedUntil;
    }
    throw new Error('The machine is too busy to look at a page during a pause.');
  };

  test('a pause ends by itself: in a page from before, and in one opened during it', async () => {
    const end = await pause(async () => {
      await add(scene, 'Here is Blinken.');
      await scene.wait(STILLNESS_MS);
    });
    await expectSurfaces(scene, ['Blinken']);
    expect(Date.now()).toBeGreaterThanOrEqual(end);
    const later = await pause(async () => {
      await scene.open('<p>Here is Blinken.</p>');
      expect(await scene.ours()).toEqual([]);
      await scene.stopBackground();
    });
    await expectSurfaces(scene, ['Blinken']);
    expect(Date.now()).toBeGreaterThanOrEqual(later);
  });

  test('where only some sites are on, a page of them is read, and its frames of other sites', async () => {
    await store(scene, { siteMode: 'only', sitesOn: [HERE] }, ONLY_RULES);
    frameOf('Here is Lammy.');
    await scene.open(`<p>Here is Blinken.</p>${inFrame()}`);
    await expectSurfaces(scene, ['Blinken']);
    await scene.enterFrame();
    await expectSurfaces(scene, ['Lammy']);
  });

  test('a single-page site is read on the paths that are on, and no others', async () => {
    await store(scene, { sitesOff: [`${HERE}/at/*`] }, WITH_RULES);
    await scene.open('<p>Here is Blinken.</p>');
    await scene.wait(STILLNESS_MS);
    expect(await scene.ours()).toEqual([]);
    await scene.ask(`history.pushState(null, '', '/elsewhere'), 1`);
    await expectSurfaces(scene, ['Blinken']);
    await scene.ask('history.back(), 1');
    await expectSurfaces(scene, []);
    await scene.wait(STILLNESS_MS);
    expect(await surfaces(scene)).toEqual([]);
    await scene.ask('history.forward(), 1');
    await expectSurfaces(scene, ['Blinken']);
  });

  test('a single-page site without a mention is read again on a path that is on', async () => {
    await store(scene, { sitesOff: [`${HERE}/off/*`] }, WITH_RULES);
    await openWithoutMention(scene);
    await scene.ask(`history.pushState(null, '', '/off/1'), 1`);
    await scene.wait(STILLNESS_MS);
    await add(scene, 'Here is Blinken.');
    await scene.wait(STILLNESS_MS);
    expect(await scene.ours()).toEqual(['gate']);
    await scene.ask('history.back(), 1');
    await expectSurfaces(scene, ['Blinken']);
  });

  /** Serves the page of a frame. */
  const frameOf = (words: string) => {
    scene.server.add('/framed', { body: `<!doctype html><html lang="en"><p>${words}` });
  };
  /** A frame of another site than the page's. */
  const inFrame = () =>
    `<iframe width="600" height="300" src="${scene.server.url('/framed', 'localhost')}"></iframe>`;

  test('a frame of a site that is on is not read in a page that is off', async () => {
    frameOf('Here is Lammy.');
    await store(scene, { sitesOff: [HERE] }, WITH_RULES);
    await scene.open(inFrame());
    await scene.wait(STILLNESS_MS);
    expect(await scene.ours(0)).toEqual([]);
    await store(scene, {}, USUAL);
    await scene.enterFrame();
    await expectSurfaces(scene, ['Lammy']);
  });

  test('a frame of a site that is off is read in a page that is on', async () => {
    frameOf('Here is Lammy.');
    await store(scene, { sitesOff: ['localhost'] }, WITH_RULES);
    await scene.open(inFrame());
    await scene.enterFrame();
    await expectSurfaces(scene, ['Lammy']);
  });

  test('a frame that has grown is read where there are rules for sites', async () => {
    frameOf('Here is Lammy.');
    await store(scene, { sitesOff: ['example.com'] }, WITH_RULES);
    await scene.open(inFrame().replace('300', '0'));
    await scene.wait(STILLNESS_MS);
    expect(await scene.ours(0)).toEqual([]);
    await scene.ask(`document.querySelector('iframe').height = 300, 1`);
    await scene.enterFrame();
    await expectSurfaces(scene, ['Lammy']);
  });

  test('a page that names the cast alone is marked when that is switched on, and after a reload', async () => {
    await scene.open('<p>President Joe Biden spoke.</p>');
    await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
    await scene.wait(STILLNESS_MS);
    expect(await scene.ours()).toEqual(['gate']);
    await store(scene, { castOn: ['joe-biden'] }, ['gate-with-cast']);
    await expectSurfacesStay(scene, ['Joe Biden']);
    await scene.open('<p>President Joe Biden spoke.</p>');
    await expectSurfaces(scene, ['Joe Biden']);
    expect(await scene.ours()).toEqual(['cast', 'gate', 'reader']);
    await store(scene, {}, USUAL);
    await expectSurfaces(scene, []);
  });
});
