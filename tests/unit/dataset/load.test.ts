import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadDataset } from '../../../src/cli/dataset-plugin.ts';

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-dataset-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(text: string): string {
  const file = join(folder, 'some-dataset.json');
  writeFileSync(file, text);
  return file;
}

test('a broken dataset stops whoever loads it, with the file and every path', () => {
  const { facts, ...rest } = loadDataset();
  const [first, ...others] = facts;
  const broken = { ...rest, facts: [{ ...first, evidence: [] }, ...others], extra: true };
  const load = () => loadDataset(fileWith(JSON.stringify(broken)));
  expect(load).toThrow(/some-dataset\.json is not a valid dataset/);
  expect(load).toThrow('facts[0].evidence: found [], expected at least 1 in the list');
  expect(load).toThrow('extra: found an unknown field');
});

test('text that is not JSON is said to be that', () => {
  expect(() => loadDataset(fileWith('{ "id": '))).toThrow(
    /some-dataset\.json is not a valid dataset:\n .*expected the rest of the JSON.* \(line 1, column 9\)/,
  );
});

test('a file that is not there is said to be that', () => {
  expect(() => loadDataset(join(folder, 'nowhere.json'))).toThrow(
    /nowhere\.json cannot be read: ENOENT/,
  );
});
