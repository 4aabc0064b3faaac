/**
 * `npm run mutate -- FILE... --tests FILE...`: changes each file on purpose, in every small way that Stryker knows, and lists the
 * changes that no unit test notices; `--tests` names the tests that are asked, all that import the file otherwise. The report is
 * in .output/mutation.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { readArguments, refuseArguments } from '../../src/cli/arguments.ts';
import { OUTPUT, ROOT } from '../../src/cli/paths.ts';

const WORK = join(OUTPUT, 'mutation');

const USAGE = 'mutate -- FILE... [--tests FILE]...';
const { values, positionals: files } = readArguments(USAGE, {
  allowPositionals: true,
  options: { tests: { type: 'string', multiple: true } },
});
if (files.length === 0 || files.some((file) => !existsSync(join(ROOT, file)))) {
  refuseArguments(USAGE, 'FILE is a file of src/, by its path in the repository.');
}
// Not by Stryker's own option: with it, Stryker 10.1.1 never puts a change of a constant into effect.
if (values.tests) process.env['MUTATION_TESTS'] = values.tests.join();
await new Stryker({
  mutate: files,
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  // Types are not checked here, and its parser does not read all of ours.
  disableTypeChecks: false,
  concurrency: 2,
  // For one change, in ms, over what the tests took without it: a busy machine is no endless loop.
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 30,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
  jsonReporter: { fileName: join(WORK, 'report.json') },
  tempDirName: join(WORK, 'sandbox'),
  ignorePatterns: ['.output', 'tests/gallery/baselines', 'assets/pictures'],
  allowConsoleColors: false,
}).runMutationTest();
