/**
 * Drives a Chromium-family browser with the built extension loaded, by playwright-core.
 * The extension is loaded over the DevTools protocol, since branded Chrome ignores `--load-extension`.
 */
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import type { InstalledBrowser } from './find.ts';
import { createProfile } from './profile.ts';
import { attach, type AttachedPage } from './cdp-page.ts';
import { hasWelcome, isWelcome } from './welcome-tab.ts';
import { PATIENCE_MS, until } from '../until.ts';

export interface ChromiumOptions {
  /** Folder of the built extension. */
  extension: string;
  headless: boolean;
  /** CSS px. */
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** Language of the browser, as `en-GB`. */
  lang?: string;
  /** Whether the welcome page stays open, in a tab in front. */
  keepsWelcome?: boolean;
  /** Name and port of a proxy for all requests, those to this machine included: `127.0.0.1:8080`. */
  proxy?: string;
}

export interface Chromium {
  context: BrowserContext;
  extensionId: string;
  open(url: string): Promise<Page>;
  /** Clicks the toolbar button on a page, as far as a program can. @returns the real popup */
  openToolbarPopup(page: Page): Promise<AttachedPage>;
  /** Loads the same build again, as an update does: what runs in open pages is left behind. */
  update(): Promise<void>;
  /** Resolves when the person closes the last window. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/** @throws Error where the browser refuses the extension; nothing is left running then */
export async function launchChromium(
  browser: InstalledBrowser,
  options: ChromiumOptions,
): Promise<Chromium> {
  const profile = createProfile();
  const context = await chromium.launchPersistentContext(
    profile.path,
    contextOptions(browser, options),
  );
  context.setDefaultTimeout(PATIENCE_MS);
  const close = async () => {
    // It throws where the browser is gone already, and then there is nothing to close.
    await context.close().catch(() => undefined);
    profile.remove();
  };
  const closed = lastWindowOf(context);
  let root: CDPSession;
  const load = () => loadExtension(root, options.extension);
  let extensionId: string;
  try {
    root = await rootSession(context);
    extensionId = await load();
    if (hasWelcome(options.extension)) await passWelcome(context, options.keepsWelcome);
  } catch (error) {
    await close();
    throw error;
  }

  return {
    context,
    extensionId,
    async open(url) {
      const blank = context.pages().find((page) => page.url() === 'about:blank');
      const page = blank ?? (await context.newPage());
      await page.goto(url);
      return page;
    },
    async openToolbarPopup(page) {
      await page.bringToFront();
      return attach(root, await triggerAction(root, page, extensionId));
    },
    async update() {
      await load();
    },
    closed,
    close,
  };
}

/** Waits for the welcome page, and closes it. @throws Error where it does not come */
async function passWelcome(context: BrowserContext, stays = false): Promise<void> {
  const page = await until(() => context.pages().find((each) => isWelcome(each.url())));
  if (!page) throw new Error('The welcome page did not open.');
  if (!stays) await page.close();
}

function contextOptions(
  browser: InstalledBrowser,
  { headless, viewport, colorScheme = 'light', lang = 'en-GB', proxy }: ChromiumOptions,
) {
  return {
    executablePath: browser.path,
    timeout: PATIENCE_MS,
    // Playwright's own headless mode is another browser without extensions.
    headless: false,
    viewport: viewport ?? (headless ? { width: 1000, height: 760 } : null),
    colorScheme,
    locale: lang,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
    args: [
      // On the small default screen the toolbar popup has no room for its height.
      ...(headless ? ['--headless=new', '--screen-info={1600x1200}'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--lang=${lang}`,
      // Without the second, requests to this machine would go past the proxy.
      ...(proxy ? [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
      '--enable-unsafe-extension-debugging',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}

/** @returns the id of the extension. @throws Error where the browser refuses it */
async function loadExtension(root: CDPSession, path: string): Promise<string> {
  // The protocol's types do not know the domain yet.
  const { id } = (await root.send('Extensions.loadUnpacked' as never, { path } as never)) as {
    id: string;
  };
  return id;
}

/** Some systems keep a browser running without a window, so its end alone is not enough. */
function lastWindowOf(context: BrowserContext): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      resolve();
    };
    const follow = (page: Page) => {
      page.once('close', () => {
        if (context.pages().length === 0) end();
      });
    };
    context.once('close', end);
    context.pages().forEach(follow);
    context.on('page', follow);
  });
}

async function rootSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('This browser has no DevTools session of its own.');
  return browser.newBrowserCDPSession();
}

interface Target {
  targetId: string;
  type: string;
  url: string;
}

async function triggerAction(root: CDPSession, page: Page, id: string): Promise<string> {
  const targets = async (type: string): Promise<Target[]> => {
    const params = { filter: [{ type }] };
    const { targetInfos } = await root.send('Target.getTargets', params);
    return targetInfos;
  };
  const tab = (await targets('tab')).find(({ url }) => url === page.url());
  if (!tab) throw new Error(`No tab shows ${page.url()}.`);
  await root.send('Extensions.triggerAction' as never, { id, targetId: tab.targetId } as never);
  const popup = await until(async () =>
    (await targets('page')).find(({ url }) =>
      url.startsWith(`chrome-extension://${id}/popup.html`),
    ),
  );
  if (!popup) throw new Error('The toolbar popup did not open.');
  return popup.targetId;
}
