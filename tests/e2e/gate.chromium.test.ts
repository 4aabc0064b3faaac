/** What only Chromium shows of the gate: each script of ours that a page has run, and how often. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChromiumGateScene } from './gate-chromium.ts';
import { expectSurfaces, openInChromium, store, STILLNESS_MS } from './gate-scene.ts';
import { cardOf, restOn } from './reader-at.ts';

let scene: ChromiumGateScene;
/** Files of our scripts that the page has run, in order. Emptied by `openPage`. */
const ran: string[] = [];
beforeAll(async () => {
  scene = await openInChromium();
  const session = await scene.chromium.context.newCDPSession(scene.page);
  session.on('Debugger.scriptParsed', ({ url }) => {
    const file = /^chrome-extension:.*\/(.+)/.exec(url)?.[1];
    if (file !== undefined) ran.push(file);
  });
  await session.send('Debugger.enable');
});
afterAll(() => scene.close());

const openPage = async (body: string): Promise<void> => {
  await scene.goto('about:blank');
  ran.length = 0;
  await scene.open(body);
};

test('a page runs no more of our scripts than it needs, and each once', async () => {
  await openPage('<p>Nobody.</p>');
  await scene.wait(STILLNESS_MS);
  expect(ran).toEqual(['gate.js']);
  await openPage('<p style="margin: 90px">Here is Blinken.</p>');
  await expectSurfaces(scene, ['Blinken']);
  await scene.wait(STILLNESS_MS);
  expect(ran).toEqual(['gate.js', 'reader.js']);
  for (let times = 0; times < 2; times++) {
    await scene.move(500, 500);
    await restOn(scene, 'Blinken');
    expect((await cardOf(scene)).name).toBe('Antony Blinken');
    expect(ran).toEqual(['gate.js', 'reader.js', 'card.js']);
    await scene.press('Escape');
  }
});

test('a page of a site that is off runs the script that asks alone, and none while all is off', async () => {
  await store(scene, { sitesOff: ['127.0.0.1'] }, ['ask', 'ask-in-frames', 'gate']);
  await openPage('<p>Here is Blinken.</p>');
  await scene.wait(STILLNESS_MS);
  expect(ran.sort()).toEqual(['ask-in-frames.js', 'ask.js']);
  await store(scene, { on: false }, []);
  await openPage('<p>Here is Blinken.</p>');
  await scene.wait(STILLNESS_MS);
  expect(ran).toEqual([]);
  await store(scene, {}, ['gate']);
});
