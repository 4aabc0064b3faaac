import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/index.ts';
import { parseJson } from '../../../src/settings/json-text.ts';
import { bytesOf } from '../../../src/settings/quota.ts';
import {
  exportSettings,
  FILE_MAX_BYTES,
  importSettings,
  type ImportProblem,
} from '../../../src/settings/transfer.ts';
import { someSettings } from './some-settings.ts';

const withSites: Settings = {
  ...DEFAULT_SETTINGS,
  siteMode: 'only',
  sitesOff: ['off.example'],
  sitesOn: ['on.example'],
  notThis: [{ site: 'not.example', entity: 'storm-shadow', surface: 'Storm' }],
};

describe('a file', () => {
  test('comes back as it was written, byte by byte, also with other settings in place', () => {
    fc.assert(
      fc.property(someSettings, someSettings, fc.boolean(), (settings, others, sites) => {
        const text = exportSettings(settings, { sites });
        const imported = importSettings(new TextEncoder().encode(text), others);
        if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
        expect(exportSettings(imported.settings, { sites })).toBe(text);
        expect(imported.settings.pausedUntil).toBe(others.pausedUntil);
      }),
      { numRuns: 500 },
    );
  });

  test('has its names in order, and ends with a line', () => {
    const text = exportSettings(DEFAULT_SETTINGS, { sites: true });
    const names = [...text.matchAll(/^ {4}"(\w+)"/gm)].map(([, name]) => name);
    expect(names).toEqual([...names].sort());
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('names no host unless asked, and then leaves the rules of its reader alone', () => {
    const text = exportSettings(withSites, { sites: false });
    expect(text).not.toMatch(/example/);
    const imported = importSettings(text, withSites);
    expect(imported).toMatchObject({ ok: true, settings: withSites, changes: [] });
  });

  test('is previewed as what it changes, and keeps what was changed meanwhile', () => {
    const text = exportSettings({ ...DEFAULT_SETTINGS, theme: 'dark' }, { sites: false });
    const imported = importSettings(text, DEFAULT_SETTINGS);
    if (!imported.ok) throw new Error('Refused.');
    expect(imported.changes).toEqual([{ path: 'theme', before: 'auto', after: 'dark' }]);
    expect(imported.apply(withSites)).toEqual({ ...withSites, theme: 'dark' });
  });
});

const file = (settings: string, version = '2', kind = '"backgrounder-settings"') =>
  `{\n  "kind": ${kind},\n  "version": ${version},\n  "settings": ${settings}\n}\n`;

describe('a file is refused whole', () => {
  test.each<[string, string, Partial<ImportProblem>]>([
    ['an empty file', '', { code: 'syntax', line: 1, column: 1, found: '' }],
    ['no JSON', 'hello', { code: 'syntax', line: 1, column: 1, found: 'hello' }],
    [
      'a comma before the end',
      file('{\n    "on": true,\n    "badge": false,\n  }'),
      { code: 'syntax', line: 6, column: 19, found: ',', expected: '}' },
    ],
    [
      'a comma missing',
      file('{\n    "on": true\n    "badge": false\n  }'),
      { code: 'syntax', line: 6, column: 5, found: '"', expected: ', }' },
    ],
    [
      'a comma in a list',
      file('{"sitesOff": ["a.example",]}'),
      { code: 'syntax', line: 4, found: ',', expected: ']' },
    ],
    [
      'a name twice',
      file('{"on": true,\n"on": false}'),
      { code: 'repeated', path: '/settings/on', line: 5, column: 1 },
    ],
    [
      'a reserved name',
      file('{"__proto__": {}}'),
      { code: 'reserved', path: '/settings/__proto__' },
    ],
    ['a reserved name in disguise', file('{"\\u005f_proto__": {}}'), { code: 'reserved' }],
    ['text after the end', `${file('{}')}x`, { code: 'syntax', line: 6, found: 'x', expected: '' }],
    ['a comment', file('{} // mine'), { code: 'syntax', line: 4, found: '/' }],
    ['single quotes', "{'kind': 1}", { code: 'syntax', column: 2, found: "'" }],
    ['a bare name', '{kind: 1}', { code: 'syntax', found: 'kind', expected: '"…"' }],
    ['a line break in text', '{"kind": "a\nb"}', { code: 'syntax', line: 1, column: 10 }],
    ['a number of another kind', file('{"dwellMs": 0x10}'), { code: 'syntax', found: '0x10' }],
    [
      'another file',
      '{"kind": "other"}',
      { code: 'kind', path: '/kind', found: '"other"', expected: '"backgrounder-settings"' },
    ],
    ['a list', '[]', { code: 'kind', path: '', found: '[]' }],
    [
      'a later version',
      file('{}', '3'),
      { code: 'version', path: '/version', line: 3, found: '3', expected: '2' },
    ],
    [
      'settings that are none',
      file('7'),
      { code: 'shape', path: '/settings', line: 4, found: '7' },
    ],
    [
      'an unknown field',
      file('{\n"more": 1}'),
      { code: 'shape', path: '/settings/more', line: 5, found: '1', expected: '' },
    ],
    [
      'a wrong value',
      file('{\n"dwellMs": 5000}'),
      {
        code: 'shape',
        path: '/settings/dwellMs',
        line: 5,
        column: 12,
        found: '5000',
        expected: '0…2000',
      },
    ],
    [
      'a wrong choice',
      file('{"theme": "pink"}'),
      { code: 'shape', found: '"pink"', expected: '"auto" | "light" | "dark"' },
    ],
    [
      'a wrong size',
      file('{"textSize": 101}'),
      { code: 'shape', found: '101', expected: '90 | 100 | 115 | 130 | 150' },
    ],
    [
      'a rule that is none',
      file('{"sitesOff": ["a.example",\n"not a rule"]}'),
      { code: 'rule', path: '/settings/sitesOff/1', line: 5, column: 1, found: '"not a rule"' },
    ],
    [
      'a rule that is a number',
      file('{"sitesOff": [7]}'),
      { code: 'shape', path: '/settings/sitesOff/0', found: '7', expected: '"…"' },
    ],
    [
      'half of a mention',
      file('{"notThis": [{"site": "a", "surface": "b"}]}'),
      { code: 'shape', path: '/settings/notThis/0/entity', found: '' },
    ],
    ['a pause', file('{"pausedUntil": 5}'), { code: 'shape', path: '/settings/pausedUntil' }],
    ['many levels', file('['.repeat(100_000)), { code: 'deep', expected: '≤ 8' }],
    [
      'a long wrong value',
      file(`{"theme": "${'x'.repeat(90)}\u202e"}`),
      { found: `"${'x'.repeat(38)}…` },
    ],
    ['hidden characters', file('{"theme": "a\u202eb"}'), { found: '"a\\u{202e}b"' }],
  ])('%s', (_, text, problem) => {
    expect(importSettings(text, DEFAULT_SETTINGS)).toMatchObject({
      ok: false,
      problems: [problem],
    });
  });

  test('with every problem, the first twenty of them told', () => {
    const rules = Array.from({ length: 30 }, () => '"not a rule"').join();
    const imported = importSettings(file(`{"theme": 1, "sitesOff": [${rules}]}`), DEFAULT_SETTINGS);
    if (imported.ok) throw new Error('Taken.');
    expect(imported.problems).toHaveLength(20);
    expect(imported.more).toBe(11);
  });

  test('when it is too large, before it is read; counted in bytes', () => {
    const text = `${file('{}')}${'й'.repeat(FILE_MAX_BYTES / 2)}`;
    expect(text.length).toBeLessThan(FILE_MAX_BYTES);
    expect(importSettings(text, DEFAULT_SETTINGS)).toMatchObject({
      ok: false,
      problems: [{ code: 'size', line: 0, expected: `≤ ${FILE_MAX_BYTES}` }],
    });
  });
});

describe('the bytes of a file', () => {
  const text = exportSettings({ ...withSites, theme: 'dark' }, { sites: true });
  const utf16 = (big: boolean, mark: boolean) => {
    const marked = (mark ? '\ufeff' : '') + text;
    const units = Array.from({ length: marked.length }, (_, at) => marked.charCodeAt(at));
    return Uint8Array.from(
      units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
    );
  };
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16(false, true)],
    ['UTF-16, big end first', utf16(true, true)],
    ['line ends of Windows', new TextEncoder().encode(text.replaceAll('\n', '\r\n'))],
  ])('are read as %s', (_, bytes) => {
    expect(importSettings(bytes, DEFAULT_SETTINGS)).toMatchObject({
      ok: true,
      settings: { theme: 'dark' },
    });
  });

  test.each([
    ['UTF-16 without its mark', utf16(false, false), 'UTF-16'],
    ['half of UTF-16', utf16(false, true).slice(0, 101), 'UTF-16'],
    ['another encoding', Uint8Array.from([0x22, 0xe9, 0x22]), 'bytes'],
  ])('are refused as %s', (_, bytes, found) => {
    expect(importSettings(bytes, DEFAULT_SETTINGS)).toMatchObject({
      ok: false,
      problems: [{ code: 'encoding', found, expected: 'UTF-8' }],
    });
  });
});

