/**
 * Drives a stock Firefox with the built extension installed as a temporary add-on.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ADDON_ID } from '../addon-id.ts';
import type { InstalledBrowser } from './find.ts';
import { evaluate, evaluateInBrowser, inBrowser } from './firefox-evaluate.ts';
import { homeWithPolicy } from './firefox-policy.ts';
import { setLanguage } from './firefox-language.ts';
import { ADDON_UUID, PREFERENCES } from './firefox-preferences.ts';
import { chooseFiles } from './firefox-files.ts';
import { inputOf, type FirefoxInput } from './firefox-input.ts';
import { currentTab, tabsOf } from './firefox-tabs.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { createProfile } from './profile.ts';
import { hasWelcome, isWelcome } from './welcome-tab.ts';
import { PATIENCE_MS, until } from '../until.ts';

export interface FirefoxOptions {
  /** Folder of the built extension; without it, Firefox runs as it is. */
  extension?: string;
  headless: boolean;
  /** Language of the browser, as `de`. It needs no language pack: the extension's words are its own. */
  lang?: string;
  /** Whether the welcome page stays open, in a tab in front. */
  keepsWelcome?: boolean;
  /** The policy of an organisation for the extension. Firefox reads it once. */
  policy?: Record<string, unknown>;
  /** More preferences for this run. */
  preferences?: Record<string, boolean | number | string>;
}

/** A tab that functions run in, shown or not. */
export interface FirefoxTab {
  /** Runs a function in the page and returns its value (JSON). @throws Error with the page's message */
  evaluate<Value, Args extends unknown[]>(
    fn: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ): Promise<Value>;
  /** The same with the browser's own privileges: closed shadow roots of the page are in reach. */
  evaluatePrivileged<Value, Args extends unknown[]>(
    fn: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ): Promise<Value>;
}

/** A tab that a reader works in. */
export interface FirefoxPage extends FirefoxTab, FirefoxInput {
  goto(url: string): Promise<void>;
  /** Brings the tab to the front, as every act with the pointer or a key does. */
  comeForward(): Promise<void>;
  /** Gives files to the field that a selector finds. @param paths absolute */
  chooseFiles(selector: string, paths: string[]): Promise<void>;
  /** PNG of the viewport. */
  screenshot(): Promise<Buffer>;
}

export interface Firefox extends FirefoxPage {
  /** Address of a page of the extension. */
  extensionUrl(page: string): string;
  /** Goes on in a frame of the page, by its number in document order from 0; null for the page itself. */
  switchToFrame(number: number | null): Promise<void>;
  /** The same in the browser's own window: its tabs, its settings and its extensions are in reach. */
  evaluateInBrowser: FirefoxTab['evaluatePrivileged'];
  /** Presses keys where the browser's own window has its focus, be it in a popup. */
  pressInBrowser: FirefoxInput['press'];
  /** Opens a tab behind the one that is shown, which stays. */
  openBehind(url: string): Promise<FirefoxTab>;
  /** Opens an empty tab, which comes to the front as soon as something is done there. */
  openTab(): Promise<FirefoxPage>;
  /** The page on paper, as PDF. */
  print(): Promise<Buffer>;
  /** Goes on in a private window. @returns closes it, and goes on in the window before */
  openPrivateWindow(): Promise<() => Promise<void>>;
  /** Resolves when the person closes the browser. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/** @throws Error where Firefox does not start or refuses the extension; nothing is left running then */
export async function launchFirefox(
  browser: InstalledBrowser,
  options: FirefoxOptions,
): Promise<Firefox> {
  const port = await freePort();
  const { isAlive, closed, kill } = startFirefox(browser, port, options);
  let client: Marionette;
  try {
    client = await connectMarionette(port, isAlive);
    await beginSession(client, options);
  } catch (error) {
    await kill();
    throw error;
  }
  const tabs = tabsOf(client);
  const { home } = tabs;
  return {
    extensionUrl: (page) => `moz-extension://${ADDON_UUID}/${page}`,
    async switchToFrame(id) {
      await home.send('WebDriver:SwitchToFrame', { id });
    },
    ...pageOf(home),
    evaluateInBrowser: (fn, ...args) => evaluateInBrowser(home, fn.toString(), args) as never,
    pressInBrowser: (...keys) => inBrowser(home, () => inputOf(home).press(...keys)),
    openBehind: (url) => openBehind(client, url),
    openTab: async () => pageOf(await tabs.open()),
    print: () => takePicture(home, 'WebDriver:Print', {}),
    openPrivateWindow: () => tabs.openPrivateWindow(),
    closed,
    async close() {
      await Promise.race([
        client.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, 3000)),
      ]);
      client.close();
      await kill();
    },
  };
}

