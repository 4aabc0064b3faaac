/**
 * The browser's API for the content script. It is the native API, because the polyfill would cost every page 10 kB. The entry
 * point hands these functions to the reader.
 */
import type { Browser, Runtime } from 'webextension-polyfill';
import { wordingLocale, type Say } from '../locale/index.ts';
import type { PageObserver } from './interfaces.ts';

// Chromium has `browser` since version 144, the oldest that we support. It has no type of its own.
const native = (globalThis as unknown as { browser: Browser }).browser;

export const say: Say = (key, ...substitutions) =>
  native.i18n.getMessage(key, substitutions.map(String));

/** BCP 47 tag for dates and numbers. */
export const locale = (): string => wordingLocale(say, native.i18n.getUILanguage());

/** Reads one record of the local storage area. @returns undefined if there is none */
export async function readRecord(key: string): Promise<unknown> {
  return (await native.storage.local.get(key))[key];
}

/** Reports every new value of a record from any context. */
export function onRecord(
  key: string,
  listener: (value: unknown) => void,
  signal: AbortSignal,
): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[key];
    if (area === 'local' && change) listener(change.newValue);
  };
  native.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    if (isAlive()) native.storage.onChanged.removeListener(onChanged);
  });
}

/** Reports each popup that opens a port of this name. */
export function onObserver(
  name: string,
  listener: (observer: PageObserver) => void,
  signal: AbortSignal,
): void {
  const onConnect = (port: Runtime.Port): void => {
    if (port.name !== name) return;
    listener({
      post(message) {
        port.postMessage(message);
      },
      onClosed(closed) {
        port.onDisconnect.addListener(closed);
      },
    });
  };
  native.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => {
    if (isAlive()) native.runtime.onConnect.removeListener(onConnect);
  });
}

/** Listens to messages of the extension's own contexts. */
export function onMessage(listener: (message: unknown) => void, signal: AbortSignal): void {
  const onReceived = (message: unknown): void => {
    listener(message);
  };
  native.runtime.onMessage.addListener(onReceived);
  signal.addEventListener('abort', () => {
    if (isAlive()) native.runtime.onMessage.removeListener(onReceived);
  });
}

/** How often a message is sent if its answer is lost, because the browser stopped the background. */
const DELIVERIES = 3;

/** Sends to the background. @returns its answer @throws if there is none */
export async function sendMessage(message: unknown): Promise<unknown> {
  for (let delivery = 1; ; delivery++) {
    try {
      const answer: unknown = await native.runtime.sendMessage(message);
      if (answer !== undefined && answer !== null) return answer;
    } catch (error) {
      if (delivery === DELIVERIES) throw error;
    }
    if (delivery === DELIVERIES) throw new Error('No answer.');
  }
}

/** Whether this page is in a private window. */
export const isPrivate = (): boolean => native.extension.inIncognitoContext === true;

/** False after the extension was updated or removed, while this script still runs in the page. */
export function isAlive(): boolean {
  try {
    return Boolean(native.runtime.id);
  } catch {
    return false;
  }
}
