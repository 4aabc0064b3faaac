/** Reads the popover's pages: one JSON object a line (tests/pages/popover). Knows files, no browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from '../../src/cli/paths.ts';

/** @throws Error that names the file and the line that is no JSON */
export function readLines<Page>(file: string): Page[] {
  const lines = readFileSync(join(SAMPLES, 'popover', file), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as Page];
    } catch (error) {
      throw new Error(`tests/pages/popover/${file}, line ${at + 1}: ${String(error)}`, {
        cause: error,
      });
    }
  });
}
