/** The dataset commands as somebody calls them, on a dataset of their own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
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

function run(command: 'check' | 'new' | 'verify' | 'review', ...args: string[]) {
  const script = join(import.meta.dirname, `../../../src/cli/dataset-${command}.ts`);
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', stdio: 'pipe' });
}

const article = SMALL_TEXT_FILE;
const dataset = SMALL_DATASET_FILE;

test('a dataset is held against its own text, and proves itself', () => {
  const { status, stdout, stderr } = run('verify', dataset, article, '--prove');
  expect(stderr).toBe('');
  expect(stdout).toContain('0 problems in 7 facts');
  const proved = [...stdout.matchAll(/\(i\) .+? (\d+) of +(\d+) /g)];
  expect(proved.length).toBeGreaterThan(10);
  for (const [line, refused, all] of proved) expect(refused, line).toBe(all);
  expect(status).toBe(0);
});

test('a wrong date is one line, and the command fails', () => {
  const moved = JSON.stringify(SMALL_DATASET).replaceAll('"2030-05-07"', '"2030-05-06"');
  const { status, stdout } = run('verify', fileWith('moved.json', moved), article);
  expect(stdout).toContain(
    'source.dateWords "Tuesday night": ¶ -: found 2030-05-06, a Monday, expected a date that the words can mean',
  );
  expect(status).toBe(1);
});

test('a dataset is shown beside its own text', () => {
  const { status, stdout } = run('review', dataset, article);
  expect(stdout).toContain('bridges-closed  [on-record, Ada Quill; 2030-05-08; volatile]');
  expect(stdout).toContain('¶ 3, words 1-8: “This is a narrow path,” Quill told reporters.');
  expect(status).toBe(0);
});

describe('dataset:verify says what is wrong', () => {
  test.each([
    ['without a text', [], 'The file with the source’s text is missing.'],
    ['with a text that is not there', ['/nowhere.txt'], '/nowhere.txt cannot be read: ENOENT'],
    ['with an empty text', [fileWith('empty.txt', ' \n')], 'empty.txt is empty.'],
    ['with a dataset alone', [dataset], 'The file with the source’s text is missing.'],
    ['with two datasets', [dataset, dataset], 'Both files look like datasets.'],
    ['when it has no file to write to', [article, '--write'], 'name its file, then the article'],
    [
      'with a dataset that is not there',
      ['/nowhere.json', article],
      '/nowhere.json cannot be read',
    ],
    [
      'with a dataset that is no JSON',
      [article, article],
      'bridges.txt is not a valid dataset:\n  (the whole file): found "The", expected JSON',
    ],
    [
      'with a dataset that is none',
      [fileWith('none.json', '{"schemaVersion": 2}'), article],
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

test('the order of dataset and text does not matter', () => {
  expect(run('verify', article, dataset).stdout).toBe(run('verify', dataset, article).stdout);
});

/** A dataset as dataset:new writes it, and its text. */
function begun(name: string, ...options: string[]) {
  const text = fileWith(`${name}.txt`, readFileSync(article, 'utf8'));
  const file = join(folder, `${name}.json`);
  const result = run('new', text, '--out', file, ...options);
  return { text, file, notes: `${file}.notes.txt`, ...result };
}
interface Begun {
  id: string;
  title: string;
  maker: { name: string };
  licence: string;
  source: { date: { basis: string }; leftOut: { paragraph: number; reason: string }[] };
  entities: { id: string; summary: string; role: { text: string } }[];
  facts: { id: string; statement: string; evidence: object[] }[];
}
const readDataset = (file: string): Begun => JSON.parse(readFileSync(file, 'utf8')) as Begun;

