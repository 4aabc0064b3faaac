/** The scene of gate-scene.ts in Firefox, with the browser's own privileges. */
import { expect } from 'vitest';
import { ADDON_ID as ID } from '../../src/cli/addon-id.ts';
import type { Firefox, FirefoxTab } from '../../src/cli/browsers/firefox.ts';
import { COMMANDS } from '../../src/messages/index.ts';
import { iconInFirefox } from './button-icon.ts';
import { namesIn, worldInFirefox } from './content-world.ts';
import type { GateScene } from './gate-scene.ts';
import { openFirefox, PATIENCE, type FirefoxScene } from './harness.ts';
import { readerAtFirefox } from './reader-at.ts';

/** The extension, as the browser's own scripts know it. */
interface Extension {
  id: string;
  backgroundState: string;
  terminateBackground(how: { disableResetIdleForTest: boolean }): Promise<void>;
}
interface Action {
  triggerAction(window: Window): Promise<void>;
}
interface Actor {
  executeScript(script: string, args: unknown[], how: object): Promise<unknown>;
}
interface PopupBrowser extends Element {
  browsingContext: { currentWindowGlobal: { getActor(name: string): Actor } | null };
}
/** What of the browser's own interface runs with its privileges. */
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } };
declare const ChromeUtils: {
  importESModule(name: string): {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
    ExtensionParent: {
      apiManager: { global: { browserActionFor(extension: Extension): Action } };
    };
    ExtensionPermissions: Record<
      'add' | 'remove',
      (id: string, permissions: object, extension: Extension) => Promise<void>
    >;
  };
};
declare const Services: { els: { getListenerInfoFor(target: EventTarget): { type: string }[] } };

/** More of the scene, for what only Firefox shows. */
export interface FirefoxGateScene extends GateScene {
  firefox: FirefoxScene;
}

export async function openGateSceneInFirefox(
  options: Parameters<typeof openFirefox>[0] = {},
): Promise<FirefoxGateScene> {
  const firefox = await openFirefox(options);
  const inWorld = worldInFirefox(firefox);
  const listeners = async (): Promise<string[]> => {
    const types = await firefox.evaluatePrivileged(() =>
      [window, document, navigation].flatMap((target) =>
        Services.els.getListenerInfoFor(target).map(({ type }) => type),
      ),
    );
    // One is the driver's own.
    return types.filter((type) => type !== 'unload').sort();
  };
  let behind = await openExtensionPage(firefox);
  const state = () =>
    firefox.evaluateInBrowser((id) => WebExtensionPolicy.getByID(id).extension.backgroundState, ID);
  return {
    ...readerAtFirefox(firefox),
    firefox,
    inWorld,
    ours: (frame) => namesIn(inWorld, frame),
    listeners,
    listenerCount: async () => (await listeners()).length,
    inExtension: (run, given = '') => behind.evaluate(run, given),
    isBackgroundRunning: async () => (await state()) !== 'stopped',
    async stopBackground() {
      // What it was about to do may start it again.
      const stop = () => firefox.evaluateInBrowser(killBackground, ID).then(state);
      await expect.poll(stop, PATIENCE).toBe('stopped');
    },
    command: (name) =>
      firefox.evaluateInBrowser(
        (id, at) => {
          // As Firefox writes an id into the names of elements.
          const written = id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
          const keys = document.querySelectorAll(`#ext-keyset-id-${written} > key`);
          (keys[at] as unknown as { doCommand(): void }).doCommand();
        },
        ID,
        COMMANDS.indexOf(name),
      ),
    allowSites: (isAllowed) =>
      firefox.evaluateInBrowser(
        async (id, change) => {
          const { ExtensionPermissions } = ChromeUtils.importESModule(
            'resource://gre/modules/ExtensionPermissions.sys.mjs',
          );
          const origins = ['http://*/*', 'https://*/*', 'file:///*'];
          const { extension } = WebExtensionPolicy.getByID(id);
          await ExtensionPermissions[change](id, { permissions: [], origins }, extension);
        },
        ID,
        isAllowed ? ('add' as const) : ('remove' as const),
      ),
    openPopup: () => openPopup(firefox),
    watchIcon: () => Promise.resolve(iconInFirefox(firefox)),
    async openBehind(url) {
      const tab = await firefox.openBehind(url);
      return (run) => tab.evaluate(run);
    },
    async update() {
      await firefox.evaluateInBrowser(async (id) => {
        const { AddonManager } = ChromeUtils.importESModule(
          'resource://gre/modules/AddonManager.sys.mjs',
        );
        await (await AddonManager.getAddonByID(id)).reload();
      }, ID);
      behind = await openExtensionPage(firefox);
    },
  };
}

const openExtensionPage = (firefox: FirefoxScene): Promise<FirefoxTab> =>
  firefox.openBehind(firefox.extensionUrl('options.html'));

/** Ends the background though it is still at work, which the browser alone would wait for. Runs in the browser. */
const killBackground = (id: string): Promise<void> =>
  WebExtensionPolicy.getByID(id).extension.terminateBackground({ disableResetIdleForTest: true });

/** Value of an expression in the popup that is open, in its own world; null where none is. */
export const askPopup = <Value>(firefox: Firefox, expression: string): Promise<Value> =>
  firefox.evaluateInBrowser(async (code) => {
    const popup = document.querySelector<PopupBrowser>('.webextension-popup-browser');
    const actor = popup?.browsingContext.currentWindowGlobal?.getActor('MarionetteCommands');
    const how = { sandboxName: null, newSandbox: true, timeout: 60_000, async: false };
    return (await actor?.executeScript(code, [], how)) as Value;
  }, `return (${expression})`);

async function openPopup(firefox: FirefoxScene) {
  await firefox.evaluateInBrowser(async (id) => {
    const { ExtensionParent } = ChromeUtils.importESModule(
      'resource://gre/modules/ExtensionParent.sys.mjs',
    );
    const { extension } = WebExtensionPolicy.getByID(id);
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  }, ID);
  // Keys go there once the reader has moved into it, as by Tab.
  const enter = (): Promise<boolean> =>
    firefox.evaluateInBrowser(() => {
      const popup = document.querySelector<HTMLElement>('.webextension-popup-browser');
      popup?.focus();
      return popup !== null && document.activeElement === popup;
    });
  await expect.poll(enter, PATIENCE).toBe(true);
  const evaluate = <Value>(expression: string): Promise<Value> => askPopup(firefox, expression);
  return {
    evaluate,
    text: (selector: string) =>
      evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`),
    press: (key: string) => firefox.pressInBrowser(key),
    type: (text: string) => firefox.pressInBrowser(text),
    async close() {
      await evaluate('setTimeout(close), 1');
      // Until then, it would be taken for the next one.
      const isGone = () =>
        firefox.evaluateInBrowser(
          () => document.querySelector('.webextension-popup-browser') === null,
        );
      await expect.poll(isGone, PATIENCE).toBe(true);
    },
  };
}
