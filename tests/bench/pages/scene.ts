/** A browser with one extension that runs in its pages. Knows neither what extension it is nor what is measured. */
import type { Page } from 'playwright-core';
import { launchChromium } from '../../../src/cli/browsers/chromium.ts';
import { ensureBrowser } from '../../../src/cli/browsers/install.ts';
import type { Server } from '../../../src/cli/serve.ts';
import { until } from '../../../src/cli/until.ts';
import { parsedScripts } from './counters.ts';
import type { Document } from './documents.ts';
import { inTab, type Tab } from './tab.ts';

export interface Scene {
  /** Opens a tab, hands it over, and closes it. */
  inTab<Result>(work: (tab: Tab) => Promise<Result>): Promise<Result>;
  /** Opens a page of the extension itself, which stays open. @param path as `options.html` */
  openOwn(path: string): Promise<Page>;
  isBackgroundAwake(): Promise<boolean>;
  /** Ends the extension's service worker, as the browser does when it is idle. @throws Error where it goes on */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** A page on which every extension has something to do. */
const WARM_UP: Document = { name: 'warm up', html: '<!doctype html><p>Antony Blinken met others.' };

/**
 * Resolves when the extension runs in pages, which may be some time after it was loaded.
 * @param extension folder
 * @throws Error where no script of it comes into pages
 */
export async function openScene(server: Server, extension: string): Promise<Scene> {
  const chromium = ensureBrowser('chromium');
  const browser = await launchChromium(chromium, { extension, headless: true });
  // A page of the extension itself, whatever else it has: the browser tells such a page of its worker.
  const page = await browser.open(`chrome-extension://${browser.extensionId}/manifest.json`);
  const session = await browser.context.newCDPSession(page);
  const isBackgroundAwake = async (): Promise<boolean> => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.some(
      ({ type, url }) => type === 'service_worker' && url.includes(browser.extensionId),
    );
  };
  await session.send('ServiceWorker.enable');
  const scene: Scene = {
    inTab: (work) => inTab(browser.context, server, work),
    async openOwn(path) {
      const own = await browser.context.newPage();
      await own.goto(`chrome-extension://${browser.extensionId}/${path}`);
      return own;
    },
    isBackgroundAwake,
    async stopBackground() {
      // Events that came before may start it once more.
      const isStopped = await until(async () => {
        await session.send('ServiceWorker.stopAllWorkers');
        return !(await isBackgroundAwake()) || undefined;
      });
      if (!isStopped) throw new Error('The background does not stop.');
    },
    close: () => browser.close(),
  };
  const isThere = await until(async () => {
    const scripts = await scene.inTab((tab) => parsedScripts(tab, WARM_UP));
    return scripts.length > 0 || undefined;
  });
  if (isThere) return scene;
  await scene.close();
  throw new Error(`No script of ${extension} comes into pages.`);
}
