/**
 * `npm test`: everything that must hold, in the order in which it fails fastest. Each check counts as one,
 * and so does each test; the last line of output is the count.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { ensureBrowser, ensureDisplayPrograms } from './browsers/install.ts';
import { OUTPUT } from './paths.ts';
import { runTool, runToolBeside } from './run.ts';

interface Count {
  passed: number;
  failed: number;
}

const check = (title: string, work: () => boolean): Count => {
  console.log(`\n== ${title}`);
  const passed = work();
  if (!passed) console.error(`== ${title}: FAILED`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
};

/** Runs a Vitest project and reads the counts from its report. */
function suite(project: string): Count {
  console.log(`\n== ${project} tests`);
  mkdirSync(OUTPUT, { recursive: true });
  const report = join(OUTPUT, `${project}-tests.json`);
  rmSync(report, { force: true });
  const ok = runTool(
    'vitest',
    ...[
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as { numPassedTests: number; numFailedTests: number };
  // A file that breaks before its first test, or an empty suite, counts as one failure.
  return { passed, failed: ok && passed > 0 ? failed : Math.max(1, failed) };
}

function installBrowsers(): boolean {
  try {
    for (const kind of ['chromium', 'firefox'] as const) console.log(ensureBrowser(kind).version);
    if (process.platform === 'linux') ensureDisplayPrograms();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** They read files and write none, so all cores have work. What one prints comes when it has ended. */
const CHECKS: readonly [title: string, tool: string, ...args: string[]][] = [
  ['types', 'tsc', '-p', 'tsconfig.json'],
  ['types of the pure rooms, without the DOM', 'tsc', '-p', 'tsconfig.pure.json'],
  ['lint', 'eslint', '.'],
  ['layout', 'prettier', '--check', '.'],
];

async function checks(): Promise<Count[]> {
  const ended = CHECKS.map(async ([title, ...command]) => {
    const [passed, printed] = await runToolBeside(...command);
    return check(title, () => {
      process.stdout.write(printed);
      return passed;
    });
  });
  return Promise.all(ended);
}

const counts = [
  check('prepare', () => runTool('wxt', 'prepare')),
  ...(await checks()),
  suite('unit'),
];
const built = check('build', build);
counts.push(built, check('browsers', installBrowsers));
// An older build would answer for one that failed.
counts.push(built.failed > 0 ? { passed: 0, failed: 1 } : suite('e2e'));

const total = (key: keyof Count): number => counts.reduce((sum, count) => sum + count[key], 0);
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
