/**
 * The content script. Hands the browser's functions and the bundled dataset to the reader, and starts it.
 */
import { cards, rules, scanner } from 'virtual:dataset';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../assets/styles/in-page.css?inline';
import * as browser from '../src/browser/in-page.ts';
import { isPrivateSettings, POPUP_PORT } from '../src/messages/index.ts';
import {
  isWorthReading,
  lifeOf,
  privateSettings,
  startReader,
  storedSettings,
  type SettingsSource,
} from '../src/reader/index.ts';
import { SETTINGS_KEY } from '../src/settings/index.ts';

/** The settings that count here: stored ones, or in a private window the ones that the background lays over them. */
function followSettings(signal: AbortSignal): SettingsSource {
  if (!browser.isPrivate()) {
    return storedSettings({
      read: () => browser.readRecord(SETTINGS_KEY),
      onRecord(listener) {
        browser.onRecord(SETTINGS_KEY, listener, signal);
      },
      send: browser.sendMessage,
    });
  }
  return privateSettings({
    send: browser.sendMessage,
    onChanged(listener) {
      browser.onRecord(SETTINGS_KEY, listener, signal);
      browser.onMessage((message) => {
        if (isPrivateSettings(message)) listener();
      }, signal);
    },
  });
}

export default defineUnlistedScript(() => {
  // The popup may start the script where the browser has started it just now. This world is ours alone.
  const world = globalThis as { life?: AbortSignal };
  if (world.life?.aborted === false || !isWorthReading()) return;
  const signal = lifeOf(browser.isAlive);
  world.life = signal;
  void startReader(
    {
      dataset: { scanner, rules, cards },
      css,
      say: browser.say,
      locale: browser.locale,
      settings: followSettings(signal),
      onMessage(listener) {
        browser.onMessage(listener, signal);
      },
      send: browser.sendMessage,
      onObserver(listener) {
        browser.onObserver(POPUP_PORT, listener, signal);
      },
    },
    signal,
  );
});