describe('dataset:new', () => {
  test('goes from a text to a dataset that can be added, with statements alone to write', () => {
    const { text, file, notes, status } = begun(
      'first',
      ...['--date', '2030-05-08', '--basis', 'It speaks of “Wednesday”, which was on 8 May 2030.'],
      ...['--maker', 'Somebody', '--licence=CC0-1.0'],
    );
    expect(status).toBe(0);
    expect(readFileSync(notes, 'utf8')).toContain('15 Mayor  16 Bo  17 Tarn  18 opposed  19 it.');

    const checked = run('check', file);
    expect(checked.stdout).toMatch(/facts\[0\]\.statement: found “TODO: say in your own words/);
    expect(checked.status).toBe(1);

    const draft = readDataset(file);
    draft.title = 'Bridges';
    draft.facts = draft.facts.map((fact) => {
      if (fact.id === 'p1-1') {
        const statement = 'Quill said on Wednesday that two bridges in Lindmark would be closed.';
        return { ...fact, statement };
      }
      if (fact.id !== 'p3-1') return fact;
      const evidence = [{ paragraph: 3, text: '"This is a narrow path," Quill told reporters' }];
      return { ...fact, statement: 'Quill called it “a narrow path”.', evidence };
    });
    for (const entity of draft.entities) {
      if (entity.id === 'ada-quill') entity.summary = 'Quill spoke about bridges.';
    }
    writeFileSync(file, JSON.stringify(draft));
    const tidied = run('verify', file, text, '--tidy', '--write');
    expect(tidied.stdout).toContain('took out 6 facts without a statement');
    expect(tidied.stdout).toContain('listed paragraph 2 in source.leftOut: say why');
    expect(tidied.stdout).toContain('wrote facts[1].evidence[0] (p3-1): words 1-8: “This is');
    expect(tidied.stdout).toContain('The file is written.');
    expect(tidied.stdout).toContain('source.leftOut[0].reason: found “TODO');
    expect(tidied.status).toBe(1);

    const written = readDataset(file);
    expect(written.entities.map(({ id }) => id)).toEqual(['ada-quill']);
    for (const entry of written.source.leftOut) entry.reason = 'Not about Quill.';
    writeFileSync(file, JSON.stringify(written));
    const verified = run('verify', file, text);
    expect(verified.stdout).toContain('0 problems in 2 facts');
    expect(verified.status).toBe(0);
    expect(run('check', file).status).toBe(0);
  });

  test('prints both without --out, the dataset alone on the standard output', () => {
    const { stdout, stderr, status } = run('new', article);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 2, id: 'bridges' });
    expect(stderr).toContain('“Tuesday” (¶ 4): the text does not say');
    expect(stderr).toContain('call it again with --date');
    expect(status).toBe(0);
  });

  test('writes where the person is, and calls the dataset as its file', () => {
    vi.stubEnv('INIT_CWD', folder);
    const name = 'river-treaty.backgrounder.json';
    const { stderr, status } = run('new', article, '--out', name, '--date', '2030-05-08');
    vi.unstubAllEnvs();
    expect(readDataset(join(folder, name)).id).toBe('river-treaty');
    expect([stderr, status]).toEqual(['', 0]);
  });

  test('writes over nothing', () => {
    const { text, file } = begun('kept');
    writeFileSync(file, 'My work.');
    const again = run('new', text, '--out', file);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('kept.json is there already, and nothing is written over.');
    expect(readFileSync(file, 'utf8')).toBe('My work.');
  });

  test.each([
    ['without an article', [], 'The file with the article’s text is missing.'],
    ['with two', [article, article], 'One article, not 2.'],
    ['with an empty one', [fileWith('empty.txt', ' \n')], 'empty.txt is empty.'],
    ['with a page', [fileWith('page.html', '<p>Text')], 'page.html is not plain text.'],
    ['with bytes', [fileWith('bytes.txt', 'a\0b')], 'bytes.txt is not text in UTF-8.'],
    ['with 30 February', [article, '--date', '2030-02-30'], '--date 2030-02-30: a date that'],
    ['with a language', [article, '--language', 'English'], '--language English: a code of two'],
    ['with an option without its value', [article, '--out'], '--out needs a value behind it.'],
  ])('says what is wrong %s', (_, args, message) => {
    const { status, stdout, stderr } = run('new', ...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('dataset:verify --write', () => {
  const changed = (name: string, change: (facts: Begun['facts']) => void): string => {
    const copy = readDataset(dataset);
    change(copy.facts);
    return fileWith(name, `${JSON.stringify(copy, null, 2)}\n`);
  };

  test('leaves a dataset as it is that has everything', () => {
    const file = fileWith('whole.json', readFileSync(dataset, 'utf8'));
    expect(run('verify', file, article, '--write').status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(dataset, 'utf8'));
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  test('fills in fingerprints that are not there', () => {
    const file = changed('open.json', (facts) => {
      for (const fact of facts) {
        fact.evidence = fact.evidence.map((part) => ({ ...part, sha256: undefined }));
      }
    });
    expect(run('verify', file, article).status).toBe(2);
    expect(run('verify', file, article, '--write').stdout).toContain('0 problems in 7 facts');
  });

  test.each([
    ['words that are not there', { paragraph: 3, text: 'a wide path' }, 'are not there'],
    ['words that are there twice', { paragraph: 2, text: 'the' }, 'are more than once'],
    ['a range beyond the end', { paragraph: 3, words: [9, 30] }, 'from 1 to 12'],
    ['no range', { paragraph: 3 }, '"words" is missing'],
    ['a paragraph that is not there', { paragraph: 9, words: [1, 2] }, 'paragraph 9 is not in'],
  ])('names %s', (_, evidence, message) => {
    const file = changed('wrong.json', ([, , fact]) => {
      if (fact) fact.evidence = [evidence];
    });
    const { stdout } = run('verify', file, article, '--write');
    expect(stdout).toContain(`could not write facts[2].evidence[0] (narrow-path)`);
    expect(stdout).toContain(message);
    expect(readDataset(file).facts[2]?.evidence).toEqual([evidence]);
  });

  test('does not write the fingerprints of another text over those of the source', () => {
    const file = fileWith('same.json', readFileSync(dataset, 'utf8'));
    const other = fileWith('other.txt', readFileSync(article, 'utf8').replace('fine', 'foul'));
    const { stdout, status } = run('verify', file, other, '--write');
    expect(stdout).toContain('could not write source.sha256: this is another text');
    expect(stdout).toContain('narrow-path: ¶ 3: found its evidence is not in this version');
    expect(status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(dataset, 'utf8'));
  });
});

describe('dataset:check', () => {
  test('says what a reader would get', () => {
    const { stdout, status } = run('check', dataset);
    expect(stdout).toContain(
      '“A bridge and its critics”, id bridges, version 1, says it is by The Lindmark Sampler; MIT',
    );
    expect(stdout).toContain('7 facts from: News report, 2030-05-08\nnot signed\n');
    expect(status).toBe(0);
  });

  test.each([
    ['a broken file', '{"schemaVersion": 2,', 'the end of the file'],
    ['a newer format', '{"schemaVersion": 9}', '9'],
    ['the id of the bundled dataset', 'long-range-strikes', 'the program has a dataset of this'],
  ])('refuses %s', (_, content, message) => {
    const text = content.startsWith('{')
      ? content
      : readFileSync(dataset, 'utf8').replace('"id": "bridges"', `"id": "${content}"`);
    const { stdout, status } = run('check', fileWith('refused.json', text));
    expect(stdout).toContain(message);
    expect(stdout).toContain('refused.json would be refused: 1 problem\n');
    expect(status).toBe(1);
  });

  test('warns of a name that pages would not find', () => {
    const text = readFileSync(dataset, 'utf8').replace('"text": "Quill"', '"text": "Quiller"');
    const file = fileWith('unfound.json', text);
    const { stdout } = run('check', file);
    expect(stdout).toContain('pages would not find “Ada Quill” by its full name');
    expect(stdout).toContain(`${file} can be added, with 2 warnings\n`);
  });

  test.each([
    ['without a file', [], 'The file with the dataset is missing.'],
    ['with a file that is not there', ['/nowhere.json'], '/nowhere.json cannot be read'],
    ['with two files', [dataset, dataset], 'One file, not 2.'],
  ])('says what is wrong %s', (_, args, message) => {
    const { status, stderr } = run('check', ...args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});

test('the second made-up report is held against its text, too', () => {
  const later = (end: string): string => article.replace('bridges.txt', `bridges-later.${end}`);
  const { stdout, status } = run('verify', later('json'), later('txt'));
  expect(stdout).toContain('0 problems in 12 facts');
  expect(status).toBe(0);
  expect(run('check', later('json')).status).toBe(0);
});
