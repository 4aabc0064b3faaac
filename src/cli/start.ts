/**
 * `npm start [-- URL-or-file] [--headless] [--firefox]`: the built extension in a real browser on a sample news page.
 * Where there is no display it prints what was found and writes a screenshot.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { build } from './build.ts';
import { launchChromium } from './browsers/chromium.ts';
import { findBrowser } from './browsers/find.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { ensureBrowser, installLine } from './browsers/install.ts';
import { BUILDS, ROOT, SAMPLES } from './paths.ts';
import { inspectInChromium, inspectInFirefox } from './inspect.ts';
import { serve } from './serve.ts';

const SAMPLE = 'news-2024.html';
const OTHER_SAMPLE = 'tests/pages/news-2026.html';

async function start(args: string[]): Promise<boolean> {
  const target = args.find((arg) => !arg.startsWith('-'));
  const headless = args.includes('--headless') || !hasDisplay();
  if (!build()) return false;
  const page = await pageFor(target);
  // Chromium first; a Firefox that is there is better than a download.
  const firefox = args.includes('--firefox')
    ? ensureBrowser('firefox')
    : findBrowser('chromium')
      ? undefined
      : findBrowser('firefox');
  const browser = firefox ?? ensureBrowser('chromium');
  console.log(`\n${browser.version}\n${page.url}\n`);
  const ok = firefox
    ? await showInFirefox(firefox, page.url, headless)
    : await showInChromium(browser, page.url, headless);
  await page.close();
  if (!target)
    console.log(`\nA second sample, written two years later: npm start -- ${OTHER_SAMPLE}`);
  return ok;
}

async function showInChromium(
  browser: ReturnType<typeof ensureBrowser>,
  url: string,
  headless: boolean,
): Promise<boolean> {
  const chromium = await launchChromium(browser, { extension: BUILDS.chromium, headless }).catch(
    (error: unknown) => {
      console.error(
        `${browser.version} did not take the extension: ${String(error)}\n` +
          `Chromium does: ${installLine('chromium')}`,
      );
    },
  );
  if (!chromium) return false;
  const page = await chromium.open(url);
  if (headless) {
    const ok = await inspectInChromium(page);
    await chromium.close();
    return ok;
  }
  console.log('The browser stays open until you close it. Rest the pointer on an underlined name.');
  await new Promise((done) => chromium.context.once('close', done));
  return true;
}

async function showInFirefox(
  browser: ReturnType<typeof ensureBrowser>,
  url: string,
  headless: boolean,
): Promise<boolean> {
  const firefox = await launchFirefox(browser, { extension: BUILDS.firefox, headless });
  await firefox.goto(url);
  if (headless) {
    const ok = await inspectInFirefox(firefox);
    await firefox.close();
    return ok;
  }
  console.log('The browser stays open until you close it. Rest the pointer on an underlined name.');
  await firefox.closed;
  return true;
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
  const path = target.replace(/^file:\/\//, '');
  const file = [resolve(path), resolve(ROOT, path)].find(existsSync);
  if (!file) throw new Error(`There is no file ${path}; give a path, or an address with http.`);
  return file;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return !process.env['CI'];
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

try {
  if (!(await start(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
