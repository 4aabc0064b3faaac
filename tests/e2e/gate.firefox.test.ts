/** What only Firefox shows of the gate: private windows as its driver opens them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FirefoxGateScene } from './gate-firefox.ts';
import {
  add,
  expectSurfaces,
  openInFirefox,
  registered,
  STILLNESS_MS,
  surfaces,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { cardOf, pressControl, restOn } from './reader-at.ts';

let scene: FirefoxGateScene;
beforeAll(async () => {
  scene = await openInFirefox();
});
afterAll(() => scene.close());

test('a private window is read, and a site that is switched off there alone is read in others', async () => {
  const close = await scene.firefox.openPrivateWindow();
  await scene.open('<p style="margin: 90px">Nobody.</p>');
  await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
  await add(scene, 'Here is Blinken.');
  await expectSurfaces(scene, ['Blinken']);
  await restOn(scene, 'Blinken');
  expect((await cardOf(scene)).name).toBe('Antony Blinken');
  await pressControl(scene, 'More');
  await pressControl(scene, 'Switch off');
  await pressControl(scene, 'Everything on 127.0.0.1');
  await expectSurfaces(scene, []);
  // The browser starts scripts in all windows alike.
  await expect.poll(() => registered(scene), PATIENCE).toEqual(['ask']);
  await scene.open('<p>Here is Blinken.</p>');
  await scene.wait(STILLNESS_MS);
  expect(await scene.ours()).toEqual([]);
  expect(await surfaces(scene)).toEqual([]);
  await close();
  await scene.open('<p>Here is Blinken.</p>');
  await expectSurfaces(scene, ['Blinken']);
  await expect.poll(() => registered(scene), PATIENCE).toEqual(['gate']);
});
