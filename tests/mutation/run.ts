/**
 * `npm run mutate -- FILE...`: changes each file on purpose, in every small way that Stryker knows, and lists the changes that
 * no unit test notices. The report is in .output/mutation.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { OUTPUT, ROOT } from '../../src/cli/paths.ts';

const files = process.argv.slice(2);
if (files.length === 0 || files.some((file) => !existsSync(join(ROOT, file)))) {
  console.error('npm run mutate -- FILE... names files of src/ by their path in the repository.');
  process.exit(1);
}
await new Stryker({
  mutate: files,
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  // A static mutant needs all tests again: what a table holds is looked at by the tests of what reads it.
  ignoreStatic: false,
  concurrency: 2,
  timeoutMS: 60_000,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
  jsonReporter: { fileName: join(OUTPUT, 'mutation', 'report.json') },
  tempDirName: join(OUTPUT, 'mutation', 'work'),
  ignorePatterns: ['.output', 'tests/gallery/baselines', 'assets/pictures'],
  allowConsoleColors: false,
}).runMutationTest();
