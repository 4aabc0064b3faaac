/** The number and the icon on the toolbar button, in Chromium. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectMarks, openChromium, PATIENCE, type ChromiumScene } from './harness.ts';
import { choose, click, status } from './popup-words.ts';

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

/** Icons that the background asked for since then, by their smallest file. No API of the browser tells which one is shown. */
async function watchIcons(): Promise<() => Promise<string[]>> {
  const [worker] = scene.context.serviceWorkers();
  if (!worker) throw new Error('There is no background.');
  await worker.evaluate(`{
    const { action } = browser;
    const { setIcon } = action;
    globalThis.icons = [];
    action.setIcon = (details) => {
      icons.push(details.path[16]);
      return setIcon.call(action, details);
    };
  }`);
  return () => worker.evaluate<string[]>('icons');
}

test('is grey while nothing is read, and not where a page is read', async () => {
  const [on, off] = ['/icon/16.png', '/icon/off-16.png'];
  const page = await scene.page('<p>Blinken.</p>');
  await expectMarks(page, ['Blinken']);
  const icons = await watchIcons();
  const popup = await scene.openToolbarPopup(page);
  await click(popup, '[role=switch]');
  await expect.poll(icons, PATIENCE).toEqual([off]);
  await click(popup, '[role=switch]');
  await expect.poll(icons, PATIENCE).toEqual([off, on]);
  await choose(popup, '1');
  await expect.poll(icons, PATIENCE).toEqual([off, on, off]);
  const other = await scene.page('<p>Blinken.</p>');
  await expect.poll(icons, PATIENCE).toEqual([off, on, off, off]);
  await other.close();
  const again = await scene.openToolbarPopup(page);
  await click(again, '[role=switch]');
  await expectMarks(page, ['Blinken']);
  await expect.poll(icons, PATIENCE).toEqual([off, on, off, off, on]);
  // Without a mention, but a picture of text.
  const drawn = await scene.page('<canvas width="900" height="700"></canvas>');
  await expect.poll(icons, PATIENCE).toEqual([off, on, off, off, on, off]);
  const reason = await scene.openToolbarPopup(drawn);
  await expect.poll(() => status(reason), PATIENCE).toMatch(/picture/);
  await page.close();
  await drawn.close();
});
