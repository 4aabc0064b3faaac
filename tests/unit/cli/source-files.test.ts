/** What the source package has and leaves at home. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ignoredBy, sourceFiles } from '../../../src/cli/source-files.ts';

const ROOT = join(import.meta.dirname, '../../..');

test('the package has what a build needs and what a reviewer reads, and nothing that was made or installed', () => {
  const files = sourceFiles(ROOT);
  const needed = [
    '.ci/run',
    '.gitignore',
    'LICENSE',
    'README.md',
    'package-lock.json',
    'package.json',
  ];
  const built = ['assets/icon.svg', 'docs/release.md', 'src/cli/zip.ts', 'wxt.config.ts'];
  expect(files).toEqual(expect.arrayContaining([...needed, ...built]));
  expect(
    files.filter((file) => /(^|\/)(node_modules|\.git|\.output|\.wxt)(\/|$)/.test(file)),
  ).toEqual([]);
});

test.each([
  ['node_modules', 'node_modules', true],
  ['.output/', '.output', true],
  ['*.log', 'npm-debug.log', true],
  ['*.log', 'login.ts', false],
  ['.DS_Store', 'xDS_Store', false],
  ['# a remark', '# a remark', false],
  ['', 'package.json', false],
  ['', '.git', true],
])('the line "%s" and the name "%s": left out is %s', (line, name, leftOut) => {
  expect(ignoredBy(`${line}\n`)(name)).toBe(leftOut);
});

test.each(['!kept', '/only-here', 'a/b', 'secret?', '[ab].txt', '\\#name'])(
  'the line "%s" is refused, since a file could be packed that must stay at home',
  (line) => {
    expect(() => ignoredBy(`node_modules\n${line}\n`)).toThrow(`"${line}" is no plain name`);
  },
);
