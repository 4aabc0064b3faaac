/** The number and the icon on the toolbar button, in Chromium. */
import type { Page } from 'playwright-core';
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
    const text = await options.evaluate<string>(`chrome.tabs.query({ url: '${page.url()}' })
      .then(([tab]) => tab)
      .then(({ id }) => chrome.action.getBadgeText({ tabId: id }))`);
    return Number(text);
  };
  await expect.poll(number, PATIENCE).toBeGreaterThan(0);
  const first = await number();
  await expect.poll(number, PATIENCE).toBeGreaterThan(first);
  await page.close();
});

/** The icon that a page's tab shows, by its smallest file. No API of the browser tells it, so we note what the background asks for. */
async function watchIcons(): Promise<(page: Page) => () => Promise<string>> {
  const [worker] = scene.context.serviceWorkers();
  if (!worker) throw new Error('There is no background.');
  await worker.evaluate(`{
    const { action } = browser;
    const { setIcon } = action;
    globalThis.icons = { usual: '/icon/16.png' };
    action.setIcon = (details) => {
      icons[details.tabId ?? 'usual'] = details.path[16];
      return setIcon.call(action, details);
    };
  }`);
  return (page) => () =>
    worker.evaluate<string>(
      `browser.tabs.query({ url: '${page.url()}' }).then(([tab]) => icons[tab.id] ?? icons.usual)`,
    );
}

test('is grey while nothing is read, and not where a page is read', async () => {
  const [on, off] = ['/icon/16.png', '/icon/off-16.png'];
  const page = await scene.page('<p>Blinken.</p>');
  await expectMarks(page, ['Blinken']);
  const iconOf = await watchIcons();
  const icon = iconOf(page);
  const popup = await scene.openToolbarPopup(page);
  await click(popup, '[role=switch]');
  await expect.poll(icon, PATIENCE).toBe(off);
  await click(popup, '[role=switch]');
  await expect.poll(icon, PATIENCE).toBe(on);
  await choose(popup, '1');
  await expect.poll(icon, PATIENCE).toBe(off);
  const other = await scene.page('<p>Blinken.</p>');
  await expect.poll(iconOf(other), PATIENCE).toBe(off);
  await other.close();
  const again = await scene.openToolbarPopup(page);
  await click(again, '[role=switch]');
  await expectMarks(page, ['Blinken']);
  await expect.poll(icon, PATIENCE).toBe(on);
  // Without a mention, but a picture of text.
  const drawn = await scene.page('<canvas width="900" height="700"></canvas>');
  await expect.poll(iconOf(drawn), PATIENCE).toBe(off);
  const reason = await scene.openToolbarPopup(drawn);
  await expect.poll(() => status(reason), PATIENCE).toMatch(/picture/);
  await page.close();
  await drawn.close();
});

test('is grey on a site that is switched off, and in colour on the others', async () => {
  const [on, off] = ['/icon/16.png', '/icon/off-16.png'];
  const page = await scene.page('<p>Blinken.</p>');
  await expectMarks(page, ['Blinken']);
  const iconOf = await watchIcons();
  const popup = await scene.openToolbarPopup(page);
  await click(popup, '[role=switch]');
  await expect.poll(iconOf(page), PATIENCE).toBe(off);
  const next = await scene.page('<p>Blinken.</p>');
  await expect.poll(iconOf(next), PATIENCE).toBe(off);
  const elsewhere = await scene.open(
    scene.server.url('news-2024.html').replace('127.0.0.1', 'localhost'),
  );
  await expect.poll(iconOf(elsewhere), PATIENCE).toBe(on);
});
