/**
 * What no program can press through a browser's protocol: the extension's keys, its keyword in the address bar, its button. A real
 * keyboard and pointer press them, on a display that nobody sees. In both browsers, on Linux.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { attach } from '../../src/cli/browsers/cdp-page.ts';
import { seeCard, seeCardInFirefox, type SeenCard } from '../../src/cli/browsers/card-probe.ts';
import { launchChromium } from '../../src/cli/browsers/chromium.ts';
import { launchFirefox } from '../../src/cli/browsers/firefox.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { activeSurfaces, seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { BUILDS, SAMPLES } from '../../src/cli/paths.ts';
import { serve, type Server } from '../../src/cli/serve.ts';
import { openDisplay, type Display } from './display.ts';
import { askPopup } from './gate-firefox.ts';
import { PATIENCE } from './harness.ts';

/** A browser's window on a display. */
interface InWindow {
  goto(url: string): Promise<void>;
  /** The page in front. */
  address(): Promise<string>;
  /** Words of the mention that the keys have reached. */
  active(): Promise<string[]>;
  card(): Promise<SeenCard | undefined>;
  /** Presses the extension's button in the toolbar. */
  pressButton(display: Display): Promise<void>;
  isPopupOpen(): Promise<boolean>;
  /** Moves the keys into the open popup. */
  enterPopup(display: Display): Promise<void>;
  /** What the search of the open popup has in its field. */
  typed(): Promise<string | null>;
  close(): Promise<void>;
}

const TYPED = 'document.querySelector("[role=combobox]")?.value ?? ""';

const IN_WINDOW: [string, () => Promise<InWindow>][] = [
  [
    'Chromium',
    async () => {
      const chromium = await launchChromium(ensureBrowser('chromium'), {
        extension: BUILDS.chromium,
        headless: false,
      });
      const page = await chromium.open('about:blank');
      const root = await chromium.context.browser()?.newBrowserCDPSession();
      if (!root) throw new Error('No session.');
      const popup = async () => {
        const { targetInfos } = await root.send('Target.getTargets');
        const open = targetInfos.find(({ url }) => url.includes('/popup.html'));
        return open && attach(root, open.targetId);
      };
      return {
        async goto(url) {
          await page.goto(url);
        },
        address: () => Promise.resolve(page.url()),
        active: async () => activeSurfaces(await page.evaluate(seeMarks)),
        card: () => seeCard(page),
        // A new extension is in the menu of extensions, before the last two buttons of the toolbar.
        async pressButton(display) {
          await display.press('Escape', 'alt+shift+t', 'End', 'Left', 'Left', 'Return');
          await pause();
          await display.press('Tab', 'Tab', 'Return');
        },
        isPopupOpen: async () => (await popup()) !== undefined,
        // They are there as soon as it is open.
        enterPopup: () => Promise.resolve(),
        typed: async () => (await popup())?.evaluate<string>(TYPED) ?? '',
        close: () => chromium.close(),
      };
    },
  ],
  [
    'Firefox',
    async () => {
      const firefox = await launchFirefox(ensureBrowser('firefox'), {
        extension: BUILDS.firefox,
        headless: false,
      });
      return {
        goto: (url) => firefox.goto(url),
        address: () => firefox.evaluate(() => location.href),
        active: async () => activeSurfaces(await firefox.evaluate(seeMarks)),
        card: () => seeCardInFirefox(firefox),
        async pressButton(display) {
          const { x, y } = await firefox.evaluateInBrowser(buttonInFirefox);
          await display.click(x, y);
        },
        isPopupOpen: () =>
          firefox.evaluateInBrowser(() => {
            const window = Services.wm.getMostRecentWindow('navigator:browser');
            const shown = window.document.querySelectorAll<InPanel>('panel[panelopen] browser');
            return [...shown].some(({ currentURI }) => currentURI.spec.endsWith('/popup.html'));
          }),
        // A press of the pointer leaves them with the browser's own window, with a window manager too.
        enterPopup: (display) => display.press('Tab'),
        typed: () => askPopup(firefox, TYPED),
        close: () => firefox.close(),
      };
    },
  ],
];

/** Until the browser's own window has followed, in ms: nothing tells when, so what came too early is done again. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 1500));

/** What is known of Firefox's own window here. */
declare const Services: {
  wm: {
    getMostRecentWindow(
      type: string,
    ): Window & { mozInnerScreenX: number; mozInnerScreenY: number };
  };
};
interface InPanel extends Element {
  currentURI: { spec: string };
}

/** Middle of the extension's button, in px of the display. */
function buttonInFirefox(): { x: number; y: number } {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const box = window.document.querySelector('[id$="-BAP"]')?.getBoundingClientRect();
  if (!box) throw new Error('There is no button.');
  return {
    x: Math.round(window.mozInnerScreenX + (box.left + box.right) / 2),
    y: Math.round(window.mozInnerScreenY + (box.top + box.bottom) / 2),
  };
}

describe.runIf(process.platform === 'linux').each(IN_WINDOW)('in %s,', (_, launch) => {
  let display: Display;
  let server: Server;
  let browser: InWindow;
  beforeAll(async () => {
    display = await openDisplay();
    vi.stubEnv('DISPLAY', display.name);
    vi.stubEnv('WAYLAND_DISPLAY', undefined);
    server = await serve(SAMPLES);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    display.close();
    vi.unstubAllEnvs();
  });

  test('the keys go to the first mention, to the next one and back, and open its card', async () => {
    await browser.goto(server.url('/news-2024.html'));
    // A new window has its focus in the address bar, which would keep Escape.
    await display.click(40, 500);
    await display.press('alt+period');
    await expect.poll(() => browser.active(), PATIENCE).toEqual(['Antony Blinken']);
    await display.press('alt+period');
    await expect.poll(() => browser.active(), PATIENCE).toEqual(['David Lammy']);
    await display.press('alt+comma');
    await expect.poll(() => browser.active(), PATIENCE).toEqual(['Antony Blinken']);
    await display.press('alt+shift+o');
    await expect.poll(async () => (await browser.card())?.name, PATIENCE).toBe('Antony Blinken');
    await display.press('Escape');
    await expect.poll(() => browser.card(), PATIENCE).toBeUndefined();
  });

  test('the button opens the popup, keys go into its search, and Escape closes it', async () => {
    await browser.goto(server.url('/news-2024.html'));
    const close = async (): Promise<boolean> => {
      // In Chromium the first ones clear the search.
      await display.press('Escape');
      await pause();
      return browser.isPopupOpen();
    };
    const openAndType = async (): Promise<string | null> => {
      await expect.poll(close, PATIENCE).toBe(false);
      await browser.pressButton(display);
      await pause();
      await browser.enterPopup(display);
      await display.type('lammy');
      await pause();
      return browser.typed();
    };
    await expect.poll(openAndType, PATIENCE).toBe('lammy');
    await expect.poll(close, PATIENCE).toBe(false);
  });

  test('the keyword in the address bar suggests what the search finds, and opens what is chosen', async () => {
    await browser.goto(server.url('/news-2024.html'));
    const choose = async (): Promise<string> => {
      await display.press('Escape', 'Escape', 'ctrl+l');
      await display.type('bg lammy');
      await pause();
      // The first suggestion is David Lammy, whom the typed text alone finds too.
      await display.press('Down', 'Down', 'Return');
      await pause();
      return new URL(await browser.address()).hash;
    };
    await expect.poll(choose, PATIENCE).toBe('#entity=kyiv-visit&fact=joint-visit-to-kyiv');
  });
});
