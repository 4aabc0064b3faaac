/** What a page asks the background for, in Chromium: from frames, and with the background killed in between. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeNotices } from '../../src/cli/browsers/card-probe.ts';
import { inContentScript } from './content-world.ts';
import { expectMarks, openChromium, PATIENCE, type ChromiumScene } from './harness.ts';

let scene: ChromiumScene;
let options: Page;
beforeAll(async () => {
  scene = await openChromium();
  options = await scene.open(`chrome-extension://${scene.extensionId}/options.html`);
});
afterAll(() => scene.close());

const stored = (): Promise<string> =>
  options.evaluate('chrome.storage.local.get(null).then((all) => JSON.stringify(all))');

describe('a frame of another site', () => {
  test('changes the site of the page that it is in, and takes that back', async () => {
    const { port } = new URL(scene.server.url(''));
    scene.server.add('/inner', { body: '<!doctype html><p>Lammy.</p>' });
    const page = await scene.page(
      `<p>Blinken.</p><iframe src="http://localhost:${port}/inner" width="600" height="300"></iframe>`,
    );
    await expectMarks(page, ['Blinken']);
    await expect.poll(() => page.frames().length, PATIENCE).toBe(2);
    const [, frame] = page.frames();
    if (!frame) throw new Error('No frame.');
    const run = await inContentScript(scene, frame);
    expect(await run('location.hostname')).toBe('localhost');
    const send = (message: object) => run(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
    expect(await send({ kind: 'change-request', id: '1', what: 'site', on: false })).toBe(true);
    await expectMarks(page, []);
    expect(await stored()).toContain('"127.0.0.1"');
    expect(await stored()).not.toContain('localhost');
    expect(await send({ kind: 'undo', id: '1' })).toBe(true);
    await expectMarks(page, ['Blinken']);
    await page.close();
  });
});

test('a reader whose page has asked for too much is told so, and can try again', async () => {
  const page = await scene.page('<p>Blinken.</p>');
  await expectMarks(page, ['Blinken']);
  const run = await inContentScript(scene, page);
  await page.bringToFront();
  await run(`setInterval(() => {
    for (let n = 0; n < 30; n++) {
      const request = { kind: 'change-request', what: 'mention', entity: 'storm-shadow', surface: String(n) };
      void chrome.runtime.sendMessage({ ...request, id: String(n) });
    }
  }, 300)`);
  const [worker] = scene.context.serviceWorkers();
  const offer = async () => (await seeNotices(page)).offer;
  // Now and then a press is in time for the one change that has become free.
  const press = async () => {
    await worker?.evaluate('chrome.commands.onCommand.dispatch("switch-site")');
    return offer();
  };
  await expect.poll(press, PATIENCE).toContain('Too many changes from this page in a short time.');
  expect(await offer()).toContain('Try again');
  await page.close();
});

/** How often the background is killed. */
const BATCHES = 12;

describe('changes in bursts, with the background killed in each,', () => {
  test('are there if they were confirmed', async () => {
    const page = await scene.page('<p>Blinken.</p>');
    const run = await inContentScript(scene, page);
    const root = await scene.context.newCDPSession(options);
    await root.send('ServiceWorker.enable');
    const confirmed: string[] = [];
    for (let batch = 0; batch < BATCHES; batch++) {
      const answers = run<string[]>(`(async () => {
        const confirmed = [];
        await Promise.all(Array.from({ length: 10 }, async (_, n) => {
          const surface = 'word ${batch}-' + n;
          const request = { kind: 'change-request', id: surface, what: 'mention', entity: 'storm-shadow', surface };
          const answer = await chrome.runtime.sendMessage(request).catch(() => undefined);
          if (answer === true) confirmed.push(surface);
        }));
        return confirmed;
      })()`);
      // Each time a little later: before the messages are there, while they are dealt with, after the last one.
      await new Promise((resolve) => setTimeout(resolve, batch * 8));
      await root.send('ServiceWorker.stopAllWorkers');
      confirmed.push(...(await answers));
    }
    const kept = await stored();
    for (const surface of confirmed) expect(kept).toContain(`"${surface}"`);
    expect(confirmed.length).toBeGreaterThan(0);
    await page.close();
  }, 300_000);
});
