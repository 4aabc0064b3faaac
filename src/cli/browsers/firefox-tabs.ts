/**
 * More than one tab or window of a Firefox to work in. The session is in one at a time, so the client of a tab goes there before each
 * command. Knows no page.
 */
import { evaluateInBrowser } from './firefox-evaluate.ts';
import type { Marionette } from './marionette.ts';
import { until } from '../until.ts';

/** What of the browser's own interface is needed here. */
declare const gBrowser: {
  selectedBrowser: Element;
  getPanel(browser: Element): Element;
};

/** What brings its tab to the front, as a hand does. All else leaves the tabs as they are. */
const ACTS = ['WebDriver:Navigate', 'WebDriver:PerformActions'];

export interface FirefoxTabs {
  /** Sends from where the session was before it went to another tab. */
  home: Marionette;
  /** Opens a tab. @returns a client that sends from there */
  open(): Promise<Marionette>;
  /** Goes home into a private window. @returns closes it, and goes home to where the session was before */
  openPrivateWindow(): Promise<() => Promise<void>>;
}

export function tabsOf(client: Marionette): FirefoxTabs {
  /** Which of the opened tabs the session is in; undefined for the one at home. */
  let here: string | undefined;
  /** Handle of the tab at home, once there is another one or another window. */
  let home: string | undefined;
  /** Whether commands mean the browser's own window, whose focus may be in a popup. */
  let isInBrowser = false;
  const from = (tab?: string): Marionette => ({
    ...client,
    async send(command, params) {
      if (command === 'Marionette:SetContext')
        isInBrowser = (params as { value?: string }).value === 'chrome';
      const focus = ACTS.includes(command);
      // The product may bring another tab to the front by itself.
      if (home !== undefined && !isInBrowser && (focus || tab !== here)) {
        await client.send('WebDriver:SwitchToWindow', { handle: tab ?? home, focus });
        here = tab;
        if (focus) await untilShown(client);
      }
      return client.send(command, params);
    },
  });
  const goHome = async (handle: string): Promise<void> => {
    await client.send('WebDriver:SwitchToWindow', { handle });
    [home, here] = [handle, undefined];
  };
  return {
    home: from(),
    async open() {
      home ??= await currentTab(client);
      const how = { type: 'tab', focus: false };
      const { handle } = (await client.send('WebDriver:NewWindow', how)) as { handle: string };
      return from(handle);
    },
    async openPrivateWindow() {
      const before = await currentTab(from());
      const how = { type: 'window', private: true };
      const { handle } = (await client.send('WebDriver:NewWindow', how)) as { handle: string };
      await goHome(handle);
      return async () => {
        await from().send('WebDriver:CloseWindow', {});
        await goHome(before);
      };
    },
  };
}

/** A browser shows a tab only once it is painted. Until then, the pointer is still over the one before. */
async function untilShown(client: Marionette): Promise<void> {
  const isShown = () =>
    gBrowser.getPanel(gBrowser.selectedBrowser).classList.contains('deck-selected') || null;
  const look = async () => (await evaluateInBrowser(client, String(isShown), [])) ?? undefined;
  if (!(await until(look))) throw new Error('The tab did not come to the front.');
}

export const currentTab = async (client: Marionette): Promise<string> =>
  ((await client.send('WebDriver:GetWindowHandle', {})) as { value: string }).value;
