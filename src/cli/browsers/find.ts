/**
 * Browsers that are installed on this machine. Looks only; see install.ts for getting one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

export type BrowserKind = 'chromium' | 'firefox';

/** Oldest major versions that the extension is tested in; the manifest names the same ones. */
export const FLOORS: Record<BrowserKind, number> = { chromium: 144, firefox: 153 };

/** Environment variables that name a browser to use instead of looking for one. */
export const OVERRIDES: Record<BrowserKind, string> = {
  chromium: 'BACKGROUNDER_CHROMIUM',
  firefox: 'BACKGROUNDER_FIREFOX',
};

export interface InstalledBrowser {
  kind: BrowserKind;
  path: string;
  /** As the browser says it: "Chromium 156.0.8078.79". */
  version: string;
  major: number;
}

/** Names on the search path, best first. */
const COMMANDS: Record<BrowserKind, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  firefox: ['firefox', 'firefox-esr'],
};

/** Where installers put browsers on systems that have no commands for them. */
const PLACES: Partial<Record<NodeJS.Platform, Record<BrowserKind, string[]>>> = {
  darwin: {
    chromium: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ],
    firefox: ['Mozilla Firefox\\firefox.exe'],
  },
};

/** @returns the first browser of a kind that is recent enough; undefined where there is none */
export function findBrowser(kind: BrowserKind): InstalledBrowser | undefined {
  return installedBrowsers(kind).find(({ major }) => major >= FLOORS[kind]);
}

/** All browsers of a kind, also those that are too old. @throws Error for an override that is no browser */
export function installedBrowsers(kind: BrowserKind): InstalledBrowser[] {
  const override = process.env[OVERRIDES[kind]];
  if (override) {
    const browser = describe(kind, override);
    if (!browser) throw new Error(`${OVERRIDES[kind]} is ${override}, which does not start.`);
    return [browser];
  }
  const candidates = [...commandPaths(kind), ...placePaths(kind), ...playwrightPaths(kind)];
  return [...new Set(candidates)].flatMap((path) => describe(kind, path) ?? []);
}

function commandPaths(kind: BrowserKind): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return COMMANDS[kind]
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter(existsSync);
}

function placePaths(kind: BrowserKind): string[] {
  const places = PLACES[process.platform]?.[kind] ?? [];
  if (process.platform !== 'win32') return places.filter(existsSync);
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map(
    (name) => process.env[name],
  );
  return roots
    .filter((root) => root !== undefined)
    .flatMap((root) => places.map((place) => join(root, place)))
    .filter(existsSync);
}

function playwrightPaths(kind: BrowserKind): string[] {
  return kind === 'chromium' ? [chromium.executablePath()].filter(existsSync) : [];
}

function describe(kind: BrowserKind, path: string): InstalledBrowser | undefined {
  // On Windows a browser asked for its version opens a window instead; its floor is left to the browser.
  if (process.platform === 'win32') return { kind, path, version: path, major: FLOORS[kind] };
  try {
    const version = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      // A first start from a slow disk takes long; one that hangs must not stop everything.
      timeout: 120_000,
    }).trim();
    const major = Number(/(\d+)\./.exec(version)?.[1]);
    return Number.isNaN(major) ? undefined : { kind, path, version, major };
  } catch {
    return undefined;
  }
}