describe('any text', () => {
  test('is read as JSON.parse does, or refused where it throws', () => {
    const nearly = fc.oneof(
      fc.json({ maxDepth: 5 }),
      fc.string(),
      fc
        .tuple(
          fc.json({ maxDepth: 3 }),
          fc.nat(),
          fc.constantFrom(',', '"', '}', '1', 'e', '-', '\\', ' '),
        )
        .map(([json, at, more]) => {
          const cut = at % (json.length + 1);
          return json.slice(0, cut) + more + json.slice(cut);
        }),
    );
    fc.assert(
      fc.property(nearly, (text) => {
        const parsed = parseJson(text, 100);
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          expect(parsed).toHaveProperty(
            'problem.code',
            expect.stringMatching(/syntax|repeated|reserved/),
          );
          return;
        }
        if ('problem' in parsed) expect(parsed.problem.code).toMatch(/repeated|reserved/);
        else expect(parsed.value).toEqual(value);
      }),
      { numRuns: 5000 },
    );
  });

  test('and any bytes are imported or refused, without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' })), (any) => {
        importSettings(any, DEFAULT_SETTINGS);
      }),
      { numRuns: 3000 },
    );
  });

  test('of a valid file with one character changed is imported or refused, without an error', () => {
    const text = exportSettings(withSites, { sites: true });
    for (let at = 0; at < text.length; at++) {
      for (const other of ['\0', '"', 'x', '\ud800']) {
        const imported = importSettings(text.slice(0, at) + other + text.slice(at + 1), withSites);
        if (!imported.ok) expect(imported.problems.length).toBeGreaterThan(0);
      }
    }
  });
});

test.each([
  ['a', 3, 3],
  ['й', 4, 4],
  ['😀', 6, 6],
  ['<', 8, 3],
  ['\u2028', 8, 5],
  ['"\\', 6, 6],
])('%s takes %i bytes in Chromium and %i in Firefox', (value, chromium, firefox) => {
  expect(bytesOf(value, 'chromium')).toBe(chromium);
  expect(bytesOf(value, 'firefox')).toBe(firefox);
});
