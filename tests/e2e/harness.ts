/**
 * The built extension in real browsers, with the words that scenarios are written in.
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seeCard, type SeenCard } from '../../src/cli/browsers/card-probe.ts';
import {
  launchChromium,
  type Chromium,
  type ChromiumOptions,
} from '../../src/cli/browsers/chromium.ts';
import {
  launchFirefox,
  type Firefox,
  type FirefoxOptions,
} from '../../src/cli/browsers/firefox.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import { BUILDS, SAMPLES } from '../../src/cli/paths.ts';
import { serve, type Server } from '../../src/cli/serve.ts';
import { PATIENCE_MS } from '../../src/cli/until.ts';

/** For what must come. */
export const PATIENCE = { timeout: PATIENCE_MS, interval: 100 };
/** For what must not come: well beyond dwell, leave and settle times together, in ms. */
const STILLNESS_MS = 1200;

export interface ChromiumScene extends Chromium {
  server: Server;
  /** Opens a file of tests/pages. */
  sample(name: string): Promise<Page>;
  /** Opens a page with this body, served under a path of its own. */
  page(body: string, headers?: Record<string, string>): Promise<Page>;
}

export async function openChromium(
  options: Pick<ChromiumOptions, 'colorScheme' | 'lang'> & { keepsWelcome?: boolean } = {},
): Promise<ChromiumScene> {
  const server = await serve(SAMPLES);
  const chromium = await launchChromium(ensureBrowser('chromium'), {
    extension: BUILDS.chromium,
    headless: true,
    ...options,
  });
  let pages = 0;
  const openForTest = closingOld((url) => chromium.open(url));
  return {
    ...chromium,
    server,
    sample: (name) => openForTest(server.url(name)),
    page(body, headers = {}) {
      const path = `/made/${++pages}`;
      server.add(path, { body: htmlPage(body), headers });
      return openForTest(server.url(path));
    },
    async close() {
      await chromium.close();
      await server.close();
    },
  };
}

/** Closes what the tests before have opened: tabs that nobody looks at any more work on. */
function closingOld(open: (url: string) => Promise<Page>): (url: string) => Promise<Page> {
  /** Pages of the test that was the last to open one. What is opened for a whole file stays. */
  let last: { test: string | undefined; pages: Page[] } = { test: undefined, pages: [] };
  return async (url) => {
    const test = expect.getState().currentTestName;
    const page = await open(url);
    if (test !== last.test) {
      // Not before: the browser ends with its last tab.
      await Promise.all(last.pages.map((old) => old.close()));
      last = { test, pages: [] };
    }
    if (test !== undefined) last.pages.push(page);
    return page;
  };
}

export interface FirefoxScene extends Firefox {
  server: Server;
}

export async function openFirefox(
  options: Pick<FirefoxOptions, 'policy' | 'preferences' | 'lang'> & {
    keepsWelcome?: boolean;
  } = {},
): Promise<FirefoxScene> {
  const server = await serve(SAMPLES);
  const firefox = await launchFirefox(ensureBrowser('firefox'), {
    extension: BUILDS.firefox,
    headless: true,
    ...options,
  });
  return {
    ...firefox,
    server,
    async close() {
      await firefox.close();
      await server.close();
    },
  };
}

/** Everything in all storage areas, as JSON, as a page of the extension sees it. */
export async function storedInFirefox(firefox: Firefox): Promise<string> {
  await firefox.goto(firefox.extensionUrl('options.html'));
  return firefox.evaluatePrivileged(async () => {
    interface Unwrapped {
      browser: { storage: Record<string, { get(keys: null): Promise<unknown> }> };
    }
    const { browser } = (window as unknown as { wrappedJSObject: Unwrapped }).wrappedJSObject;
    const areas = ['local', 'session'].map(async (area) => browser.storage[area]?.get(null));
    return JSON.stringify(await Promise.all(areas));
  });
}

