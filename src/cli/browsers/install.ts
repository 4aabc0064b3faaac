/**
 * Gets a browser where there is none that is recent enough: from the distribution for root without a terminal
 * and for CI, by Playwright's download for a person. Where neither helps, says what is there, what is needed
 * and the line to run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import {
  findBrowser,
  FLOORS,
  installedBrowsers,
  OVERRIDES,
  type BrowserKind,
  type InstalledBrowser,
} from './find.ts';

const NAMES: Record<BrowserKind, string> = { chromium: 'Chromium', firefox: 'Firefox' };
const DEBIAN_PACKAGES: Record<BrowserKind, string> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
};

const APT = '/usr/bin/apt-get';
const DOWNLOADS: Record<BrowserKind, string> = {
  chromium: 'https://www.google.com/chrome/',
  firefox: 'https://www.mozilla.org/firefox/',
};

/** Another package command may be at work, as on a machine that has just started; a mirror may be slow. */
const PATIENCE = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3'];

/** Where a browser can be had from without asking anybody. */
export interface Supply {
  /** Debian's package command, where we may use it. */
  packageCommand?: string;
  /** Downloads a browser. @returns whether it did */
  download?: (kind: BrowserKind) => boolean;
}

/** Why there is still no browser after everything was tried. */
type Obstacle = 'lists-not-updated' | 'not-installed' | 'nothing-newer' | 'nothing-tried';

/**
 * A browser that is recent enough, installed or upgraded where necessary.
 * @throws Error that says which versions are there, which is needed, and how to get it
 */
export function ensureBrowser(kind: BrowserKind, supply: Supply = thisMachine()): InstalledBrowser {
  const found = findBrowser(kind);
  if (found) return found;
  // Nothing that could be installed would be used instead of it.
  if (process.env[OVERRIDES[kind]]) throw new Error(tooOldOverride(kind));
  const obstacle = supply.packageCommand
    ? installPackages(supply.packageCommand, DEBIAN_PACKAGES[kind])
    : 'nothing-tried';
  const installed =
    findBrowser(kind) ?? (supply.download?.(kind) === true ? findBrowser(kind) : undefined);
  if (installed) return installed;
  throw new Error(whatIsMissing(kind, obstacle));
}

/** What makes a display that nobody sees, and moves its keys and pointer: each program with Debian's package. */
const DISPLAY_PROGRAMS = { Xvfb: 'xvfb', xdotool: 'xdotool' };

/** Installs the programs for a display on Linux where they are not there. @throws Error with the line that installs them */
export function ensureDisplayPrograms(): void {
  const packages = Object.values(DISPLAY_PROGRAMS);
  const missing = () => Object.keys(DISPLAY_PROGRAMS).filter((program) => !isInPath(program));
  if (missing().length === 0) return;
  const { packageCommand } = thisMachine();
  if (packageCommand) installPackages(packageCommand, ...packages);
  const still = missing();
  if (still.length === 0) return;
  throw new Error(
    `${still.join(' and ')} cannot be found. Install them, on Debian by:\n  ${debianLine(...packages)}`,
  );
}

const isInPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const debianLine = (...packages: string[]): string =>
  `sudo apt-get update && sudo apt-get install ${packages.join(' ')}`;

/** The one line that installs a browser on this system. */
export function installLine(kind: BrowserKind): string {
  if (existsSync(APT)) {
    return debianLine(DEBIAN_PACKAGES[kind]);
  }
  if (kind === 'chromium') return 'npx playwright-core install chromium';
  const lines: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'brew install --cask firefox',
    win32: 'winget install Mozilla.Firefox',
  };
  return lines[process.platform] ?? `the package of your distribution, or ${DOWNLOADS.firefox}`;
}

function thisMachine(): Supply {
  const isUnattended = !process.stdin.isTTY || Boolean(process.env['CI']);
  const mayInstall = isUnattended && process.getuid?.() === 0 && existsSync(APT);
  return { ...(mayInstall && { packageCommand: APT }), download };
}

/**
 * Installs or upgrades packages of the distribution. The lists come first, always: an old list has old browsers,
 * and installing from it succeeds.
 */
function installPackages(command: string, ...packages: string[]): Obstacle {
  // Without the mode, a list that could not be fetched counts as success.
  const updated = run(command, [...PATIENCE, '-o', 'APT::Update::Error-Mode=any', 'update']);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  // The list that is there may do although one of its sources is out of reach.
  const installed = run(command, [...PATIENCE, ...install]);
  if (!updated) return 'lists-not-updated';
  return installed ? 'nothing-newer' : 'not-installed';
}

function download(kind: BrowserKind): boolean {
  if (kind !== 'chromium') return false;
  const playwright = createRequire(import.meta.url).resolve('playwright-core/package.json');
  return run(process.execPath, [join(dirname(playwright), 'cli.js'), 'install', 'chromium']);
}

function run(command: string, args: string[]): boolean {
  console.log(`> ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

function whatIsMissing(kind: BrowserKind, obstacle: Obstacle): string {
  const reasons: Record<Obstacle, string> = {
    'lists-not-updated': ' The package lists could not be updated; check the network.',
    'not-installed': ` The package ${DEBIAN_PACKAGES[kind]} could not be installed.`,
    'nothing-newer': " The system's up-to-date package lists have no newer one.",
    'nothing-tried': '',
  };
  const line =
    obstacle === 'nothing-newer' ? `it from ${DOWNLOADS[kind]}` : `one:\n  ${installLine(kind)}`;
  return (
    `${NAMES[kind]} ${FLOORS[kind]} or later is needed. This machine has ${versions(kind)}.` +
    `${reasons[obstacle]}\nInstall ${line}\nor set ${OVERRIDES[kind]} to the path of one.`
  );
}

function tooOldOverride(kind: BrowserKind): string {
  const name = OVERRIDES[kind];
  return (
    `${NAMES[kind]} ${FLOORS[kind]} or later is needed. ${name} names ${versions(kind)}. ` +
    `Set ${name} to the path of a newer one, or unset it.`
  );
}

function versions(kind: BrowserKind): string {
  const there = installedBrowsers(kind).map(({ version, path }) => `${version} (${path})`);
  return there.join(', ') || 'none';
}
