/**
 * The content script. Hands the browser's functions and the bundled dataset to the reader, and starts it.
 */
import { detection, knowledge } from 'virtual:dataset';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import tokensCss from '../assets/styles/tokens.css?inline';
import * as browser from '../src/browser/in-page.ts';
import cardCss from '../src/card/card.css?inline';
import { POPUP_PORT } from '../src/messages/index.ts';
import popoverCss from '../src/popover/popover.css?inline';
import { isWorthReading, lifeOf, startReader } from '../src/reader/index.ts';
import { SETTINGS_KEY, settingsInPage } from '../src/settings/index.ts';

export default defineUnlistedScript(() => {
  if (!isWorthReading()) return;
  const signal = lifeOf(browser.isAlive);
  void startReader(
    {
      dataset: { detection, knowledge },
      css: tokensCss + cardCss + popoverCss,
      say: browser.say,
      locale: browser.locale(),
      readSettings: async () => settingsInPage(await browser.readRecord(SETTINGS_KEY)),
      onSettings(listener) {
        browser.onRecord(
          SETTINGS_KEY,
          (value) => {
            listener(settingsInPage(value));
          },
          signal,
        );
      },
      onMessage(listener) {
        browser.onMessage(listener, signal);
      },
      sendIntent: (intent) => browser.sendMessage(intent),
      onObserver(listener) {
        browser.onObserver(POPUP_PORT, listener, signal);
      },
    },
    signal,
  );
});
