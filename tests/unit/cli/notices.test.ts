/** Which package a module is from, and what the notices say of it. tests/e2e/build.test.ts reads those of the builds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticesText, packageFolder, readPackage } from '../../../src/cli/notices.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MODULES = join(ROOT, 'node_modules');

test.each([
  ['/here/node_modules/preact/dist/preact.mjs', '/here/node_modules/preact'],
  ['/here/node_modules/@scope/name/index.js?used', '/here/node_modules/@scope/name'],
  ['/here/node_modules/a/node_modules/b/c.js', '/here/node_modules/a/node_modules/b'],
  ['\0/here/node_modules/punycode/punycode.js?commonjs-proxy', '/here/node_modules/punycode'],
  ['C:\\here\\node_modules\\zod\\index.js', 'C:\\here\\node_modules\\zod'],
  ['\0vite/preload-helper.js', join(MODULES, 'vite')],
  ['\0rolldown/runtime.js', join(MODULES, 'rolldown')],
  ['\0virtual:wxt-plugins', join(MODULES, 'wxt')],
  ['/here/src/node_modules.ts', undefined],
  ['/here/src/cli/vite/index.ts', undefined],
  ['\0virtual:dataset', undefined],
])('the module %j is from %s', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

test('a package comes with its licence’s text, also where it is published without one', () => {
  expect(readPackage(join(MODULES, 'preact'))).toMatchObject({ name: 'preact', license: 'MIT' });
  expect(readPackage(join(MODULES, 'preact')).text).toMatch(/MIT License[^]*Jason Miller/);
  expect(readPackage(join(MODULES, 'wxt')).text).toMatch(/MIT License[^]*Aaron/);
});

test('a package says whose data it contains, below its own licence', () => {
  expect(readPackage(join(MODULES, 'tldts')).text).toMatch(/Copyright[^]*\n\n.*Public Suffix List/);
});

test('of a bundler’s licence file, its own licence alone counts', () => {
  for (const tool of ['vite', 'rolldown']) {
    const { text } = readPackage(join(MODULES, tool));
    expect(text).toContain('VoidZero');
    expect(text.length).toBeLessThan(2000);
  }
});

test('a package without a text stops the build and says what to do', () => {
  const lonely = mkdtempSync(join(tmpdir(), 'backgrounder-notices-'));
  const named = { name: '@no/text', version: '1.0.0', license: 'MIT' };
  writeFileSync(join(lonely, 'package.json'), JSON.stringify(named));
  try {
    expect(() => readPackage(lonely)).toThrow(
      /^@no\/text has no licence text\. Put .*@no-text\.txt/,
    );
  } finally {
    rmSync(lonely, { recursive: true });
  }
});

test('the notices are in one order, whichever bundle was made first', () => {
  const [a, b] = ['a', 'b'].map((name) => ({
    name,
    version: '1.0.0',
    license: 'MIT',
    text: 'As is.',
  }));
  if (!a || !b) throw new Error('Two packages were made above.');
  expect(noticesText([b, a])).toBe(noticesText([a, b]));
  expect(noticesText([a])).toContain('Source: https://www.npmjs.com/package/a/v/1.0.0');
});
