/**
 * More than one tab or window of a Firefox to work in. The session is in one at a time, so the client of a tab goes there before each
 * command. Knows no page.
 */
import type { Marionette } from './marionette.ts';

/** What brings its tab to the front, as a hand does. All else leaves the tabs as they are. */
const ACTS = ['WebDriver:Navigate', 'WebDriver:PerformActions'];

export interface FirefoxTabs {
  /** Sends from where the session was before it went to another tab. */
  home: Marionette;
  /** Opens a tab. @returns a client that sends from there */
  open(): Promise<Marionette>;
}

export function tabsOf(client: Marionette): FirefoxTabs {
  /** Which of the opened tabs the session is in, and which is in front; undefined for the one at home. */
  let here: string | undefined;
  let front: string | undefined;
  /** Handle of the tab at home, once the session has left it. */
  let home = '';
  const from = (tab?: string): Marionette => ({
    ...client,
    async send(command, params) {
      const focus = ACTS.includes(command);
      if (tab !== here || (focus && tab !== front)) {
        if (here === undefined) home = await currentTab(client);
        await client.send('WebDriver:SwitchToWindow', { handle: tab ?? home, focus });
        here = tab;
        if (focus) front = tab;
      }
      return client.send(command, params);
    },
  });
  return {
    home: from(),
    async open() {
      const how = { type: 'tab', focus: false };
      const { handle } = (await client.send('WebDriver:NewWindow', how)) as { handle: string };
      return from(handle);
    },
  };
}

export const currentTab = async (client: Marionette): Promise<string> =>
  ((await client.send('WebDriver:GetWindowHandle', {})) as { value: string }).value;

/** @returns closes the window, and goes on in the one before */
export async function openPrivateWindow(client: Marionette): Promise<() => Promise<void>> {
  const before = await currentTab(client);
  const { handle } = (await client.send('WebDriver:NewWindow', {
    type: 'window',
    private: true,
  })) as { handle: string };
  await client.send('WebDriver:SwitchToWindow', { handle });
  return async () => {
    await client.send('WebDriver:CloseWindow', {});
    await client.send('WebDriver:SwitchToWindow', { handle: before });
  };
}
