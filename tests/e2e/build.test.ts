/** What is installed: the two builds as files, without a browser. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILDS, ROOT } from '../../src/cli/paths.ts';

interface Manifest {
  action?: { default_popup?: string };
  content_scripts: { js?: string[]; css?: string[]; css_origin?: string }[];
  default_locale: string;
  icons: Record<string, string>;
  options_ui?: { page: string };
  permissions: string[];
  [key: string]: unknown;
}

describe.each(Object.entries(BUILDS))('the build for %s', (browser, folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));
  const scripts = files.filter((name) => name.endsWith('.js'));
  const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

  test('has every file that its manifest names', () => {
    const named = [
      ...manifest.content_scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]),
      ...Object.values(manifest.icons),
      manifest.action?.default_popup,
      manifest.options_ui?.page,
      `_locales/${manifest.default_locale}/messages.json`,
    ];
    expect(named).not.toContain(undefined);
    expect(files).toEqual(expect.arrayContaining(named));
  });

  test('has the highlight styles of this browser only', () => {
    const styles = files.filter((name) => name.startsWith('highlights.'));
    expect(styles).toEqual([`highlights.${browser}.css`]);
    expect(manifest.content_scripts.map(({ css_origin }) => css_origin).filter(Boolean)).toEqual(
      browser === 'firefox' ? ['user'] : [],
    );
  });

  test('asks for nothing that browsers warn of, and opens nothing to pages', () => {
    expect(manifest.permissions).toEqual(['storage', 'activeTab', 'scripting']);
    for (const key of [
      'host_permissions',
      'optional_permissions',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  test('does not announce itself to pages', () => {
    expect(textOf('reader.js')).not.toMatch(/content-script-started|postMessage\(\{type/);
  });

  test('carries neither zod nor the polyfill into pages', () => {
    expect(textOf('reader.js')).not.toMatch(/ZodError|webextension-polyfill/);
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

interface Finding {
  code: string;
  file: string;
  line: number;
  column: number;
}

/** What the linter of Mozilla's add-on store says of a build. */
function lintFindings(folder: string): Finding[] {
  const tool = join(ROOT, 'node_modules/web-ext/bin/web-ext.js');
  const { stdout } = spawnSync(
    process.execPath,
    [tool, 'lint', '--source-dir', folder, '--output', 'json'],
    { encoding: 'utf8' },
  );
  const { errors, warnings, notices } = JSON.parse(stdout) as Record<
    'errors' | 'warnings' | 'notices',
    Finding[]
  >;
  return [...errors, ...warnings, ...notices];
}

test('the linter of Mozilla’s store finds two places in Preact, and none of ours', () => {
  const findings = lintFindings(BUILDS.firefox).map(({ code, file, line, column }) => {
    const text = readFileSync(join(BUILDS.firefox, file), 'utf8').split('\n')[line - 1] ?? '';
    const around = text.slice(Math.max(0, column - 200), column + 200);
    // Preact sets the markup of elements that are given some by this property; nothing of ours gives any.
    const isPreacts = around.includes('.__html') && around.includes('.innerHTML');
    return `${code} in ${isPreacts ? 'Preact' : around}, ${file.replace(/^chunks\/.*/, 'pages')}`;
  });
  expect(findings.sort()).toEqual([
    'UNSAFE_VAR_ASSIGNMENT in Preact, pages',
    'UNSAFE_VAR_ASSIGNMENT in Preact, reader.js',
  ]);
}, 300_000);
