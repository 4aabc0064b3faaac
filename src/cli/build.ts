/**
 * `npm run build`: both builds, and the size of every part.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compileBundled, loadDataset } from './dataset-plugin.ts';
import { BUILDS } from './paths.ts';
import { runTool } from './run.ts';

/** @returns whether both builds succeeded; an invalid dataset is reported before anything is built */
export function build(): boolean {
  try {
    loadDataset();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
  return ['chrome', 'firefox'].every((browser) => runTool('wxt', 'build', '-b', browser, '--mv3'));
}

/** A script that goes into pages, in bytes. */
export interface PageScriptSize {
  name: 'gate' | 'reader' | 'card';
  size: number;
  /** How much of it is data; the rest is code and styles. */
  data: number;
}

/** The built scripts for pages, in the order in which they come. */
export function pageScriptSizes(): PageScriptSize[] {
  const { scanner, rules, cards } = compileBundled();
  return (
    [
      ['gate', scanner],
      ['reader', rules],
      ['card', cards],
    ] as const
  ).map(([name, json]) => ({
    name,
    size: statSync(join(BUILDS.chromium, `${name}.js`)).size,
    data: Buffer.byteLength(json),
  }));
}

function printSizes(): void {
  for (const folder of Object.values(BUILDS)) {
    console.log(
      `\n${'bytes'.padStart(9)} ${'gzip'.padStart(8)}  ${folder.split(/[\\/]/).slice(-2).join('/')}`,
    );
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(folder, name);
      if (statSync(path).isFile()) printSize(name, readFileSync(path));
    }
  }
  console.log('\nIn pages: the gate on every page, the others where there is something to show:');
  for (const { name, size, data } of pageScriptSizes()) {
    console.log(`${String(size).padStart(9)} ${name}.js, ${data} of it data`);
  }
}

function printSize(name: string, content: Buffer): void {
  const zipped = String(gzipSync(content).length);
  console.log(`${String(content.length).padStart(9)} ${zipped.padStart(8)}  ${name}`);
}

if (import.meta.main) {
  if (build()) printSizes();
  else process.exitCode = 1;
}
