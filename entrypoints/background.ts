/**
 * The background script. Hands the browser's functions and the settings store over, and starts it.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/background/index.ts';
import * as browser from '../src/browser/pages.ts';
import { createSettingsStore } from '../src/settings/store.ts';

export default defineBackground(() => {
  const store = createSettingsStore({
    area: browser.localArea,
    lock: browser.settingsLock,
    now: Date.now,
  });
  startBackground({
    onCommand: browser.onCommand,
    sendToActiveTab: browser.sendToActiveTab,
    onMessage: browser.onMessage,
    changeSettings: (mutate) => store.change(mutate),
  });
});
