/** The scene of gate-scene.ts in Chromium, by the DevTools protocol. */
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { attach } from '../../src/cli/browsers/cdp-page.ts';
import { until } from '../../src/cli/until.ts';
import { readPage } from '../soak/gauges.ts';
import { iconInChromium } from './button-icon.ts';
import { lookInChromium, namesIn, worldInChromium } from './content-world.ts';
import type { GateScene } from './gate-scene.ts';
import { openChromium, PATIENCE, type ChromiumScene } from './harness.ts';
import { readerAtChromium } from './reader-at.ts';

/** What of the browser's own interface runs on its page of extensions. */
declare const chrome: {
  developerPrivate: Record<
    'updateExtensionConfiguration' | 'updateProfileConfiguration',
    (change: unknown) => Promise<void>
  >;
};

/** More of the scene, for what only Chromium shows. */
export interface ChromiumGateScene extends GateScene {
  chromium: ChromiumScene;
  page: Page;
  /** Opens the page of the extension again, after the browser has loaded the extension anew. */
  reopen(): Promise<void>;
}

export async function openGateSceneInChromium(
  options: Parameters<typeof openChromium>[0] = {},
): Promise<ChromiumGateScene> {
  const chromium = await openChromium(options);
  const page = await chromium.context.newPage();
  const root = await chromium.context.browser()?.newBrowserCDPSession();
  if (!root) throw new Error('No session.');
  const extension = extensionPage(chromium, page);
  /** The browser's page of extensions, in a tab behind. Owned by `allowSites`. */
  let manage: Page | undefined;
  const inWorld = worldInChromium(chromium, page);
  await extension.open();
  const background = async () => {
    const { targetInfos } = await root.send('Target.getTargets');
    return targetInfos.find(({ type }) => type === 'service_worker')?.targetId;
  };
  return {
    ...readerAtChromium(chromium, page),
    ...{ chromium, page, reopen: () => extension.open() },
    inWorld,
    ours: (frame) => namesIn(inWorld, frame),
    listeners: async () => (await lookInChromium(chromium, page, undefined, listenersIn)) ?? [],
    listenerCount: async () => (await readPage(page)).listeners,
    inExtension: (run, given = '') => extension.page().evaluate(run, given),
    isBackgroundRunning: async () => (await background()) !== undefined,
    async stopBackground() {
      // What it was about to do may start it again.
      const stop = () => extension.workers().send('ServiceWorker.stopAllWorkers').then(background);
      await expect.poll(stop, PATIENCE).toBeUndefined();
    },
    async command(name) {
      await page.bringToFront();
      const scopeURL = `chrome-extension://${chromium.extensionId}/`;
      if (!(await background())) {
        await extension.workers().send('ServiceWorker.startWorker', { scopeURL });
      }
      await expect.poll(background, PATIENCE).toBeDefined();
      const worker = await attach(root, (await background()) ?? '');
      await worker.evaluate(`chrome.commands.onCommand.dispatch('${name}')`);
    },
    async allowSites(isAllowed) {
      // Opened at the first time, and kept: it is a large page.
      if (!manage) {
        manage = await chromium.context.newPage();
        await manage.goto('chrome://extensions/');
        await page.bringToFront();
      }
      await manage.evaluate(
        ([extensionId, hostAccess]) =>
          chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
        [chromium.extensionId, isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK'],
      );
    },
    async openPopup() {
      const popup = await chromium.openToolbarPopup(page);
      return {
        ...popup,
        text: (selector) =>
          popup.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`),
        // By it, nobody is there to answer.
        close: () => popup.evaluate('setTimeout(close), 1'),
      };
    },
    watchIcon: () => iconInChromium(chromium, page),
    async openBehind(url) {
      const tab = await chromium.context.newPage();
      await tab.goto(url);
      await page.bringToFront();
      return (run) => tab.evaluate(run);
    },
    async update() {
      await chromium.update();
      await extension.open();
    },
  };
}

/** A page of the extension in a tab behind. An update closes it. */
function extensionPage({ context, extensionId }: ChromiumScene, front: Page) {
  let current: { page: Page; session: CDPSession } | undefined;
  const here = () => {
    if (!current) throw new Error('No page of the extension.');
    return current;
  };
  return {
    page: () => here().page,
    /** Ends and starts the background. */
    workers: () => here().session,
    async open() {
      await current?.page.close();
      const page = await context.newPage();
      current = { page, session: await context.newCDPSession(page) };
      const opens = (): Promise<true | undefined> =>
        page.goto(`chrome-extension://${extensionId}/options.html`).then(
          () => true,
          () => undefined,
        );
      if (!(await until(opens))) throw new Error('No page of the extension.');
      await current.session.send('ServiceWorker.enable');
      await front.bringToFront();
    },
  };
}

async function listenersIn(session: CDPSession, contextId: number): Promise<string[]> {
  const types: string[] = [];
  for (const expression of ['window', 'document', 'navigation']) {
    const { result } = await session.send('Runtime.evaluate', { contextId, expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId ?? '',
    });
    types.push(...listeners.map(({ type }) => type));
  }
  return types.sort();
}
