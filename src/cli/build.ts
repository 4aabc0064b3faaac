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

/** Parts of the built content script, in bytes: `code` is everything but data, styles included. */
export function contentScriptSize(): Record<'code' | 'scanner' | 'rules' | 'cards', number> {
  const bundled = compileBundled();
  const [scanner, rules, cards] = [bundled.scanner, bundled.rules, bundled.cards].map((json) =>
    Buffer.byteLength(json),
  ) as [number, number, number];
  const { size } = statSync(join(BUILDS.chromium, 'reader.js'));
  return { code: size - scanner - rules - cards, scanner, rules, cards };
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
  const { scanner, rules, cards } = compileBundled();
  console.log('\nreader.js, the content script, on every page:');
  printSize('scanner (data, read at the start)', Buffer.from(scanner));
  printSize('names and rules (data, read at the first candidate)', Buffer.from(rules));
  printSize('cards (data, read at the first dwell)', Buffer.from(cards));
  console.log(
    `${String(contentScriptSize().code).padStart(9)} ${''.padStart(8)}  code and styles (the rest)`,
  );
}

function printSize(name: string, content: Buffer): void {
  const zipped = String(gzipSync(content).length);
  console.log(`${String(content.length).padStart(9)} ${zipped.padStart(8)}  ${name}`);
}

if (import.meta.main) {
  if (build()) printSizes();
  else process.exitCode = 1;
}
