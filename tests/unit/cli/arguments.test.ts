/** What the scripts say of a command line that is wrong. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/paths.ts';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** Runs the script of a name in package.json. */
function run(name: string, ...args: string[]) {
  const [, file = ''] = scripts[name]?.split(' ') ?? [];
  return spawnSync(process.execPath, [file, ...args], { cwd: ROOT, encoding: 'utf8' });
}

test.for([
  ['start', '--nonsense', "Unknown option '--nonsense'."],
  ['start', '--dataset', "Option '--dataset <value>' argument missing."],
  ['fuzz', 'nonsense', 'the targets are dataset, '],
  ['mutate', 'nonsense', 'FILE is a file of src/'],
  ['soak', '--minutes=soon', 'N is a number above 0.'],
  ['gallery', '--nonsense', "Unknown option '--nonsense'."],
  ['pictures', 'nonsense', 'There are no pictures "nonsense".'],
] as const)('npm run %s -- %s: %s', ([name, arg, problem]) => {
  const { stdout, stderr, status } = run(name, arg);
  expect(stderr).toContain(problem);
  expect(stderr).toContain(`\nUsage: npm run ${name} -- `);
  expect(stderr).not.toContain('node:internal');
  expect(stdout).toBe('');
  expect(status).toBe(2);
});
