/** The drivers of own-page.ts: a tab of its own for a page of the extension, in Chromium and in Firefox. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../src/cli/until.ts';
import type { ChromiumScene, FirefoxScene } from './harness.ts';
import { ownPage, type OwnPage } from './own-page.ts';
import { resizeInFirefox } from './surroundings.ts';

/** What of the browser's own interface is needed here. */
declare const Services: {
  prefs: {
    setCharPref(name: string, value: string): void;
    setIntPref(name: string, value: number): void;
  };
};

/** Opens a page of the extension. @param address in the extension: `options.html#sites` */
export async function openOwnPage(
  scene: { chromium: ChromiumScene } | { firefox: FirefoxScene },
  address: string,
): Promise<OwnPage> {
  const page = await ('chromium' in scene ? inChromium(scene.chromium) : inFirefox(scene.firefox));
  await page.goto(address);
  return page;
}

async function inChromium({ context, extensionId }: ChromiumScene): Promise<OwnPage> {
  const page = await context.newPage();
  return ownPage({
    async goto(address) {
      // Without it, another fragment alone would load nothing.
      await page.goto('about:blank');
      await page.goto(`chrome-extension://${extensionId}/${address}`);
    },
    ask: (expression) => page.evaluate(expression),
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
    screenshot: () => page.screenshot(),
  });
}

async function inFirefox(firefox: FirefoxScene): Promise<OwnPage> {
  const tab = await firefox.openTab();
  return ownPage({
    async goto(address) {
      await tab.goto('about:blank');
      await tab.goto(firefox.extensionUrl(address));
    },
    // The driver sends the text of a function.
    ask: (expression) =>
      tab.evaluate(Object.assign(() => '', { toString: () => `() => (${expression})` })) as never,
    click: (x, y) => tab.click(x, y),
    press: (...keys) => tab.press(...keys),
    type: (text) => tab.press(text),
    resize: (width, height) => resizeInFirefox(firefox, width, height),
    chooseFiles: (selector, paths) => tab.chooseFiles(selector, paths),
    download: (act) => downloadInFirefox(firefox, act),
    screenshot: () => tab.screenshot(),
  });
}

async function downloadInFirefox(firefox: FirefoxScene, act: () => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-'));
  try {
    await firefox.evaluateInBrowser((path) => {
      const aFolder = 2;
      Services.prefs.setIntPref('browser.download.folderList', aFolder);
      Services.prefs.setCharPref('browser.download.dir', path);
    }, folder);
    await act();
    // While it comes there is a second file beside it.
    const name = await until(() => {
      const files = readdirSync(folder);
      return files.length === 1 ? files[0] : undefined;
    });
    if (name === undefined) throw new Error('No file was saved.');
    return { name, text: readFileSync(join(folder, name), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
