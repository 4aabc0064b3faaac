/** Tabs and windows: sending to pages, watching them, and starting the content script in them. */
import browser, { type Tabs as BrowserTabs } from 'webextension-polyfill';
import type { Tabs, Windows } from './interfaces.ts';
import { browserName } from './runtime.ts';

const activeTab = async (): Promise<BrowserTabs.Tab | undefined> =>
  (await browser.tabs.query({ active: true, currentWindow: true }))[0];

export const findActiveTab: Tabs['findActiveTab'] = async () => (await activeTab())?.id;

export const readActiveUrl: Tabs['readActiveUrl'] = async () => (await activeTab())?.url;

export const sendToTab: Tabs['sendToTab'] = async (tab, message) => {
  try {
    await browser.tabs.sendMessage(tab, message);
  } catch {
    // The page has no content script, for example a page of the browser.
  }
};

export const sendToActiveTab: Tabs['sendToActiveTab'] = async (message) => {
  const tab = await findActiveTab();
  if (tab !== undefined) await sendToTab(tab, message);
};

export const sendToPrivateTabs: Tabs['sendToPrivateTabs'] = async (message) => {
  const tabs = (await browser.tabs.query({})).filter(({ incognito }) => incognito);
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [sendToTab(id, message)])));
};

export const connectToActiveTab: Tabs['connectToActiveTab'] = async (name, listener, signal) => {
  const tab = await findActiveTab();
  if (signal.aborted) return;
  if (tab === undefined) {
    listener.onClosed();
    return;
  }
  const port = browser.tabs.connect(tab, { name });
  port.onMessage.addListener((message: unknown) => {
    listener.onMessage(message);
  });
  port.onDisconnect.addListener(() => {
    // If `lastError` is not read, Chromium logs an error.
    listener.onClosed(browser.runtime.lastError?.message);
  });
  signal.addEventListener('abort', () => {
    port.disconnect();
  });
};

export const startInActiveTab: Tabs['startInActiveTab'] = async () => {
  const tab = await findActiveTab();
  if (tab === undefined) throw new Error('There is no tab.');
  const target = { tabId: tab, allFrames: true };
  const origin = browserName === 'firefox' ? 'USER' : 'AUTHOR';
  await browser.scripting.insertCSS({ target, origin, files: [`highlights.${browserName}.css`] });
  await browser.scripting.executeScript({ target, files: ['reader.js'] });
};

export const isPrivateWindow: Windows['isPrivateWindow'] = async () =>
  (await browser.windows.getCurrent()).incognito;

export const onPrivateEnd: Windows['onPrivateEnd'] = (listener) => {
  browser.windows.onRemoved.addListener(() => {
    void browser.windows.getAll().then((windows) => {
      if (!windows.some(({ incognito }) => incognito)) listener();
    });
  });
};
