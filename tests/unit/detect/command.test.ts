/** `npm run --silent detect` as somebody calls it: lines in, lines out, and what is wrong said. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

/** Far more than a busy machine needs: no test here is about time. */
vi.setConfig({ testTimeout: 300_000 });

const COMMAND = join(import.meta.dirname, '../../../src/cli/detect.ts');

function run(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stderr, stdout, lines: stdout.split('\n').filter(Boolean) };
}

test('pages are answered in order, with offsets of the text as given', () => {
  const text = 'Igor Zelensky, the dancer, left.\n\nZelensky danced; Antony Blinken watched.';
  const { status, lines } = run(
    [
      { id: 'b', text },
      { id: 7, text: 'Nothing.' },
    ]
      .map((page) => JSON.stringify(page))
      .join('\n'),
  );
  expect(status).toBe(0);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      id: 'b',
      mentions: [
        {
          entity: 'antony-blinken',
          start: text.indexOf('Antony'),
          end: text.indexOf(' watched'),
          surface: 'Antony Blinken',
          rule: 'full-name',
          confidence: 0.99,
        },
      ],
    },
    { id: 7, mentions: [] },
  ]);
});

test('malformed lines are named, the others answered, and the command fails', () => {
  const { status, stderr, lines } = run(
    '{"id":1,"text":"Lammy"}\nnot json\n\n{"id":2}\n{"id":3,"text":"Lammy"}\n',
  );
  expect(status).toBe(1);
  expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([1, 3]);
  expect(stderr).toContain('Line 2: not JSON');
  expect(stderr).toContain('Line 4: "text" is missing');
});

test('the supporting cast is looked for on request', () => {
  const page = JSON.stringify({ id: 1, text: 'Joe Biden called.' });
  expect(run(page).stdout).toContain('"mentions":[]');
  expect(run(page, '--all').stdout).toContain('joe-biden');
});

test('a file gives a table with the words around each mention', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'backgrounder-')), 'page.txt');
  writeFileSync(file, 'On Monday David Lammy spoke.');
  const { status, stdout } = run('', file);
  expect(status).toBe(0);
  expect(stdout).toMatch(/10 {2}david-lammy .*full-name.*On Monday \[David Lammy\] spoke\./);
  const missing = run('', '/nowhere.txt');
  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain('/nowhere.txt cannot be read');
});
