import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  FIELDS,
  LIST_MAX,
  patched,
  type Settings,
} from '../../../src/settings/index.ts';
import {
  exportSettings,
  FILE_MAX_BYTES,
  importSettings,
  UNKNOWN_MAX,
  type ImportProblem,
} from '../../../src/settings/transfer.ts';
import { workOf } from '../json/work.ts';
import { WORST_CASES } from '../json/worst-cases.ts';
import { someSettings } from './some-settings.ts';

const withSites: Settings = {
  ...DEFAULT_SETTINGS,
  siteMode: 'only',
  sitesOff: ['off.example'],
  sitesOn: ['on.example'],
  dismissedMentions: [{ site: 'not.example', entity: 'storm-shadow', surface: 'Storm' }],
};

describe('a file', () => {
  test('comes back as it was written, byte by byte, also with other settings in place', () => {
    fc.assert(
      fc.property(someSettings, someSettings, fc.boolean(), (settings, others, sites) => {
        const text = exportSettings(settings, { sites });
        const imported = importSettings(new TextEncoder().encode(text), others);
        if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
        const now = imported.apply(others);
        expect(exportSettings(now, { sites })).toBe(text);
        expect(now.pausedUntil).toBe(others.pausedUntil);
        const all = Object.fromEntries(imported.changes.map(({ name, change }) => [name, change]));
        expect(patched(others, all)).toEqual(now);
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
    expect(imported).toMatchObject({ ok: true, changes: [] });
    expect(imported.ok && imported.apply(withSites)).toEqual(withSites);
  });

  test('has the sites if asked, and nothing of the moment', () => {
    const text = exportSettings({ ...withSites, pausedUntil: 1 }, { sites: true });
    const imported = importSettings(text, DEFAULT_SETTINGS);
    expect(imported.ok && imported.apply(DEFAULT_SETTINGS)).toEqual(withSites);
  });

  test.each([
    ['a host', { later: 'a.example' }, false],
    ['an address inside of it', { later: [{ of: ['file:'] }] }, false],
    ['a path', { later: 'news/x' }, false],
    ['a name with a dot', { 'a.example': 1 }, false],
    ['a name with a dot inside of it', { later: { 'a.example': true } }, false],
    ['words and numbers', { later: ['word', 1.5, null, { more: true }] }, true],
    ['the name of a thing that every object has', { constructor: 'word' }, true],
  ])('of a later version keeps %s only if that names no site, or if asked', (_, more, isKept) => {
    const settings = { ...DEFAULT_SETTINGS, ...more };
    const [name = ''] = Object.keys(more);
    const fieldsOf = (sites: boolean): unknown =>
      (JSON.parse(exportSettings(settings, { sites })) as { settings: unknown }).settings;
    expect(Object.hasOwn(fieldsOf(false) as object, name)).toBe(isKept);
    expect(fieldsOf(true)).toMatchObject(more);
  });

  test('may have some settings that are not known, and be as large as is read', () => {
    const more = Object.fromEntries(
      Array.from({ length: UNKNOWN_MAX }, (_, n) => [`later${n}`, n]),
    );
    const text = exportSettings({ ...withSites, ...more }, { sites: true });
    const largest = text + ' '.repeat(FILE_MAX_BYTES - text.length);
    expect(importSettings(largest, DEFAULT_SETTINGS)).toMatchObject({ ok: true });
  });

  test('is previewed as what it changes, and keeps what was changed meanwhile', () => {
    const text = exportSettings(
      { ...DEFAULT_SETTINGS, theme: 'dark', castOn: ['a', 'b'] },
      { sites: false },
    );
    const imported = importSettings(text, { ...DEFAULT_SETTINGS, castOn: ['b', 'c'] });
    if (!imported.ok) throw new Error('Refused.');
    expect(imported.kept).toEqual([]);
    expect(imported.changes).toEqual([
      { name: 'castOn', field: FIELDS.castOn, change: { added: ['a'], removed: ['c'] } },
      { name: 'theme', field: FIELDS.theme, change: { before: 'auto', after: 'dark' } },
    ]);
    expect(imported.apply(withSites)).toEqual({
      ...withSites,
      theme: 'dark',
      castOn: ['a', 'b'],
    });
  });

  test('with every list full of ordinary entries is small enough to be imported again', () => {
    const list = (entry: (n: number) => string) =>
      Array.from({ length: LIST_MAX }, (_, n) => entry(n));
    const full: Settings = {
      ...DEFAULT_SETTINGS,
      sitesOff: list((n) => `www.news-site-${n}.example`),
      sitesOn: list((n) => `news-site-${n}.example/world/*`),
      castOn: list((n) => `some-entity-${n}`),
      entitiesOff: list((n) => `some-entity-${n}`),
      dismissedMentions: list(String).map((n) => ({
        ...{ site: `news-${n}.example`, entity: 'antony-blinken', surface: 'Blinken' },
      })),
    };
    const text = exportSettings(full, { sites: true });
    expect(text.length).toBeLessThan(FILE_MAX_BYTES);
    expect(importSettings(text, DEFAULT_SETTINGS)).toMatchObject({ ok: true });
  });
});

const file = (settings: string, version = '1', kind = '"backgrounder-settings"') =>
  `{\n  "kind": ${kind},\n  "version": ${version},\n  "settings": ${settings}\n}\n`;

describe('a file is refused whole', () => {
  test.each<[string, string, Partial<ImportProblem>]>([
    [
      'no JSON',
      'hello',
      { code: 'syntax', name: '', position: { line: 1, column: 1 }, found: 'hello' },
    ],
    ['an empty file', '', { code: 'end', position: { line: 1, column: 1 } }],
    ['another file', '{"kind": "other"}', { code: 'kind', name: 'kind', found: '"other"' }],
    ['a file that says nothing of itself', '{}', { code: 'kind', found: '' }],
    ['a list', '[]', { code: 'kind', found: '[]' }],
    ['null', 'null', { code: 'kind', found: 'null' }],
    [
      'no version',
      '{"kind": "backgrounder-settings"}',
      { code: 'version', name: 'version', found: '' },
    ],
    ['a version in words', file('{}', '"1"'), { code: 'version', found: '"1"' }],
    [
      'a later version',
      file('{}', '3'),
      { code: 'newer', found: '3', position: { line: 3, column: 14 } },
    ],
    ['settings that are none', file('7'), { code: 'shape', name: 'settings', found: '7' }],
    [
      'no settings',
      '{"kind": "backgrounder-settings", "version": 1}',
      { code: 'shape', found: '' },
    ],
    [
      'a setting beside the settings',
      '{"kind": "backgrounder-settings", "version": 1,\n"theme": "dark", "settings": {}}',
      { code: 'outside', name: 'theme', position: { line: 2, column: 10 } },
    ],
    [
      'a wrong number',
      file('{\n"dwellMs": 5000}'),
      { code: 'value', name: 'dwellMs', found: '5000', position: { line: 5, column: 12 } },
    ],
    [
      'a list in the place of a word',
      file('{"theme": ["dark"]}'),
      { code: 'value', found: '["dark"]' },
    ],
    ['a wrong choice', file('{"theme": "pink"}'), { code: 'value', found: '"pink"' }],
    ['a wrong size', file('{"textSize": 101}'), { code: 'value', found: '101' }],
    ['a wrong switch', file('{"on": "yes"}'), { code: 'value', found: '"yes"' }],
    ['a list that is none', file('{"castOn": "a"}'), { code: 'value', found: '"a"' }],
    [
      'a rule that is none',
      file('{"sitesOff": ["a.example",\n"not a rule"]}'),
      {
        code: 'entry',
        name: 'sitesOff',
        found: '"not a rule"',
        position: { line: 5, column: 1 },
      },
    ],
    ['a rule that is a number', file('{"sitesOff": [7]}'), { code: 'entry', found: '7' }],
    [
      'half of a mention',
      file('{"dismissedMentions": [{"site": "a", "surface": "b"}]}'),
      { code: 'entry', name: 'dismissedMentions', position: { line: 4, column: 38 } },
    ],
    ['many levels', file('['.repeat(100_000)), { code: 'deep' }],
    ['a name twice', file('{"on": true, "on": false}'), { code: 'repeated', found: 'on' }],
    ['a reserved name', file('{"__proto__": {}}'), { code: 'reserved', found: '__proto__' }],
    [
      'a long wrong value',
      file(`{"theme": "${'x'.repeat(90)}\u202e"}`),
      { found: `"${'x'.repeat(38)}…` },
    ],
    [
      'a wrong value that can just be shown',
      file(`{"theme": "${'x'.repeat(38)}"}`),
      { found: `"${'x'.repeat(38)}"` },
    ],
    ['hidden characters', file('{"theme": "a\u202eb"}'), { found: '"a\\u{202e}b"' }],
    [
      'a list that is too long',
      file(`{"sitesOff": [${Array.from({ length: LIST_MAX + 1 }, () => '"a"').join()}]}`),
      {
        ...{ code: 'list', name: 'sitesOff', found: String(LIST_MAX + 1) },
        position: { line: 4, column: 28 },
      },
    ],
    [
      'an unknown list that is too long',
      file(`{"more": [${Array.from({ length: LIST_MAX + 1 }, () => '0').join()}]}`),
      { code: 'list', name: 'more' },
    ],
    [
      'too many unknown settings',
      file(`{${Array.from({ length: UNKNOWN_MAX + 1 }, (_, n) => `"f${n}": 0`).join()}}`),
      {
        ...{ code: 'unknown', name: '', found: String(UNKNOWN_MAX + 1) },
        position: { line: 4, column: 15 },
      },
    ],
    [
      'a large file, counted in bytes',
      `${file('{}')}${'й'.repeat(FILE_MAX_BYTES / 2)}`,
      { code: 'size', name: '' },
    ],
  ])('%s', (_, text, problem) => {
    expect(importSettings(text, DEFAULT_SETTINGS)).toMatchObject({
      ok: false,
      problems: [problem],
      more: 0,
    });
  });

  test('with every problem, in the order of the file, the first twenty of them reported', () => {
    const rules = Array.from({ length: 30 }, () => '"not a rule"').join();
    const imported = importSettings(file(`{"sitesOff": [${rules}],\n"on": 1}`), DEFAULT_SETTINGS);
    if (imported.ok) throw new Error('Taken.');
    expect(imported.problems.map(({ code }) => code)).toEqual(Array(20).fill('entry'));
    expect(imported.more).toBe(11);
    const columns = imported.problems.map(({ position }) => position?.column ?? 0);
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
  });

  test('with one problem for an entry, however much is wrong with it', () => {
    const imported = importSettings(
      file('{"dismissedMentions": [{"site": 1}, 7]}'),
      DEFAULT_SETTINGS,
    );
    expect(imported).toMatchObject({ ok: false, problems: { length: 2 } });
  });

  test('when its bytes are no text', () => {
    expect(importSettings(Uint8Array.from([0x22, 0xe9, 0x22]), DEFAULT_SETTINGS)).toMatchObject({
      ok: false,
      problems: [{ code: 'encoding', name: '', found: '' }],
    });
  });
});

test('a valid file with one character changed is imported or refused, without an error', () => {
  const text = exportSettings(withSites, { sites: true });
  for (let at = 0; at < text.length; at++) {
    for (const other of ['\0', '"', 'x', '\ud800']) {
      const imported = importSettings(text.slice(0, at) + other + text.slice(at + 1), withSites);
      if (!imported.ok) expect(imported.problems.length).toBeGreaterThan(0);
    }
  }
});

describe('the worst files', () => {
  test.each(Object.entries(WORST_CASES))('%s take work that grows with the length', (_, text) => {
    const work = (length: number): number => {
      const long = text(length);
      return workOf(() => importSettings(long, DEFAULT_SETTINGS));
    };
    // Short lists are looked into, long ones are not: both sizes on the same side.
    for (const length of [8_000, 60_000]) {
      expect(work(2 * length)).toBeLessThan(2.5 * work(length) + 1000);
    }
  });

  test.each(Object.entries(WORST_CASES))('%s of the largest size are dealt with', (_, text) => {
    const imported = importSettings(text(FILE_MAX_BYTES - 200), DEFAULT_SETTINGS);
    if (!imported.ok) expect(imported.problems.length).toBeLessThanOrEqual(20);
  });
});
