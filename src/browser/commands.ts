/** The key commands of the manifest: reports presses, and reads the present keys. */
import browser from 'webextension-polyfill';
import type { Commands } from './interfaces.ts';
import { browserName } from './runtime.ts';

export const onCommand: Commands['onCommand'] = (listener) => {
  browser.commands.onCommand.addListener((name) => {
    listener(name);
  });
};

export const readShortcuts: Commands['readShortcuts'] = async () => {
  const commands = await browser.commands.getAll();
  return commands
    .filter(({ name }) => name !== undefined && !name.startsWith('_execute'))
    .map(({ name = '', description = '', shortcut = '' }) => ({
      name,
      description,
      keys: shortcut,
    }));
};

/** The polyfill's types do not know it yet: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/openShortcutSettings */
interface OpenShortcutSettings {
  openShortcutSettings?: () => Promise<void>;
}

export const openShortcuts: Commands['openShortcuts'] = shortcutsOpener();

function shortcutsOpener(): Commands['openShortcuts'] {
  if (browserName === 'chromium') {
    return async () => {
      await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    };
  }
  const { openShortcutSettings } = browser.commands as OpenShortcutSettings;
  return openShortcutSettings && (() => openShortcutSettings());
}
