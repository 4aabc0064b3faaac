/** What the stores ask of texts and ids, and what the host runs by itself: the files in .github. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ADDON_ID } from '../../src/cli/addon-id.ts';

const ROOT = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Characters: the shortest limit of the stores of Chromium, Edge and Mozilla. */
const LIMITS = { extensionName: 45, extensionDescription: 132 };

describe.each(readdirSync(join(ROOT, 'assets/public/_locales')))('the catalogue %s', (language) => {
  test.each(Object.entries(LIMITS))('has an %s of at most %i characters', (key, limit) => {
    const catalogue = JSON.parse(
      textOf(`assets/public/_locales/${language}/messages.json`),
    ) as Record<string, { message: string } | undefined>;
    const message = catalogue[key]?.message ?? '';
    expect(message).not.toBe('');
    expect(message.length).toBeLessThanOrEqual(limit);
  });
});

test('the id for Firefox is a number that promises no domain', () => {
  expect(ADDON_ID).toMatch(/^\{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}$/);
});

const WORKFLOWS = '.github/workflows';

describe.each(readdirSync(join(ROOT, WORKFLOWS)))('the workflow %s', (file) => {
  const text = textOf(`${WORKFLOWS}/${file}`);

  test('runs others’ code only as the commit that it names', () => {
    const used = [...text.matchAll(/^\s*(?:- )?uses: *(.*)$/gm)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(
      used.filter((action) => !/^[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(action)),
    ).toEqual([]);
  });

  test('may read and no more, unless a job says what else it needs', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
  });

  test('has no secret: nothing here can publish in a store', () => {
    expect(text).not.toContain('secrets.');
  });

  test('keeps no password of the host in the files that it checks out', () => {
    const { length } = text.match(/uses: actions\/checkout@/g) ?? [];
    expect(text.match(/persist-credentials: false/g) ?? []).toHaveLength(length);
  });

  test('puts nothing that others can name into a script', () => {
    const scripts = text.matchAll(/^\s*(?:- )?run: (?:\|\n((?: {10,}.*\n|\n)+)|(.*)$)/gm);
    for (const [, block = '', line = ''] of scripts) expect(block + line).not.toContain('${{');
  });
});
