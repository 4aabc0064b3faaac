/** What the options say about a version belongs to the version that is built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NEWS } from '../../../src/options/news.ts';

test('a new version has new lines', () => {
  const manifest = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  expect(NEWS.version, 'write what is new for readers: src/options/news.ts').toBe(version);
  expect(NEWS.lines.length).toBeLessThanOrEqual(6);
});
