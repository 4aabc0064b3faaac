/**
 * The browser as the extension's own pages see it; the only importer of webextension-polyfill, which stands
 * aside in every browser above our floors. Narrow interfaces, handed down by the entry points.
 */
import browser, { type Runtime, type Storage, type Tabs } from 'webextension-polyfill';
import { wordingLocale, type Say } from '../locale/index.ts';

export const say: Say = (key, ...substitutions) =>
  browser.i18n.getMessage(key, substitutions.map(String));

/** BCP 47 tag for dates and numbers. */
export const locale = (): string => wordingLocale(say, browser.i18n.getUILanguage());

/** Opens the options page, or comes back to it where it is open. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Which browser's ways of counting and of storing apply. */
export const browserName = import.meta.env.FIREFOX ? 'firefox' : 'chromium';

/** Runs one task of this name at a time over all pages of the extension. */
export const lock = <Result>(name: string, task: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(name, task);

/** One of the browser's storage areas. */
function areaOf(name: 'local' | 'session') {
  const area = browser.storage[name];
  return {
    keys: async (): Promise<string[]> => area.getKeys(),
    /** @returns undefined where there is no such key */
    get: async (key: string): Promise<unknown> => (await area.get(key))[key],
    set: (record: Record<string, unknown>): Promise<void> => area.set(record),
    remove: (key: string): Promise<void> => area.remove(key),
    /** Tells of the keys that were written or removed, in whichever context. */
    onChanged(listener: (keys: string[]) => void, signal: AbortSignal): void {
      const onChanged = (changes: Record<string, Storage.StorageChange>, where: string): void => {
        if (where === name) listener(Object.keys(changes));
      };
      browser.storage.onChanged.addListener(onChanged);
      signal.addEventListener('abort', () => {
        browser.storage.onChanged.removeListener(onChanged);
      });
    },
  };
}

/** The storage that stays in this browser profile. */
export const localArea = areaOf('local');
/** The storage that ends with the browser, is never on disk, and is closed to content scripts in both browsers. */
export const sessionArea = areaOf('session');

/** Whether this page of the extension is in a private window. */
export async function isPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getCurrent()).incognito;
}

/** Sends to the background. @returns its answer */
export const sendMessage = (message: unknown): Promise<unknown> =>
  browser.runtime.sendMessage(message);

/** Tells of every change of what private windows see. */
export function onPrivateSettings(listener: () => void, signal: AbortSignal): void {
  sessionArea.onChanged(listener, signal);
}

/** Tells all tabs of private windows; where nobody listens, nothing happens. */
export async function sendToPrivateTabs(message: unknown): Promise<void> {
  const tabs = (await browser.tabs.query({})).filter(({ incognito }) => incognito);
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, message)])),
  );
}

/** Tells that no private window is open any more. */
export function onPrivateEnd(listener: () => void): void {
  browser.windows.onRemoved.addListener(() => {
    void browser.windows.getAll().then((windows) => {
      if (!windows.some(({ incognito }) => incognito)) listener();
    });
  });
}

/** Tells that the extension was installed or updated. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(() => {
    listener();
  });
}

/** What comes through a port to a page. */
export interface PageListener {
  onMessage(message: unknown): void;
  /**
   * No frame of the page listens, or the last one that did has gone.
   * @param reason the browser's own words, if it has any; not for readers
   */
  onClosed(reason?: string): void;
}

/** The tab in front of this window. */
const activeTab = async (): Promise<Tabs.Tab | undefined> =>
  (await browser.tabs.query({ active: true, currentWindow: true }))[0];

/** Opens a port of this name to all frames of the tab in front of this window. */
export async function connectToActiveTab(
  name: string,
  listener: PageListener,
  signal: AbortSignal,
): Promise<void> {
  const tab = await activeTab();
  if (signal.aborted) return;
  if (tab?.id === undefined) {
    listener.onClosed();
    return;
  }
  const port = browser.tabs.connect(tab.id, { name });
  port.onMessage.addListener((message: unknown) => {
    listener.onMessage(message);
  });
  port.onDisconnect.addListener(() => {
    // Unless it is read, Chromium complains in the console of an unchecked `lastError`.
    listener.onClosed(browser.runtime.lastError?.message);
  });
  signal.addEventListener('abort', () => {
    port.disconnect();
  });
}

/** Tells of the key commands of the manifest, by name. */
export function onCommand(listener: (name: string) => void): void {
  browser.commands.onCommand.addListener((name) => {
    listener(name);
  });
}

/** Tells all frames of the tab in front; where nobody listens, nothing happens. */
export async function sendToActiveTab(message: unknown): Promise<void> {
  const tab = await activeTab();
  if (tab?.id === undefined) return;
  try {
    await browser.tabs.sendMessage(tab.id, message);
  } catch {
    // A page without the content script: the browser's own, or a store.
  }
}