/** Starts the browser with a fresh profile. */
function startFirefox(
  browser: InstalledBrowser,
  port: number,
  { headless, policy, preferences = {} }: FirefoxOptions,
) {
  const profile = createProfile();
  const all = { ...PREFERENCES, 'marionette.port': port, ...preferences };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile.path, 'user.js'), lines.join('\n'));
  const flags = ['--marionette', '--remote-allow-system-access', '--no-remote'];
  const home = policy && { HOME: homeWithPolicy(profile.path, policy) };
  // On Windows the command is a launcher that would end at once.
  if (process.platform === 'win32') flags.push('--wait-for-browser');
  const child = spawn(
    browser.path,
    [...(headless ? ['--headless'] : []), ...flags, '--profile', profile.path],
    { stdio: 'ignore', env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', ...home } },
  );
  /** Owned by the promise below. */
  let isAlive = true;
  const closed = new Promise<void>((resolve) => {
    const end = () => {
      isAlive = false;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  return {
    isAlive: () => isAlive,
    closed,
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
      profile.remove();
    },
  };
}

async function beginSession(
  client: Marionette,
  { extension, keepsWelcome = false, lang }: FirefoxOptions,
): Promise<void> {
  await client.send('WebDriver:NewSession', { capabilities: {} });
  await client.send('WebDriver:SetTimeouts', { script: PATIENCE_MS, pageLoad: PATIENCE_MS });
  if (extension === undefined) return;
  if (lang) await evaluateInBrowser(client, setLanguage.toString(), [lang]);
  // The driver's own way to allow private windows loads the extension twice, which closes the welcome page.
  await evaluateInBrowser(client, permit.toString(), [ADDON_ID, PRIVATE_WINDOWS]);
  await client.send('Addon:Install', { path: extension, temporary: true });
  if (hasWelcome(extension)) await passWelcome(client, keepsWelcome);
}

/** What of the browser's own interface is needed here. */
declare const ChromeUtils: {
  importESModule(name: string): {
    ExtensionPermissions: { add(id: string, given: object, extension?: object): Promise<void> };
  };
};
declare const WebExtensionPolicy: { getByID(id: string): { extension: object } | null };
declare const gBrowser: {
  tabs: { linkedBrowser: { currentURI: { spec: string } } }[];
  removeTab(tab: unknown): void;
};

export const PRIVATE_WINDOWS = 'internal:privateBrowsingAllowed';
export const LOCAL_FILES = 'internal:fileSchemeAllowed';

/** Gives an extension what only a switch of the browser gives, also before it is installed. Runs in the browser. */
export async function permit(id: string, what: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const given = { permissions: [what], origins: [] };
  await ExtensionPermissions.add(id, given, WebExtensionPolicy.getByID(id)?.extension);
}

/** Waits for the welcome page, and closes it. @throws Error where it does not come */
async function passWelcome(client: Marionette, stays: boolean): Promise<void> {
  const find = async (): Promise<number | undefined> => {
    const script = () => gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec);
    const addresses = (await evaluateInBrowser(client, script.toString(), [])) as string[];
    const at = addresses.findIndex(isWelcome);
    return at < 0 ? undefined : at;
  };
  const at = await until(find);
  if (at === undefined) throw new Error('The welcome page did not open.');
  if (stays) return;
  const close = (tab: number) => {
    gBrowser.removeTab(gBrowser.tabs[tab]);
  };
  await evaluateInBrowser(client, close.toString(), [at]);
}

const pageOf = (client: Marionette): FirefoxPage => ({
  async goto(url) {
    await client.send('WebDriver:Navigate', { url });
  },
  async comeForward() {
    await client.send('WebDriver:PerformActions', { actions: [] });
  },
  ...tabOf(client),
  ...inputOf(client),
  chooseFiles: (selector, paths) => chooseFiles(client, selector, paths),
  screenshot: () => takePicture(client, 'WebDriver:TakeScreenshot', { full: false }),
});

/** What runs functions in the tab that the session is in. */
const tabOf = (client: Marionette): FirefoxTab => ({
  evaluate: (fn, ...args) => evaluate(client, null, fn.toString(), args) as never,
  evaluatePrivileged: (fn, ...args) => evaluate(client, 'system', fn.toString(), args) as never,
});

async function openBehind(client: Marionette, url: string): Promise<FirefoxTab> {
  const { handle } = (await client.send('WebDriver:NewWindow', {
    type: 'tab',
    focus: false,
  })) as { handle: string };
  const goThere = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    const before = await currentTab(client);
    await client.send('WebDriver:SwitchToWindow', { handle, focus: false });
    try {
      return await act();
    } finally {
      await client.send('WebDriver:SwitchToWindow', { handle: before, focus: false });
    }
  };
  const tab = tabOf(client);
  await goThere(() => client.send('WebDriver:Navigate', { url }));
  return {
    evaluate: (fn, ...args) => goThere(() => tab.evaluate(fn, ...args)),
    evaluatePrivileged: (fn, ...args) => goThere(() => tab.evaluatePrivileged(fn, ...args)),
  };
}

async function takePicture(client: Marionette, command: string, how: object): Promise<Buffer> {
  const { value } = (await client.send(command, how)) as { value: string };
  return Buffer.from(value, 'base64');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
