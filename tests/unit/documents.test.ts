/** What documents name is there: every test file, every title of a test, every document, every place in the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Test files that a text names, each with the titles in “…” that follow it. */
function referencesIn(text: string): { file: string; titles: string[] }[] {
  const found = text.replace(/\s+/g, ' ').matchAll(/`(tests\/[^`]+)`((?: “[^”]+”)*)/g);
  return [...found].map(([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title),
  }));
}

describe.each(['SECURITY.md', 'PRIVACY.md', 'docs/browser-differences.md'])('%s', (document) => {
  const references = referencesIn(textOf(document));

  test('names tests, and files that are there', () => {
    expect(references.length).toBeGreaterThan(1);
    expect(references.filter(({ file }) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  test('names titles of tests as they are', () => {
    const wrong = references.flatMap(({ file, titles }) => {
      const text = titles.length > 0 ? textOf(file) : '';
      return titles.filter((title) => !text.includes(`'${title}'`));
    });
    expect(wrong).toEqual([]);
  });

  test('is reached from the README', () => {
    expect(textOf('README.md')).toContain(`](${document})`);
  });
});

test('every threat names a test that holds it', () => {
  const rows = textOf('SECURITY.md')
    .split('\n')
    .filter((line) => /^\| (?!threat|-)/.test(line));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(referencesIn(row), row).not.toEqual([]);
});

describe('docs/browser-differences.md', () => {
  const document = textOf('docs/browser-differences.md');

  test('names every place in the code that asks which browser it is', () => {
    const asks = /\bbrowserName ===|\bisFirefox\b|-moz-appearance/;
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .map((name) => `src/${name.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/cli/'))
      .filter((file) => asks.test(textOf(file)));
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => !document.includes(`\`${file}\``))).toEqual([]);
  });

  test('gives a reason for every test file that runs in one browser alone, and names no other', () => {
    const names = readdirSync(join(ROOT, 'tests/e2e')).flatMap(
      (file) => /^(.+)\.(?:chromium|firefox)\.test\.ts$/.exec(file)?.[1] ?? [],
    );
    expect(names.length).toBeGreaterThan(3);
    const [, table = ''] = /what runs in one browser alone(.*?)\n\n/s.exec(document) ?? [];
    // The first column of a row names them; the reason beside it may name other files.
    const rows = [...table.matchAll(/^\| (\w.*?) \|/gm)].map(([, what = '']) =>
      [...what.matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
    );
    expect(rows).not.toContainEqual([]);
    expect(rows.flat().sort()).toEqual([...new Set(names)].sort());
  });
});
