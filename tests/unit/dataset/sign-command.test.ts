/** dataset:sign as somebody calls it, and what dataset:check then says. */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withSignature } from '../../../src/cli/dataset-signature.ts';
import { signed } from '../../made-up/signed.ts';
import { SMALL_DATASET, SMALL_DATASET_FILE } from './small-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-sign-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function run(command: 'sign' | 'check', ...args: string[]) {
  const script = join(import.meta.dirname, `../../../src/cli/dataset-${command}.ts`);
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', stdio: 'pipe' });
}

const TEXT = readFileSync(SMALL_DATASET_FILE, 'utf8');

test('a key is made, a dataset is signed, changed, and signed again', () => {
  const key = join(folder, 'key.pem');
  const file = fileWith('mine.json', TEXT);
  const made = run('sign', file, '--new-key', key);
  expect([made.stderr, made.status]).toEqual(['', 0]);
  const [, short = 'no key'] = /is a new key: ((?:[0-9A-F]{4} ?){5})\n/.exec(made.stdout) ?? [];
  expect(made.stdout).toContain(`mine.json is signed with the key ${short}\n`);
  if (process.platform !== 'win32') expect(statSync(key).mode & 0o777).toBe(0o600);
  const checked = run('check', file);
  expect(checked.stdout).toContain(`\nsigned with the key ${short}\n`);
  expect(checked.status).toBe(0);

  const changed = readFileSync(file, 'utf8').replace('"version": 1', '"version": 2');
  writeFileSync(file, changed);
  const wrong = run('check', file);
  expect(wrong.stdout).toMatch(
    /^signature: found a signature that is not of this content, expected .*sign.* again \(dataset:sign\).*line \d+/,
  );
  expect(wrong.status).toBe(1);

  const again = run('sign', file, '--key', key);
  expect(again.stdout).toBe(made.stdout.split('\n').slice(2).join('\n'));
  expect(run('check', file).status).toBe(0);
  const value = /"value": "[0-9a-f]+"/;
  expect(readFileSync(file, 'utf8').replace(value, '')).toBe(changed.replace(value, ''));
});

describe('a signature is written into the text, and every other character stays', () => {
  const { signature } = signed(SMALL_DATASET);
  const odd = `{"schemaVersion" : 2,\r\n\t"a": [ 1,2 ] , "b":"\\u00e9/\\/"\r\n}\r\n\r\n`;

  test.each([
    ['with spaces', JSON.stringify(SMALL_DATASET, null, 4)],
    ['with tabs', JSON.stringify(SMALL_DATASET, null, '\t')],
    ['in one line', JSON.stringify(SMALL_DATASET)],
    ['written by hand, with line ends of Windows', odd],
    ['with a signature in the middle', '{\n  "a": 1,\n  "signature": {"old": true},\n  "b" :2\n}'],
  ])('%s', (_, text) => {
    const written = withSignature(text, signature);
    expect(JSON.parse(written)).toEqual({ ...(JSON.parse(text) as object), signature });
    const [start = '', end = ''] = written.split(/"signature"\s*:\s*\{[^}]*\}/);
    expect(text.startsWith(start) || text.startsWith(start.replace(/,\s*$/, ''))).toBe(true);
    expect(text.endsWith(end)).toBe(true);
    expect(written.includes('\n')).toBe(text.includes('\n'));
    expect(/[^\r]\n/.test(written)).toBe(/[^\r]\n/.test(text));
    expect(withSignature(written, signature)).toBe(written);
  });

  test('behind a byte order mark', () => {
    const file = fileWith('mark.json', `\ufeff${TEXT}`);
    expect(run('sign', file, '--new-key', join(folder, 'mark.pem')).status).toBe(0);
    expect(readFileSync(file, 'utf8').startsWith(`\ufeff${TEXT.slice(0, -4)}`)).toBe(true);
  });
});

describe('dataset:sign says what is wrong', () => {
  const kept = fileWith('kept.pem', 'My key.');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = fileWith(
    'other.pem',
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  test.each([
    ['without a file', ['--key', kept], 'The file with the dataset is missing.'],
    ['without a key', [SMALL_DATASET_FILE], 'The option --key is missing.'],
    ['with two files', ['a', 'b', '--key', kept], 'One file, not 2.'],
    ['with both kinds of keys', ['a', '--key', kept, '--new-key', kept], 'not both'],
    [
      'with a key that is none',
      [SMALL_DATASET_FILE, '--key', kept],
      'kept.pem is not a private key',
    ],
    ['with a key of another kind', [SMALL_DATASET_FILE, '--key', other], 'of another kind (ec)'],
    ['with a key that is not there', [SMALL_DATASET_FILE, '--key', '/no.pem'], '/no.pem cannot be'],
    ['with a new key over a file', ['--new-key', kept], 'kept.pem was not written: it is there'],
  ])('%s', (_, args, message) => {
    const { status, stdout, stderr } = run('sign', ...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect([stdout, status]).toEqual(['', 2]);
    expect(readFileSync(kept, 'utf8')).toBe('My key.');
    expect(readFileSync(SMALL_DATASET_FILE, 'utf8')).toBe(TEXT);
  });

  test('with a dataset that would be refused, and does not sign it', () => {
    const text = TEXT.replace('"title"', '"titel"');
    const file = fileWith('wrong.json', text);
    const { status, stdout } = run('sign', file, '--new-key', join(folder, 'unused.pem'));
    expect(stdout).toContain('titel: found an unknown field');
    expect(stdout).toContain('wrong.json was not signed, because it would be refused: 2 problems');
    expect(status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
