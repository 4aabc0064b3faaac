/** Tabs and windows: sending to pages, and watching them. */
import browser, { type Tabs as BrowserTabs } from 'webextension-polyfill';
import type { Tabs, Welcome, Windows } from './interfaces.ts';
import { inject } from './scripts.ts';

const activeTab = async (): Promise<BrowserTabs.Tab | undefined> =>
  (await browser.tabs.query({ active: true, currentWindow: true }))[0];

export const findActiveTab: Tabs['findActiveTab'] = async () => (await activeTab())?.id;

export const readActiveUrl: Tabs['readActiveUrl'] = async () => (await activeTab())?.url;

export const sendToTab: Tabs['sendToTab'] = async (tab, message) => {
  try {
    return await browser.tabs.sendMessage(tab, message);
  } catch {
    // The page has no reader, for example because there is no mention.
    return undefined;
  }
};

export const sendToActiveTab: Tabs['sendToActiveTab'] = async (message) => {
  const tab = await findActiveTab();
  if (tab !== undefined) await sendToTab(tab, message);
};

export const findTabs: Tabs['findTabs'] = async () => {
  const tabs = await browser.tabs.query({ discarded: false });
  return tabs.flatMap(({ id, url, incognito }) =>
    id === undefined ? [] : [{ id, url, isPrivate: incognito }],
  );
};

export const connectToActiveTab: Tabs['connectToActiveTab'] = async (name, listener, signal) => {
  const isOver = (): boolean => signal.aborted;
  const tab = await findActiveTab();
  if (isOver()) return;
  if (tab === undefined) {
    listener.onClosed();
    return;
  }
  // Most pages have no reader, because they have no mention. Where there is one, it stays.
  await inject('reader', { tab });
  if (isOver()) return;
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

export const openWelcomePage: Welcome['openWelcomePage'] = async () => {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const open = windows.filter(({ incognito }) => !incognito);
  const { id } = open.find(({ focused }) => focused) ?? open[0] ?? {};
  if (id === undefined) return;
  await browser.tabs.create({ windowId: id, url: browser.runtime.getURL('welcome.html') });
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
