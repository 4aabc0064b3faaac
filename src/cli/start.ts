/**
 * `npm start [-- URL-or-file] [--headless] [--firefox]`: the built extension in a real browser on a sample news page.
 * Where there is no display it prints what was found and writes a screenshot.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from './build.ts';
import { launchChromium } from './browsers/chromium.ts';
import { findBrowser, FLOORS, type BrowserKind, type InstalledBrowser } from './browsers/find.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { ensureBrowser, installLine } from './browsers/install.ts';
import { seeMarks } from './browsers/marks-probe.ts';
import { inspectInChromium, inspectInFirefox, isMarked } from './inspect.ts';
import { BUILDS, ROOT, SAMPLES } from './paths.ts';
import { serve } from './serve.ts';

const SAMPLE = 'news-2024.html';
const OTHER_SAMPLE = 'tests/pages/news-2026.html';

/** A browser with the extension, whichever it is. */
interface Shown {
  open(url: string): Promise<unknown>;
  /** Without a display. @returns whether the extension found and showed something */
  inspect(): Promise<boolean>;
  /** With one. @returns whether anything is highlighted soon */
  hasMarks(): Promise<boolean>;
  closed: Promise<void>;
  close(): Promise<void>;
}

async function start(args: string[]): Promise<boolean> {
  const target = args.find((arg) => !arg.startsWith('-'));
  const headless = args.includes('--headless') || !hasDisplay();
  if (!build()) return false;
  const browser = chooseBrowser(args.includes('--firefox'));
  const page = await pageFor(target);
  try {
    console.log(`\n${browser.version}\n${page.url}\n`);
    return await show(browser, page.url, { headless, isSample: !target });
  } finally {
    await page.close();
    if (!target)
      console.log(`\nA second sample, written two years later: npm start -- ${OTHER_SAMPLE}`);
  }
}

/** Chromium first; a Firefox that is there is better than a download. */
function chooseBrowser(wantsFirefox: boolean): InstalledBrowser {
  if (wantsFirefox) return ensureBrowser('firefox');
  return findBrowser('chromium') ?? findBrowser('firefox') ?? ensureBrowser('chromium');
}

async function show(
  browser: InstalledBrowser,
  url: string,
  { headless, isSample }: { headless: boolean; isSample: boolean },
): Promise<boolean> {
  const launch = browser.kind === 'firefox' ? inFirefox : inChromium;
  const shown = await launch(browser, headless).catch((error: unknown) => {
    console.error(`The extension did not start: ${String(error)}`);
    sayWhichBrowser(browser);
  });
  if (!shown) return false;
  try {
    await shown.open(url);
    const works = headless ? await shown.inspect() : await watch(shown);
    // The samples name all five entities, so a bare one has one cause.
    if (!works && isSample) sayWhichBrowser(browser);
    if (headless) return works;
    await shown.closed;
    return works || !isSample;
  } finally {
    await shown.close();
  }
}

async function watch(shown: Shown): Promise<boolean> {
  console.log('The browser stays open until you close it. Rest the pointer on a marked name.');
  // A page that goes away while it is asked was left or closed by the person.
  const works = await shown.hasMarks().catch(() => true);
  if (!works) console.error('Nothing is highlighted on this page.');
  return works;
}

async function inChromium(browser: InstalledBrowser, headless: boolean): Promise<Shown> {
  const chromium = await launchChromium(browser, { extension: BUILDS.chromium, headless });
  let page: Page | undefined;
  const opened = (): Page => {
    if (!page) throw new Error('No page is open.');
    return page;
  };
  return {
    open: async (url) => (page = await chromium.open(url)),
    inspect: () => inspectInChromium(opened()),
    hasMarks: () => isMarked(() => opened().evaluate(seeMarks)),
    closed: chromium.closed,
    close: () => chromium.close(),
  };
}

async function inFirefox(browser: InstalledBrowser, headless: boolean): Promise<Shown> {
  const firefox = await launchFirefox(browser, { extension: BUILDS.firefox, headless });
  return {
    open: (url) => firefox.goto(url),
    inspect: () => inspectInFirefox(firefox),
    hasMarks: () => isMarked(() => firefox.evaluate(seeMarks)),
    closed: firefox.closed,
    close: () => firefox.close(),
  };
}

function sayWhichBrowser({ kind, version }: InstalledBrowser): void {
  const other: BrowserKind = kind === 'firefox' ? 'chromium' : 'firefox';
  console.error(
    `The extension does not run in ${version}. It does in Chromium ${FLOORS.chromium}, Chrome ` +
      `${FLOORS.chromium} and Firefox ${FLOORS.firefox} or later:\n  ${installLine(other)}`,
  );
}

/** Serves local files, since browsers ask a person before an extension may read them. */
async function pageFor(
  target: string | undefined,
): Promise<{ url: string; close(): Promise<void> }> {
  if (target !== undefined && /^https?:/.test(target)) {
    return { url: target, close: () => Promise.resolve() };
  }
  const file = target === undefined ? resolve(SAMPLES, SAMPLE) : fileNamed(target);
  const server = await serve(dirname(file));
  return { url: server.url(encodeURIComponent(basename(file))), close: () => server.close() };
}

function fileNamed(target: string): string {
  const path = target.startsWith('file:') ? fileURLToPath(target) : target;
  // npm runs its scripts in the repository, wherever the person is.
  const file = [process.env['INIT_CWD'] ?? '.', ROOT]
    .map((folder) => resolve(folder, path))
    .find(existsSync);
  if (!file) throw new Error(`There is no file ${path}; give a path, or an address with http.`);
  return file;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return !process.env['CI'];
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => Boolean(process.env[name]));
}

try {
  if (!(await start(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
