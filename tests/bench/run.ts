/**
 * `npm run bench`: every benchmark; `npm run bench -- detection` and the like: one; `npm run bench -- FILE...`: that of
 * pages, with saved ones. Each prints ratios to a baseline of the same run and asserts nothing on time.
 */
import { existsSync } from 'node:fs';
import { build } from '../../src/cli/build.ts';
import { printAdded } from './added/print-added.ts';
import { printDetection } from './detection.ts';
import { printImport } from './import.ts';
import { printLibrary } from './library.ts';
import { printOpening } from './opening.ts';
import { printOptions } from './options.ts';
import { printPages } from './pages/print-pages.ts';
import { printPopup } from './popup.ts';
import { printSearch } from './search.ts';

const BENCHMARKS: Record<string, (args: readonly string[]) => void | Promise<void>> = {
  added: printAdded,
  detection: printDetection,
  import: printImport,
  library: printLibrary,
  opening: printOpening,
  options: printOptions,
  pages: printPages,
  popup: printPopup,
  search: printSearch,
};
/** These drive the built extension. */
const IN_BROWSER = new Set(['added', 'opening', 'options', 'pages', 'popup']);

const given = process.argv.slice(2);
const isFiles = given[0] !== undefined && !(given[0] in BENCHMARKS) && existsSync(given[0]);
const [wanted, ...args] = isFiles ? ['pages', ...given] : given;
const names = wanted === undefined ? Object.keys(BENCHMARKS) : [wanted];
const unknown = names.find((name) => !(name in BENCHMARKS));
if (unknown !== undefined) {
  console.error(`No benchmark "${unknown}". There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exitCode = 1;
} else if (!names.some((name) => IN_BROWSER.has(name)) || build()) {
  for (const name of names) await BENCHMARKS[name]?.(args);
} else {
  process.exitCode = 1;
}
