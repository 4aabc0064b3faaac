/**
 * `npm start [-- URL-or-file] [--dataset FILE]… [--headless] [--firefox]`: the built extension in a real browser on a sample news
 * page, or with datasets added on a page that names what they describe. Where there is no display it prints what was found and writes
 * a screenshot.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { readArguments } from './arguments.ts';
import { build } from './build.ts';
import { launchChromium } from './browsers/chromium.ts';
import { findBrowser, FLOORS, type BrowserKind, type InstalledBrowser } from './browsers/find.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { ensureBrowser, installLine } from './browsers/install.ts';
import { seeMarks } from './browsers/marks-probe.ts';
import { addDatasets, DATASETS_PAGE, type GivenFile } from './browsers/add-datasets.ts';
import { pageAbout, readDatasets, type StartDataset } from './start-datasets.ts';
import { inspectInChromium, inspectInFirefox, isMarked } from './inspect.ts';
import { BUILDS, ROOT, SAMPLES } from './paths.ts';
import { serve } from './serve.ts';
import { PATIENCE_MS } from './until.ts';

const SAMPLE = 'news-2024.html';
const OTHER_SAMPLE = 'tests/pages/news-2026.html';

/** A browser with the extension, whichever it is. */
interface Shown {
  open(url: string): Promise<unknown>;
  /** On the options page. @returns what it says of each file that it did not add; undefined if it cannot add any */
  add(files: GivenFile[]): Promise<string[] | undefined>;
  /** Without a display. @returns whether the extension found and showed something */
  inspect(): Promise<boolean>;
  /** With one. @returns whether anything is highlighted soon */
  hasMarks(): Promise<boolean>;
  closed: Promise<void>;
  close(): Promise<void>;
}

const USAGE = 'start -- [URL or file] [--dataset FILE]... [--headless] [--firefox]';

async function start(args: string[]): Promise<boolean> {
  const { values, positionals } = readArguments(USAGE, {
    args,
    allowPositionals: true,
    options: {
      dataset: { type: 'string', multiple: true, default: [] },
      headless: { type: 'boolean', default: false },
      firefox: { type: 'boolean', default: false },
    },
  });
  const [target] = positionals;
  const datasets = await readDatasets(values.dataset.map(fileNamed));
  const headless = values.headless || !hasDisplay();
  if (!build()) return false;
  const browser = chooseBrowser(values.firefox);
  const page = await pageFor(target, datasets);
  const isSample = !target;
  try {
    console.log(`\n${browser.version}\n${page.url}\n`);
    return await show(browser, page.url, { headless, isSample, datasets });
  } finally {
    await page.close();
    if (isSample && datasets.length === 0)
      console.log(`\nA second sample, written two years later: npm start -- ${OTHER_SAMPLE}`);
  }
}

/** Chromium first; a Firefox that is there is better than a download. */
function chooseBrowser(wantsFirefox: boolean): InstalledBrowser {
  if (wantsFirefox) return ensureBrowser('firefox');
  return findBrowser('chromium') ?? findBrowser('firefox') ?? ensureBrowser('chromium');
}

interface ShowOptions {
  headless: boolean;
  /** Whether the page is one of ours, on which something must be found. */
  isSample: boolean;
  datasets: readonly StartDataset[];
}

async function show(
  browser: InstalledBrowser,
  url: string,
  { headless, isSample, datasets }: ShowOptions,
): Promise<boolean> {
  const launch = browser.kind === 'firefox' ? inFirefox : inChromium;
  const shown = await launch(browser, { headless, datasets }).catch((error: unknown) => {
    console.error(`The extension did not start: ${String(error)}`);
    sayWhichBrowser(browser);
  });
  if (!shown) return false;
  try {
    if (datasets.length > 0 && !(await add(shown, datasets))) return false;
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

/** @returns whether all are added; it says which are not, and why */
async function add(shown: Shown, datasets: readonly StartDataset[]): Promise<boolean> {
  const refused = await shown.add(datasets.map(({ name, text }) => ({ name, text })));
  if (!refused) console.error('The options page has no field for datasets.');
  for (const reason of refused ?? []) console.error(`Not added:\n${reason}\n`);
  return refused?.length === 0;
}

async function watch(shown: Shown): Promise<boolean> {
  console.log('The browser stays open until you close it. Rest the pointer on a marked name.');
  // A page that goes away while it is asked was left or closed by the person.
  const works = await shown.hasMarks().catch(() => true);
  if (!works) console.error('Nothing is highlighted on this page.');
  return works;
}

type LaunchOptions = Pick<ShowOptions, 'headless' | 'datasets'>;

async function inChromium(
  browser: InstalledBrowser,
  { headless, datasets }: LaunchOptions,
): Promise<Shown> {
  const chromium = await launchChromium(browser, { extension: BUILDS.chromium, headless });
  let page: Page | undefined;
  const opened = (): Page => {
    if (!page) throw new Error('No page is open.');
    return page;
  };
  return {
    open: async (url) => (page = await chromium.open(url)),
    async add(files) {
      const options = await chromium.context.newPage();
      await options.goto(`chrome-extension://${chromium.extensionId}/${DATASETS_PAGE}`);
      // Playwright gives a function one argument.
      const call = `(${addDatasets.toString()})(${JSON.stringify(files)}, ${PATIENCE_MS})`;
      const refused = await options.evaluate<string[] | undefined>(call);
      await options.close();
      return refused;
    },
    inspect: () =>
      inspectInChromium(
        opened(),
        datasets.map(({ detector }) => detector),
      ),
    hasMarks: () => isMarked(() => opened().evaluate(seeMarks)),
    closed: chromium.closed,
    close: () => chromium.close(),
  };
}

async function inFirefox(
  browser: InstalledBrowser,
  { headless, datasets }: LaunchOptions,
): Promise<Shown> {
  const firefox = await launchFirefox(browser, { extension: BUILDS.firefox, headless });
  return {
    open: (url) => firefox.goto(url),
    async add(files) {
      await firefox.goto(firefox.extensionUrl(DATASETS_PAGE));
      return firefox.evaluate(addDatasets, files, PATIENCE_MS);
    },
    inspect: () =>
      inspectInFirefox(
        firefox,
        datasets.map(({ detector }) => detector),
      ),
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
  datasets: readonly StartDataset[],
): Promise<{ url: string; close(): Promise<void> }> {
  if (target !== undefined && /^https?:/.test(target)) {
    return { url: target, close: () => Promise.resolve() };
  }
  if (target === undefined && datasets.length > 0) {
    const server = await serve(SAMPLES);
    server.add('/datasets.html', { body: pageAbout(datasets) });
    return { url: server.url('datasets.html'), close: () => server.close() };
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
