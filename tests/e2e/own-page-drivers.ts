/** The drivers of own-page.ts: a tab of its own for a page of the extension, in Chromium and in Firefox. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { FirefoxPage } from '../../src/cli/browsers/firefox.ts';
import { until } from '../../src/cli/until.ts';
import type { ChromiumGateScene } from './gate-chromium.ts';
import type { FirefoxGateScene } from './gate-firefox.ts';
import type { ChromiumScene, FirefoxScene } from './harness.ts';
import { ownPage, type OwnPage } from './own-page.ts';
import { resizeInFirefox } from './surroundings.ts';

/** What of the browser's own interface is needed here. */
declare const ChromeUtils: {
  importESModule(name: string): {
    Downloads: {
      ALL: unknown;
      getList(kind: unknown): Promise<{
        getAll(): Promise<{ succeeded: boolean; target: { path: string } }[]>;
      }>;
    };
  };
};
declare const Services: {
  prefs: {
    setCharPref(name: string, value: string): void;
    setIntPref(name: string, value: number): void;
  };
};

/**
 * Opens a page of the extension in a tab behind. In Firefox, it comes to the front as soon as something is done there.
 * @param address in the extension: `options.html#sites`
 */
export async function openOwnPage(
  scene: ChromiumGateScene | FirefoxGateScene,
  address: string,
): Promise<OwnPage> {
  const page = await ('chromium' in scene ? behindInChromium(scene) : behindInFirefox(scene));
  await page.goto(address);
  return page;
}

/** The tab that the reader of a scene looks at, for pages of the extension. */
export const ownPageInFront = (scene: ChromiumGateScene | FirefoxGateScene): OwnPage =>
  'chromium' in scene
    ? inChromium(scene.chromium, scene.page)
    : inFirefox(scene.firefox, scene.firefox);

async function behindInChromium({ chromium, page }: ChromiumGateScene): Promise<OwnPage> {
  const behind = await chromium.context.newPage();
  await page.bringToFront();
  return inChromium(chromium, behind);
}

const behindInFirefox = async ({ firefox }: FirefoxGateScene): Promise<OwnPage> =>
  inFirefox(firefox, await firefox.openTab());

function inChromium({ extensionId }: ChromiumScene, page: Page): OwnPage {
  return ownPage({
    async goto(address) {
      // Without it, another fragment alone would load nothing.
      await page.goto('about:blank');
      await page.goto(`chrome-extension://${extensionId}/${address}`);
    },
    ask: (expression) => page.evaluate(expression),
    // A tab behind takes the pointer, too.
    comeForward: () => Promise.resolve(),
    click: (x, y) => page.mouse.click(x, y),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewportSize({ width, height }),
    chooseFiles: (selector, paths) => page.locator(selector).setInputFiles(paths),
    async download(act) {
      const [saved] = await Promise.all([page.waitForEvent('download'), act()]);
      return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
    },
    async beforeScripts(run) {
      await page.addInitScript(`(${String(run)})(document)`);
    },
    screenshot: () => page.screenshot(),
  });
}

function inFirefox(firefox: FirefoxScene, tab: FirefoxPage): OwnPage {
  return ownPage({
    async goto(address) {
      await tab.goto('about:blank');
      await tab.goto(firefox.extensionUrl(address));
    },
    // The driver sends the text of a function.
    ask: (expression) =>
      tab.evaluate(Object.assign(() => '', { toString: () => `() => (${expression})` })) as never,
    comeForward: () => tab.comeForward(),
    click: (x, y) => tab.click(x, y),
    press: (...keys) => tab.press(...keys),
    type: (text) => tab.press(text),
    resize: (width, height) => resizeInFirefox(firefox, width, height),
    chooseFiles: (selector, paths) => tab.chooseFiles(selector, paths),
    download: (act) => downloadInFirefox(firefox, act),
    beforeScripts: (run) => tab.evaluatePrivileged(beforeScriptsInFirefox(run)),
    screenshot: () => tab.screenshot(),
  });
}

/** A function as text: `Services` tells of each document of the process as soon as it has its first element. */
const beforeScriptsInFirefox = (run: (page: Document) => void) =>
  Object.assign(() => undefined, {
    toString: () => `() => {
      const topic = 'document-element-inserted';
      const look = (page) => {
        if (!page.URL?.startsWith('moz-extension:')) return;
        Services.obs.removeObserver(look, topic);
        const { MutationObserver } = page.defaultView;
        (${String(run)})(page);
      };
      Services.obs.addObserver(look, topic);
    }`,
  });

async function downloadInFirefox(firefox: FirefoxScene, act: () => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-'));
  try {
    await firefox.evaluateInBrowser((path) => {
      const aFolder = 2;
      Services.prefs.setIntPref('browser.download.folderList', aFolder);
      Services.prefs.setCharPref('browser.download.dir', path);
    }, folder);
    await act();
    const path = await until(
      async () => (await firefox.evaluateInBrowser(savedIn, folder)) ?? undefined,
    );
    if (path === undefined) throw new Error('No file was saved.');
    return { name: basename(path), text: readFileSync(path, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Path of a file that is saved in a folder as a whole. Files of other names lie there while it comes. Runs in the browser. */
const savedIn = async (folder: string): Promise<string | null> => {
  const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
  const all = await (await Downloads.getList(Downloads.ALL)).getAll();
  const saved = all.find(({ succeeded, target }) => succeeded && target.path.startsWith(folder));
  return saved?.target.path ?? null;
};