function htmlPage(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}</body></html>`;
}

/** Waits until exactly these surface forms are highlighted, in any order. */
export async function expectMarks(page: Page, surfaces: string[]): Promise<void> {
  await expect
    .poll(async () => (await marksOf(page)).map(({ surface }) => surface).sort(), PATIENCE)
    .toEqual([...surfaces].sort());
}

/** Painted mentions, without the one that is active on top. */
export async function marksOf(page: Page): Promise<SeenMark[]> {
  const marks = await page.evaluate(seeMarks);
  return marks.filter(({ highlight }) => highlight !== 'backgrounder-active');
}

/** Waits for a mention by its surface form. */
export async function findMark(page: Page, surface: string): Promise<SeenMark> {
  let found: SeenMark | undefined;
  await expect
    .poll(
      async () => (found = (await marksOf(page)).find((mark) => mark.surface === surface)),
      PATIENCE,
    )
    .toBeDefined();
  if (!found) throw new Error(`"${surface}" is not highlighted.`);
  return found;
}

/** Moves the real pointer to a mention, as a hand would, and leaves it there. */
export async function restOn(page: Page, surface: string): Promise<SeenMark> {
  const mark = await findMark(page, surface);
  await page.mouse.move(mark.x, mark.y, { steps: 10 });
  return mark;
}

/** The card, once it is open. */
export async function openCard(page: Page): Promise<SeenCard> {
  let card: SeenCard | undefined;
  await expect.poll(async () => (card = await seeCard(page)), PATIENCE).toBeDefined();
  if (!card) throw new Error('No card opened.');
  return card;
}

export async function expectNoCard(page: Page): Promise<void> {
  await expect.poll(() => seeCard(page), PATIENCE).toBeUndefined();
}

/** Waits and sees that no card comes. */
export async function expectCardStaysAway(page: Page): Promise<void> {
  await page.waitForTimeout(STILLNESS_MS);
  expect(await seeCard(page)).toBeUndefined();
}

/** Whether two boxes share any area. */
export function overlap(a: SeenCard['box'], b: SeenCard['box']): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Collects what a page's console says and what it throws; that it has no icon is no error. */
export function listenToErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    const isIcon = `${message.text()} ${message.location().url}`.includes('/favicon.ico');
    const isError = message.type() === 'error' || message.type() === 'warning';
    if (isError && !isIcon) errors.push(message.text());
  });
  return errors;
}

/** What only privileged scripts of Firefox see. */
declare const Services: { console: { getMessageArray(): object[] } };
declare const Ci: Record<'nsIScriptError' | 'nsIConsoleAPIStorage', new () => never>;
declare const Cc: Record<string, { getService(type: unknown): ConsoleStorage }>;
interface ConsoleStorage {
  getEvents(windowId: number): { level: string; arguments: unknown[] }[];
}
interface PrivilegedWindow extends Window {
  windowGlobalChild: { innerWindowId: number };
}

/** The same of the page that Firefox shows, since it was opened. What Firefox itself advises its author of is no error. */
export async function errorsInFirefox(firefox: Firefox): Promise<string[]> {
  const errors = await firefox.evaluatePrivileged(() => {
    const id = (window as unknown as PrivilegedWindow).windowGlobalChild.innerWindowId;
    interface ScriptError {
      innerWindowID: number;
      flags: number;
      errorMessage: string;
    }
    const isWarning = 1;
    const thrown = Services.console
      .getMessageArray()
      .filter((message): message is ScriptError => message instanceof Ci.nsIScriptError)
      .filter(({ innerWindowID, flags }) => innerWindowID === id && (flags & isWarning) === 0);
    const storage = Cc['@mozilla.org/consoleAPI-storage;1']?.getService(Ci.nsIConsoleAPIStorage);
    const said = (storage?.getEvents(id) ?? []).filter(({ level }) => /^(error|warn)$/.test(level));
    return [
      ...thrown.map(({ errorMessage }) => errorMessage),
      ...said.map((event) => event.arguments.map(String).join(' ')),
    ];
  });
  return errors.filter((text) => !text.includes('/favicon.ico'));
}

/** A hand that goes on at least this often does not rest: well below the dwell and the delay before a card closes, in ms. */
const MOST_GAP_MS = 150;
/** A walk that a busy machine made slow proves nothing, and is made again. */
const MOST_WALKS = 40;

/**
 * Walks with the pointer until that went as wanted, or until it did not although no two moves were far apart.
 * @param ask runs an expression in the page, which keeps the times of the moves in `window.moves`
 * @param walk ends with whether it went as wanted
 */
export async function expectOfQuickWalk(
  ask: (expression: string) => Promise<unknown>,
  walk: () => Promise<boolean>,
): Promise<void> {
  await ask(
    `if (!window.moves) addEventListener('pointermove', () => window.moves.push(performance.now()), true); window.moves = []`,
  );
  for (let walks = 0; walks < MOST_WALKS; walks++) {
    await ask('window.moves = [performance.now()]');
    if (await walk()) return;
    const longest = 'Math.max(...window.moves.map((at, n) => at - (window.moves[n - 1] ?? at)))';
    expect(await ask(longest), 'a quick walk').toBeGreaterThan(MOST_GAP_MS);
  }
  throw new Error(`The machine is too busy for a hand's pace: ${MOST_WALKS} walks were slow.`);
}
