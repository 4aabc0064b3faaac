/**
 * The browser's API for the reader and the card in a page, besides that of the gate (in-gate.ts). The entry points hand over these
 * functions.
 */
import type { Runtime } from 'webextension-polyfill';
import { wordingBy } from '../locale/index.ts';
import { isAlive, native, readRecord } from './in-gate.ts';
import type { PageObserver } from './interfaces.ts';

export { isAlive, readRecord };

export const { say, locale } = wordingBy({
  getMessage: (key, substitutions) => native.i18n.getMessage(key, substitutions),
  uiLocale: () => native.i18n.getUILanguage(),
});

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

/** Listens to messages of the extension's own contexts. @param listener returns whether it does what the message says */
export function onMessage(listener: (message: unknown) => boolean, signal: AbortSignal): void {
  const onReceived = (
    message: unknown,
    _sender: unknown,
    sendResponse: (answer: unknown) => void,
  ): void => {
    if (listener(message)) sendResponse(true);
  };
  // The polyfill's type asks for a listener that keeps the channel open; this one answers at once.
  const received = onReceived as unknown as Runtime.OnMessageListenerCallback;
  native.runtime.onMessage.addListener(received);
  signal.addEventListener('abort', () => {
    if (isAlive()) native.runtime.onMessage.removeListener(received);
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
