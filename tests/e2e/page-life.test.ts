/**
 * The life of one document: put away and taken out again, left behind by an update, switched off and on. What pages themselves do to it is
 * in tests/pages/hostile; what happens before there is a mention is in gate-life.test.ts. In both browsers.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import {
  AFTER_UPDATE_MS,
  comeBackToKept,
  expectSurfaces,
  expectSurfacesStay,
  GATE_SCENES,
  MAY_BE_DROPPED,
  store,
  STILLNESS_MS,
  type GateScene,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { cardOf, restOn } from './reader-at.ts';

const STORY = '<p style="margin: 90px 60px">Here is Blinken.</p>';
/** The site of all pages here is off. */
const OFF = { sitesOff: ['127.0.0.1'] };
/** Scripts that the browser starts by itself: usually, and while there are rules. */
const USUAL = ['gate'];
const WITH_RULES = ['ask', 'ask-in-frames', 'gate'];
/** Its text changes at the moment that it is taken out of the back/forward cache. */
const KEPT = `${STORY}<p id="later">Nobody yet.</p><script>
  addEventListener('pageshow', ({ persisted }) => {
    window.persisted = persisted;
    if (persisted) document.querySelector('#later').textContent = 'Then Lammy.';
  });</script>`;

/** What a page can see of us. */
const TRACES = `({ names: [...CSS.highlights.keys()], hosts: document.querySelectorAll('[popover]').length })`;
const NOTHING = { names: [], hosts: 0 };
/** A card is open at the one mention: its paint, that of the word in use on top, and the host. */
const ONE_OPEN = { names: ['backgrounder-dotted', 'backgrounder-active'], hosts: 1 };

describe.each(GATE_SCENES)('in %s, a document that', (_browser, launch) => {
  let scene: GateScene;
  beforeAll(async () => {
    scene = await launch();
    scene.server.add('/favicon.ico', { body: '' });
    scene.server.add('/elsewhere', { body: '<!doctype html><title>Elsewhere</title><p>Nobody.' });
  });
  afterAll(() => scene.close());
  beforeEach(() => store(scene, {}, USUAL));

  /** Has the one card opened there that there may be. @returns where the mention stands */
  const expectCardAt = async (surface: string, name: string): Promise<SeenMark> => {
    await scene.move(2, 2);
    const mark = await restOn(scene, surface);
    expect((await cardOf(scene)).name).toBe(name);
    expect(await scene.ask(TRACES)).toEqual(ONE_OPEN);
    return mark;
  };
  const expectCardStaysAway = async (): Promise<void> => {
    await scene.wait(STILLNESS_MS);
    expect(await scene.card()).toBeUndefined();
  };
  /** Nothing of ours is left, comes by new text, or answers the pointer where a card opened before. */
  const expectNothingOfOurs = async ({ x, y }: SeenMark): Promise<void> => {
    await expect.poll(() => scene.ask(TRACES), PATIENCE).toEqual(NOTHING);
    await scene.ask('document.body.append("And Lammy.")');
    await scene.move(2, 2);
    await scene.move(x, y);
    await expectCardStaysAway();
    await scene.click(x, y);
    await expectCardStaysAway();
    expect(await scene.ask(TRACES)).toEqual(NOTHING);
    await scene.ask('document.body.lastChild.remove()');
  };
  const leave = async (): Promise<void> => {
    await scene.ask(`location.href = '/elsewhere', 1`);
    await expect.poll(() => scene.ask('document.title'), PATIENCE).toBe('Elsewhere');
  };
  const reload = async (): Promise<void> => {
    await scene.ask('window.isOld = true, setTimeout(() => location.reload()), 1');
    await expect.poll(() => scene.ask('window.isOld === undefined'), PATIENCE).toBe(true);
  };

  test(
    'comes out of the back/forward cache has its marks once, and is read where it changed',
    MAY_BE_DROPPED,
    async () => {
      await scene.open(KEPT);
      await expectCardAt('Blinken', 'Antony Blinken');
      await leave();
      await comeBackToKept(scene);
      await expectSurfacesStay(scene, ['Blinken', 'Lammy']);
      await expectCardAt('Lammy', 'David Lammy');
      expect(await scene.errors()).toEqual([]);
    },
  );

  test(
    'was in that cache while its site was switched off comes back without a mark',
    MAY_BE_DROPPED,
    async () => {
      await scene.open(KEPT);
      await expectSurfaces(scene, ['Blinken']);
      await leave();
      await store(scene, OFF, WITH_RULES);
      await comeBackToKept(scene);
      await expect.poll(() => scene.ask(TRACES), PATIENCE).toEqual(NOTHING);
      await store(scene, {}, USUAL);
      await expectSurfaces(scene, ['Blinken', 'Lammy']);
    },
  );

  test('is switched off with a card open keeps nothing of ours, and has it all once when switched on', async () => {
    await scene.open(STORY);
    for (let times = 0; times < 2; times++) {
      const word = await expectCardAt('Blinken', 'Antony Blinken');
      await store(scene, OFF, WITH_RULES);
      await expectNothingOfOurs(word);
      await store(scene, {}, USUAL);
      await expectSurfacesStay(scene, ['Blinken']);
    }
    await expectCardAt('Blinken', 'Antony Blinken');
    expect(await scene.errors()).toEqual([]);
  });

  test('was open before an update closes its card, has everything once, and so after a reload', async () => {
    await scene.open(`${STORY}<p id="later">Nobody.</p>`);
    await expectCardAt('Blinken', 'Antony Blinken');
    await scene.move(2, 2);
    await scene.update();
    await expectSurfacesStay(scene, ['Blinken'], AFTER_UPDATE_MS);
    expect(await scene.ask(TRACES)).toEqual({ names: ['backgrounder-dotted'], hosts: 0 });
    await scene.ask(`later.textContent = 'And Lammy.', 1`);
    await expectSurfacesStay(scene, ['Blinken', 'Lammy']);
    await expectCardAt('Blinken', 'Antony Blinken');
    expect(await scene.errors()).toEqual([]);
    await reload();
    await expectSurfacesStay(scene, ['Blinken']);
    await expectCardAt('Blinken', 'Antony Blinken');
    expect(await scene.errors()).toEqual([]);
  });

  test('is asked for before the old script has noticed an update has everything once', async () => {
    await scene.open(STORY);
    await expectSurfaces(scene, ['Blinken']);
    await scene.update();
    const popup = await scene.openPopup();
    await scene.wait(STILLNESS_MS);
    await popup.close();
    await expectSurfacesStay(scene, ['Blinken'], AFTER_UPDATE_MS);
    await expectCardAt('Blinken', 'Antony Blinken');
    expect(await scene.errors()).toEqual([]);
  });
});
