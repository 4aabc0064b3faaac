/**
 * Gets a browser where there is none: from the distribution for root without a terminal and for CI, by
 * Playwright's download for a person. Says the one line to run where neither is possible.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  findBrowser,
  FLOORS,
  installedBrowsers,
  OVERRIDES,
  type BrowserKind,
  type InstalledBrowser,
} from './find.ts';

const DEBIAN_PACKAGES: Record<BrowserKind, string> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
};

/** @throws Error that says what is missing and how to get it */
export function ensureBrowser(kind: BrowserKind): InstalledBrowser {
  const found = findBrowser(kind) ?? (install(kind) ? findBrowser(kind) : undefined);
  if (found) return found;
  const old = installedBrowsers(kind).map(({ version }) => version);
  const have = old.length > 0 ? ` Found only ${old.join(', ')}.` : '';
  throw new Error(
    `No ${kind} of version ${FLOORS[kind]} or later.${have} Install one:\n  ${installLine(kind)}\n` +
      `or set ${OVERRIDES[kind]} to its path.`,
  );
}

/** The one line that installs a browser on this system. */
export function installLine(kind: BrowserKind): string {
  if (kind === 'chromium') {
    return canUseApt() ? 'sudo apt-get install chromium' : 'npx playwright-core install chromium';
  }
  const lines: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'brew install --cask firefox',
    win32: 'winget install Mozilla.Firefox',
  };
  return lines[process.platform] ?? 'sudo apt-get install firefox-esr';
}

function install(kind: BrowserKind): boolean {
  const mayInstall = !process.stdin.isTTY || Boolean(process.env['CI']);
  if (mayInstall && process.getuid?.() === 0 && canUseApt())
    return installPackage(DEBIAN_PACKAGES[kind]);
  if (kind === 'firefox') return false;
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  return run(process.execPath, [cli, 'install', 'chromium']);
}

function canUseApt(): boolean {
  return existsSync('/usr/bin/apt-get');
}

function installPackage(name: string): boolean {
  const tryIt = () => run('apt-get', ['install', '-y', '--no-install-recommends', name]);
  // A list that is fresh enough saves a download; an old or missing one makes the first try fail.
  return tryIt() || (run('apt-get', ['update']) && tryIt());
}

function run(command: string, args: string[]): boolean {
  console.log(`> ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}
