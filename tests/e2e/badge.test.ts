/** The number and the icon on the toolbar button, in both browsers. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectSurfaces, GATE_SCENES, type GateScene, type OpenPopup } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { choose, click, status } from './popup-words.ts';

/** What of the browser's own interface runs in pages of the extension. */
declare const browser: {
  tabs: { query(tabs: object): Promise<{ id: number }[]> };
  action: { getBadgeText(where: object): Promise<string> };
};

const [ON, OFF] = ['/icon/16.png', '/icon/off-16.png'];

describe.each(GATE_SCENES)('in %s,', (_, launch) => {
  let scene: GateScene;
  /** Is closed after its test. */
  let last: OpenPopup | undefined;
  beforeAll(async () => {
    scene = await launch();
  });
  afterAll(() => scene.close());
  afterEach(() => close());
  const close = async (): Promise<void> => {
    await last?.close().catch(() => undefined);
    last = undefined;
  };
  const open = async (): Promise<OpenPopup> => (last = await scene.openPopup());
  const badge = (): Promise<string> =>
    scene.inExtension(async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      return browser.action.getBadgeText({ tabId: tab?.id });
    });

  test('the number says how many mentions the page has, and nothing where it has none', async () => {
    await scene.open('<p>Blinken and Lammy.</p>');
    await expect.poll(badge, PATIENCE).toBe('2');
    await scene.ask('document.body.append("And Zelenskyy.")');
    await expect.poll(badge, PATIENCE).toBe('3');
    await scene.ask('document.body.textContent = "Nobody."');
    await expect.poll(badge, PATIENCE).toBe('');
  });

  test('the number appears and goes up on a page that never rests', async () => {
    await scene.open(`<p>Blinken.</p><script>
      setInterval(() => {
        document.body.append(Object.assign(document.createElement('p'), { textContent: 'Lammy.' }));
      }, 150);
    </script>`);
    const number = async (): Promise<number> => Number(await badge());
    await expect.poll(number, PATIENCE).toBeGreaterThan(0);
    const first = await number();
    await expect.poll(number, PATIENCE).toBeGreaterThan(first);
  });

  test('the icon is grey while nothing is read, and not where a page is read', async () => {
    await scene.open('<p>Blinken.</p>');
    await expectSurfaces(scene, ['Blinken']);
    const icon = await scene.watchIcon();
    const popup = await open();
    await click(popup, '[role=switch]');
    await expect.poll(icon, PATIENCE).toBe(OFF);
    await click(popup, '[role=switch]');
    await expect.poll(icon, PATIENCE).toBe(ON);
    await choose(popup, '1');
    await expect.poll(icon, PATIENCE).toBe(OFF);
    await close();
    await scene.open('<p>Blinken.</p>');
    await expect.poll(icon, PATIENCE).toBe(OFF);
    await click(await open(), '[role=switch]');
    await expectSurfaces(scene, ['Blinken']);
    await expect.poll(icon, PATIENCE).toBe(ON);
    await close();
    // Without a mention, but a picture of text.
    await scene.open('<canvas width="900" height="700"></canvas>');
    await expect.poll(icon, PATIENCE).toBe(OFF);
    const reason = await open();
    await expect.poll(() => status(reason), PATIENCE).toMatch(/picture/);
  });

  test('the icon is grey on a site that is switched off, and in colour on the others', async () => {
    await scene.open('<p>Blinken.</p>');
    await expectSurfaces(scene, ['Blinken']);
    const icon = await scene.watchIcon();
    await click(await open(), '[role=switch]');
    await expect.poll(icon, PATIENCE).toBe(OFF);
    await close();
    await scene.open('<p>Blinken.</p>');
    await expect.poll(icon, PATIENCE).toBe(OFF);
    await scene.goto(scene.server.url('news-2024.html').replace('127.0.0.1', 'localhost'));
    await expect.poll(icon, PATIENCE).toBe(ON);
  });
});
