/** Messages between the contexts of the extension, as the background and the extension's own pages see them. */
import browser, { type Runtime } from 'webextension-polyfill';
import type { Messages } from './interfaces.ts';

export const own: Messages['own'] = {
  id: browser.runtime.id,
  origin: browser.runtime.getURL('').replace(/\/$/, ''),
};

export const sendMessage: Messages['sendMessage'] = (message) =>
  browser.runtime.sendMessage(message);

export const onMessage: Messages['onMessage'] = (listener) => {
  const onReceived = (
    message: unknown,
    // The polyfill's types do not know `origin` yet; both browsers give it from our floors on.
    sender: Runtime.MessageSender & { origin?: string },
    sendResponse: (answer: unknown) => void,
  ): true | undefined => {
    const answer = listener(message, sender);
    if (!answer) return undefined;
    answer.then(sendResponse, () => {
      sendResponse(undefined);
    });
    // Keeps the channel open, and the background awake, until the answer.
    return true;
  };
  // Because of that `origin`.
  browser.runtime.onMessage.addListener(onReceived as Runtime.OnMessageListenerCallback);
};
