/**
 * `npm run lint:package`: what the linter of Mozilla's store says of the last build for Firefox. It passes if the linter says
 * nothing of our own code, and of libraries only what is named here. The linter works offline.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDS, ROOT } from './paths.ts';

/** What the linter found, as it reports it. `file`, `line` and `column` are left out for findings on the whole package. */
interface Finding {
  _type: 'error' | 'warning' | 'notice';
  code: string;
  message: string;
  file?: string;
  line?: number;
  column?: number;
}

/** How far around a finding we look for the library's own words, in characters. Minified code has long lines. */
const AROUND = 200;

/**
 * Places in unmodified libraries that the linter warns of.
 * Preact sets the markup of elements that are given some by this property; nothing of ours gives any.
 */
const KNOWN = [
  { library: 'Preact', code: 'UNSAFE_VAR_ASSIGNMENT', words: ['.__html', '.innerHTML'] },
] as const;

/**
 * Runs the linter.
 * @param folder of a build for Firefox
 * @returns errors, warnings and notices, a line each: code, then the library or the code around, then the file. Chunks have
 *   made-up names, so they are all called `pages`.
 */
export function lintFindings(folder: string): { known: string[]; others: string[] } {
  const tool = join(ROOT, 'node_modules/web-ext/bin/web-ext.js');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tool, 'lint', '--source-dir', folder, '--output', 'json'],
    { encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(`The linter did not run: ${stderr}`);
  const report = JSON.parse(stdout) as Record<'errors' | 'warnings' | 'notices', Finding[]>;
  const findings = [...report.errors, ...report.warnings, ...report.notices];
  const [known, others]: [string[], string[]] = [[], []];
  for (const finding of findings) {
    const around = textAround(folder, finding);
    const library = libraryOf(finding, around);
    const file = (finding.file ?? 'the package').replace(/^chunks\/.*/, 'pages');
    (library === undefined ? others : known).push(
      `${finding.code} in ${library ?? (around || finding.message)}, ${file}`,
    );
  }
  return { known: known.sort(), others: others.sort() };
}

function textAround(folder: string, { file, line = 1, column = 1 }: Finding): string {
  if (file === undefined) return '';
  const text = readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? '';
  return text.slice(Math.max(0, column - AROUND), column + AROUND);
}

/** Only a warning can be a library's: an error or a notice keeps the package out of the store, or says that it will. */
function libraryOf({ _type, code }: Finding, around: string): string | undefined {
  const known = KNOWN.find(
    (entry) => entry.code === code && entry.words.every((word) => around.includes(word)),
  );
  return _type === 'warning' ? known?.library : undefined;
}

if (import.meta.main) {
  const { known, others } = lintFindings(BUILDS.firefox);
  for (const line of known) console.log(`known: ${line}`);
  for (const line of others) console.error(`NEW: ${line}`);
  console.log(`${others.length} to mend, ${known.length} in libraries`);
  if (others.length > 0) process.exitCode = 1;
}
