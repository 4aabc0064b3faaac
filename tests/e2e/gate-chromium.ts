/** The scene of gate-scene.ts in Chromium, by the DevTools protocol. */
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { attach } from '../../src/cli/browsers/cdp-page.ts';
import { until } from '../../src/cli/until.ts';
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

export async function openGateSceneInChromium(): Promise<ChromiumGateScene> {
  const chromium = await openChromium();
  const page = await chromium.context.newPage();
  const root = await chromium.context.browser()?.newBrowserCDPSession();
  if (!root) throw new Error('No session.');
  const extension = extensionPage(chromium, page);
  /** The browser's page of extensions, in a tab behind. Owned by `allowSites`. */
  let manage: Page | undefined;
  await extension.open();
  const background = async () => {
    const { targetInfos } = await root.send('Target.getTargets');
    return targetInfos.find(({ type }) => type === 'service_worker')?.targetId;
  };
  const workers = (method: 'stopAllWorkers' | 'startWorker') =>
    controlWorkers(chromium, extension.page(), method);
  return {
    ...readerAtChromium(chromium, page),
    ...{ chromium, page, reopen: () => extension.open() },
    ours: (frame) =>
      inOurWorld(chromium, page, frame, async (session, contextId) => {
        const expression = `Object.entries(globalThis.backgrounder ?? {}).flatMap(([name, value]) => value ? name : []).sort()`;
        const options = { contextId, expression, returnByValue: true };
        return (await session.send('Runtime.evaluate', options)).result.value as string[];
      }),
    listeners: () => inOurWorld(chromium, page, undefined, listenersIn),
    inExtension: (run, given = '') => extension.page().evaluate(run, given),
    isBackgroundRunning: async () => (await background()) !== undefined,
    async stopBackground() {
      // What it was about to do may start it again.
      const stop = () => workers('stopAllWorkers').then(background);
      await expect.poll(stop, PATIENCE).toBeUndefined();
    },
    async command(name) {
      await page.bringToFront();
      if (!(await background())) await workers('startWorker');
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
  let current: Page | undefined;
  return {
    page(): Page {
      if (!current) throw new Error('No page of the extension.');
      return current;
    },
    async open() {
      await current?.close();
      const page = await context.newPage();
      current = page;
      const opens = (): Promise<true | undefined> =>
        page.goto(`chrome-extension://${extensionId}/options.html`).then(
          () => true,
          () => undefined,
        );
      if (!(await until(opens))) throw new Error('No page of the extension.');
      await front.bringToFront();
    },
  };
}

async function controlWorkers(
  { context, extensionId }: ChromiumScene,
  page: Page,
  method: 'stopAllWorkers' | 'startWorker',
): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  if (method === 'stopAllWorkers') await session.send('ServiceWorker.stopAllWorkers');
  else {
    const scopeURL = `chrome-extension://${extensionId}/`;
    await session.send('ServiceWorker.startWorker', { scopeURL });
  }
  await session.detach();
}

/** Looks from the world of our scripts in a document. @returns [] where they have none */
async function inOurWorld(
  { context, extensionId }: ChromiumScene,
  page: Page,
  number: number | undefined,
  look: (session: CDPSession, contextId: number) => Promise<string[]>,
): Promise<string[]> {
  const frame = number === undefined ? page.mainFrame() : page.frames()[number + 1];
  if (!frame) return [];
  // A frame of the page's own site has no session of its own.
  const session = await context.newCDPSession(frame).catch(() => context.newCDPSession(page));
  try {
    const contexts: { id: number; name: string; origin: string; auxData?: object }[] = [];
    session.on('Runtime.executionContextCreated', ({ context: each }) => contexts.push(each));
    await session.send('Runtime.enable');
    const { frameTree } = await session.send('Page.getFrameTree');
    const frames = [frameTree, ...(frameTree.childFrames ?? [])].map((each) => each.frame);
    const id = frames.find(({ url }) => url === frame.url())?.id;
    // An update leaves a world behind.
    const world = contexts.findLast(
      ({ origin, auxData = {} }) =>
        origin.includes(extensionId) && 'frameId' in auxData && auxData.frameId === id,
    );
    return world ? await look(session, world.id) : [];
  } finally {
    await session.detach();
  }
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
