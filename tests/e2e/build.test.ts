/** What is installed: the two builds as files, without a browser. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { lintFindings } from '../../src/cli/lint-package.ts';
import { BUILDS, ROOT } from '../../src/cli/paths.ts';

interface Manifest {
  action?: { default_popup?: string };
  host_permissions: string[];
  default_locale: string;
  icons: Record<string, string>;
  options_ui?: { page: string };
  permissions: string[];
  [key: string]: unknown;
}

const MODULES = join(ROOT, 'node_modules');
/** What each build is made of beside our own code, with the file that has its licence. */
const PACKAGES: Record<string, string> = {
  '@wxt-dev/browser': '',
  canonicalize: 'LICENSE',
  idb: 'LICENSE',
  'jsonc-parser': 'LICENSE.md',
  preact: 'LICENSE',
  punycode: 'LICENSE-MIT.txt',
  rolldown: 'LICENSE',
  'spdx-exceptions': '',
  'spdx-expression-parse': 'LICENSE',
  'spdx-license-ids': '',
  tldts: 'LICENSE',
  'tldts-core': 'LICENSE',
  vite: 'LICENSE.md',
  'webextension-polyfill': 'LICENSE',
  wxt: '',
  zod: 'LICENSE',
};
/** Some packages are published without the text. */
const licenceFile = (name: string): string =>
  PACKAGES[name] === ''
    ? join(ROOT, `assets/licences/${name.replace('/', '-')}.txt`)
    : join(MODULES, name, PACKAGES[name] ?? '');

describe.each(Object.entries(BUILDS))('the build for %s', (browser, folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));
  const scripts = files.filter((name) => name.endsWith('.js'));
  const gates = ['gate.js', 'gate-with-library.js'];
  const inPages = [...gates, 'reader.js', 'card.js', 'ask.js', 'ask-in-frames.js', 'stop.js'];
  const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

  test('has every file that its manifest names', () => {
    const named = [
      ...Object.values(manifest.icons),
      manifest.action?.default_popup,
      manifest.options_ui?.page,
      `_locales/${manifest.default_locale}/messages.json`,
    ];
    expect(named).not.toContain(undefined);
    expect(files).toEqual(expect.arrayContaining(named));
  });

  test('has each icon in the size by which the manifest names it', () => {
    for (const [size, file] of Object.entries(manifest.icons)) {
      const { width, height } = PNG.sync.read(readFileSync(join(folder, file)));
      expect({ file, width, height }).toEqual({ file, width: Number(size), height: Number(size) });
    }
  });

  test('names each package that is in it, with version, licence and its text, and nothing else', () => {
    const notices = textOf('THIRD-PARTY-NOTICES.txt');
    const named = [...notices.matchAll(/^={80}\n(\S+) (\S+)\nLicence: (\S+)$/gm)];
    expect(named.map(([, name]) => name)).toEqual(Object.keys(PACKAGES));
    for (const [, name = '', version, licence] of named) {
      const there = JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8')) as object;
      expect(there).toMatchObject({ version, license: licence });
      const text = readFileSync(licenceFile(name), 'utf8').split(/^# Licenses of|^end of/m)[0];
      expect(notices, name).toContain(text?.replaceAll('\r\n', '\n').trim());
    }
  });

  test('has no font, which would need a licence of its own', () => {
    expect(files.filter((name) => /\.(woff2?|ttf|otf)$/.test(name))).toEqual([]);
    const styles = files.filter((name) => name.endsWith('.css'));
    expect(styles.filter((name) => /@font-face/i.test(textOf(name)))).toEqual([]);
  });

  test('has the highlight styles of this browser only', () => {
    const styles = files.filter((name) => name.startsWith('highlights.'));
    expect(styles).toEqual([`highlights.${browser}.css`]);
  });

  test('has every file that the background brings into pages, and starts none by itself', () => {
    const named = [...textOf('background.js').matchAll(/["'`]([\w-]+\.js)["'`]/g)].map(
      ([, name]) => name,
    );
    const brought = [...inPages, 'cast.js', 'article.js', 'json-text.js'];
    expect([...new Set(named)].sort()).toEqual(brought.sort());
    expect(files).toEqual(expect.arrayContaining(named));
    expect(manifest).not.toHaveProperty('content_scripts');
  });

  test('asks for all sites, as a content script would, for nothing else that browsers warn of, and opens nothing to pages', () => {
    // Chromium alone needs a page to start a worker; it does not warn of it.
    const more = browser === 'chromium' ? ['offscreen'] : [];
    expect(manifest.permissions).toEqual([
      ...['storage', 'activeTab', 'scripting', 'alarms', ...more],
    ]);
    expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*', 'file:///*']);
    for (const key of [
      'optional_permissions',
      'optional_host_permissions',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  test('does not announce itself to pages', () => {
    for (const name of inPages) {
      expect(textOf(name)).not.toMatch(/content-script-started|postMessage\(\{type/);
    }
  });

  test('carries neither zod nor the polyfill into pages', () => {
    for (const name of inPages) expect(textOf(name)).not.toMatch(/ZodError|webextension-polyfill/);
  });

  test('has a gate without judge, card and settings that weighs at most 45 kB', () => {
    const gate = textOf('gate.js');
    expect(gate).toContain('reader?');
    expect(gate).not.toMatch(/givenNames|highlights\.set|attachShadow|pausedUntil|dwellMs/);
    expect(Buffer.byteLength(gate)).toBeLessThanOrEqual(45 * 1024);
  });

  test('has another gate while datasets are added, which alone reads the storage', () => {
    expect(textOf('gate.js')).not.toMatch(/\bstorage\b/);
    const other = textOf('gate-with-library.js');
    expect(other).toMatch(/\bstorage\b/);
    expect(other).not.toMatch(/givenNames|highlights\.set|attachShadow|pausedUntil|indexedDB/);
    expect(Buffer.byteLength(other)).toBeLessThanOrEqual(47 * 1024);
  });

  test('compiles no code while it runs', () => {
    const compiler = /\bFunction\(|\beval\(/;
    expect(scripts.filter((name) => compiler.test(textOf(name)))).toEqual([]);
  });

  test('has no way to the network', () => {
    const network = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/;
    expect(scripts.map((name) => [name, network.exec(textOf(name))?.[0]])).toEqual(
      scripts.map((name) => [name, undefined]),
    );
  });
});

test('the linter of Mozilla’s store finds two places in Preact, and none of ours', () => {
  expect(lintFindings(BUILDS.firefox)).toEqual({
    known: ['UNSAFE_VAR_ASSIGNMENT in Preact, card.js', 'UNSAFE_VAR_ASSIGNMENT in Preact, pages'],
    others: [],
  });
}, 300_000);
