/** The number on the toolbar button, in Chromium. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium, PATIENCE, type ChromiumScene } from './harness.ts';

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

test('appears and goes up on a page that never rests', async () => {
  const options = await scene.context.newPage();
  await options.goto(`chrome-extension://${scene.extensionId}/options.html`);
  const page = await scene.page(`<p>Blinken.</p><script>
    setInterval(() => {
      document.body.append(Object.assign(document.createElement('p'), { textContent: 'Lammy.' }));
    }, 150);
  </script>`);
  const number = async (): Promise<number> => {
    // The extension sees the addresses of its own tabs alone.
    const text = await options.evaluate<string>(`chrome.tabs.query({})
      .then((tabs) => tabs.find(({ url }) => url === undefined))
      .then(({ id }) => chrome.action.getBadgeText({ tabId: id }))`);
    return Number(text);
  };
  await expect.poll(number, PATIENCE).toBeGreaterThan(0);
  const first = await number();
  await expect.poll(number, PATIENCE).toBeGreaterThan(first);
  await page.close();
});
