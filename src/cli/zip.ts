/**
 * `npm run zip`: builds, and makes the three packages in `.output/`: for Chromium's stores, for Mozilla's store, and the source,
 * from which Mozilla's reviewers make the other two again. The same source gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { checksumLine, filesIn, pack } from './pack.ts';
import { BUILDS, OUTPUT, ROOT } from './paths.ts';
import { sourceFiles } from './source-files.ts';

const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};
const packageFile = (what: string): string => join(OUTPUT, `${name}-${version}-${what}.zip`);

/** Paths of the packages of this version. */
const PACKAGES = {
  chromium: packageFile('chrome'),
  firefox: packageFile('firefox'),
  sources: packageFile('sources'),
} as const;

/** Writes the packages from the last build. */
function writePackages(): void {
  writeFileSync(PACKAGES.chromium, pack(BUILDS.chromium, filesIn(BUILDS.chromium)));
  writeFileSync(PACKAGES.firefox, pack(BUILDS.firefox, filesIn(BUILDS.firefox)));
  writeFileSync(PACKAGES.sources, pack(ROOT, sourceFiles(ROOT)));
}

/** One line for each package. */
function printPackages(): void {
  console.log('\nSHA-256 of the packages in .output/:');
  for (const file of Object.values(PACKAGES)) console.log(checksumLine(file));
}

if (import.meta.main) {
  if (build()) {
    writePackages();
    printPackages();
  } else {
    process.exitCode = 1;
  }
}
