/** `dataset:verify` and `dataset:review` as somebody calls them, on a dataset of their own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SMALL_DATASET, SMALL_DATASET_FILE, SMALL_TEXT_FILE } from './small-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-dataset-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function run(command: 'verify' | 'review', ...args: string[]) {
  const script = join(import.meta.dirname, `../../../src/cli/dataset-${command}.ts`);
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

const article = SMALL_TEXT_FILE;
const dataset = SMALL_DATASET_FILE;

test('a dataset is held against its own text, and proves itself', () => {
  const { status, stdout, stderr } = run('verify', article, dataset, '--prove');
  expect(stderr).toBe('');
  expect(stdout).toContain('0 problems in 7 facts');
  const proved = [...stdout.matchAll(/\(i\) .+? (\d+) of +(\d+) /g)];
  expect(proved.length).toBeGreaterThan(10);
  for (const [line, refused, all] of proved) expect(refused, line).toBe(all);
  expect(status).toBe(0);
});

test('a wrong date is one line, and the command fails', () => {
  const moved = JSON.stringify(SMALL_DATASET).replaceAll('"2030-05-07"', '"2030-05-06"');
  const { status, stdout } = run('verify', article, fileWith('moved.json', moved));
  expect(stdout).toContain(
    'source.dateWords "Tuesday night": ¶ -: found 2030-05-06, a Monday, expected a date that the words can mean',
  );
  expect(status).toBe(1);
});

test('a dataset is shown beside its own text', () => {
  const { status, stdout } = run('review', article, dataset);
  expect(stdout).toContain('bridges-closed  [on-record, Ada Quill; 2030-05-08; volatile]');
  expect(stdout).toContain('¶ 3, words 1-8: “This is a narrow path,” Quill told reporters.');
  expect(status).toBe(0);
});

describe('dataset:verify says what is wrong', () => {
  test.each([
    ['without a text', [], 'The file with the source’s text is missing.'],
    ['with a text that is not there', ['/nowhere.txt'], '/nowhere.txt cannot be read: ENOENT'],
    ['with an empty text', [fileWith('empty.txt', ' \n')], 'empty.txt is empty.'],
    ['with the dataset first', [dataset, article], 'The source’s text comes first.'],
    [
      'with a dataset that is not there',
      [article, '/nowhere.json'],
      '/nowhere.json cannot be read',
    ],
    [
      'with a dataset that is no JSON',
      [article, article],
      'bridges.txt is not a valid dataset:\n  (the whole file): found "The", expected JSON',
    ],
    [
      'with a dataset that is none',
      [article, fileWith('none.json', '{"schemaVersion": 2}')],
      'none.json is not a valid dataset:\n  id: found nothing, expected string',
    ],
    ['with a third file', [article, dataset, dataset], 'Two files at most, not 3.'],
    ['with an option that it does not have', [article, '--fast'], 'There is no option --fast.'],
  ])('%s', (_, args, message) => {
    const { status, stderr } = run('verify', ...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });
});