/** Who sent a message. */
export interface MessageSender {
  /** Whether it came from a tab of a private window. */
  isPrivate: boolean;
  /** Whether it came from a page of the extension. */
  isOwnPage: boolean;
  /** Id of the tab, where it came from the main document of one. */
  mainOf: number | undefined;
}

/**
 * Tells of messages of the extension's own contexts. What the listener promises is the answer; undefined is none,
 * and a promise that fails answers with nothing.
 */
export function onMessage(
  listener: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined,
): void {
  const own = browser.runtime.getURL('');
  const onReceived = (
    message: unknown,
    sender: Runtime.MessageSender,
    sendResponse: (answer: unknown) => void,
  ): true | undefined => {
    const answer = listener(message, {
      isPrivate: sender.tab?.incognito ?? false,
      isOwnPage: sender.url?.startsWith(own) ?? false,
      mainOf: sender.frameId === 0 ? sender.tab?.id : undefined,
    });
    if (!answer) return undefined;
    answer.then(sendResponse, () => {
      sendResponse(undefined);
    });
    // Keeps the channel open, and the background awake, until the answer.
    return true;
  };
  browser.runtime.onMessage.addListener(onReceived as Runtime.OnMessageListenerCallback);
}

/** Version of the extension. */
export const version = (): string => browser.runtime.getManifest().version;

/** The key commands as they are set now, without the browser's own one for the toolbar button. */
export async function readShortcuts(): Promise<
  { name: string; description: string; keys: string }[]
> {
  const commands = await browser.commands.getAll();
  return commands
    .filter(({ name }) => name !== undefined && !name.startsWith('_execute'))
    .map(({ name = '', description = '', shortcut = '' }) => ({
      name,
      description,
      keys: shortcut,
    }));
}

/** The polyfill's types do not know it yet: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/openShortcutSettings */
interface OpenShortcutSettings {
  openShortcutSettings?: () => Promise<void>;
}

/** Opens the browser's page for key commands; undefined where an extension may not. */
export const openShortcuts: (() => Promise<void>) | undefined = shortcutsOpener();

function shortcutsOpener(): (() => Promise<void>) | undefined {
  if (browserName === 'chromium') {
    return async () => {
      await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    };
  }
  const { openShortcutSettings } = browser.commands as OpenShortcutSettings;
  return openShortcutSettings && (() => openShortcutSettings());
}

/**
 * Address of the tab in front of this window, which the browser tells after a click on the toolbar button
 * (`activeTab`); undefined otherwise.
 */
export async function readActiveUrl(): Promise<string | undefined> {
  return (await activeTab())?.url;
}

/** Starts the content script in every frame of the tab in front. @throws where the browser does not allow it */
export async function startInActiveTab(): Promise<void> {
  const tab = await activeTab();
  if (tab?.id === undefined) throw new Error('There is no tab.');
  const target = { tabId: tab.id, allFrames: true };
  const origin = browserName === 'firefox' ? 'USER' : 'AUTHOR';
  await browser.scripting.insertCSS({ target, origin, files: [`highlights.${browserName}.css`] });
  await browser.scripting.executeScript({ target, files: ['reader.js'] });
}

/** White on the accent of tokens.css: 9.6:1. */
const BADGE_COLOUR = '#23446b';

/** Writes on the toolbar button of one tab; the browser takes it away with the page. */
export async function setBadge(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
  await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  await browser.action.setBadgeText({ tabId, text });
}

/** Whether the address bar reads descriptions of suggestions as XML; Firefox takes them as they are. */
export const isOmniboxXml = browserName === 'chromium';

/** Tells of each key press after the keyword in the address bar. */
export function onOmniboxInput(
  listener: (
    text: string,
    suggest: (suggestions: { content: string; description: string }[]) => void,
  ) => void,
): void {
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    listener(text, (suggestions) => {
      suggest(suggestions);
    });
  });
}

/** Tells what was chosen after the keyword. */
export function onOmniboxChosen(
  listener: (
    text: string,
    disposition: 'currentTab' | 'newForegroundTab' | 'newBackgroundTab',
  ) => void,
): void {
  browser.omnibox.onInputEntered.addListener(listener);
}

/** The line above the suggestions of the address bar. */
export function setOmniboxHint(description: string): void {
  browser.omnibox.setDefaultSuggestion({ description });
}

/**
 * Opens the popup's page in a tab.
 * @param address what follows its path, with "#"
 */
export async function openPopupPage(
  address: string,
  disposition: 'currentTab' | 'newForegroundTab' | 'newBackgroundTab',
): Promise<void> {
  const url = browser.runtime.getURL('popup.html') + address;
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
