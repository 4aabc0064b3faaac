/** What only Chromium shows of the gate: each script of ours that a page runs, and private windows. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChromiumGateScene } from './gate-chromium.ts';
import { readPage } from '../soak/gauges.ts';
import {
  AFTER_UPDATE_MS,
  expectSurfaces,
  expectSurfacesStay,
  openInChromium,
  registered,
  store,
  STILLNESS_MS,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { attachPrivateTab, targetsOf } from './private-tab.ts';
import { cardOf, restOn } from './reader-at.ts';

/** What of the browser's own interface runs in its page of extensions and in pages of the extension. */
declare const chrome: {
  developerPrivate: Record<
    'updateExtensionConfiguration' | 'updateProfileConfiguration',
    (change: unknown) => Promise<void>
  >;
  windows: { create(options: unknown): Promise<unknown> };
};

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

/** Fewer than one version of ours has in a page; the browser has one more or less at times. */
const FEW_LISTENERS = 8;

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

test('an update leaves nothing of the old version at work in a page', async () => {
  const listeners = async () => (await readPage(scene.page)).listeners;
  await openPage('<p>Here is Blinken.</p>');
  await expectSurfaces(scene, ['Blinken']);
  await scene.wait(STILLNESS_MS);
  const before = await listeners();
  for (let updates = 0; updates < 2; updates++) {
    await scene.update();
    await expectSurfacesStay(scene, ['Blinken'], AFTER_UPDATE_MS);
  }
  await expect.poll(listeners, PATIENCE).toBeLessThan(before + FEW_LISTENERS);
});

test('a private window is read, and a site that is switched off there alone is read in others', async () => {
  const { chromium, server } = scene;
  const { extensionId } = chromium;
  const manage = await chromium.context.newPage();
  await manage.goto('chrome://extensions/');
  // Otherwise the browser leaves an unpacked extension off that it loads anew, as it does for more access.
  await manage.evaluate(async (id) => {
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    const change = { extensionId: id, incognitoAccess: true };
    await chrome.developerPrivate.updateExtensionConfiguration(change);
  }, extensionId);
  await manage.close();
  await scene.reopen();
  await expect.poll(() => registered(scene), PATIENCE).toEqual(['gate']);

  server.add('/private', {
    body: '<!doctype html><html lang="en"><title>Private</title><p>Here is Blinken.',
  });
  const url = server.url('/private');
  const root = await chromium.context.browser()?.newBrowserCDPSession();
  if (!root) throw new Error('No session.');
  const known = await targetsOf(root);
  await scene.inExtension(async (address) => {
    await chrome.windows.create({ incognito: true, url: address });
  }, url);
  const tab = await attachPrivateTab(root, { url, extensionId, known });
  await expect.poll(() => tab.marks(), PATIENCE).toBe(1);
  const off = { kind: 'change-request', id: 'secret', what: 'site', on: false };
  expect(await tab.run(`chrome.runtime.sendMessage(${JSON.stringify(off)})`)).toBe(true);
  await expect.poll(() => tab.marks(), PATIENCE).toBe(0);
  // The browser starts scripts in all windows alike.
  await expect.poll(() => registered(scene), PATIENCE).toEqual(['ask']);
  await tab.run('location.reload()');
  await scene.wait(STILLNESS_MS);
  expect(await tab.marks()).toBe(0);
  await openPage('<p>Here is Blinken.</p>');
  await expectSurfaces(scene, ['Blinken']);
  await tab.close();
  await expect.poll(() => registered(scene), PATIENCE).toEqual(['gate']);
});
