/** How stored records are read: by pages, and by those who write. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  settingsInPage,
  UNREADABLE_SETTINGS,
  type Settings,
} from '../../../src/settings/index.ts';
import { readRecord, recordOf } from '../../../src/settings/record.ts';
import { someSettings } from './some-settings.ts';

const NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

test('no stored record means the defaults', () => {
  expect(settingsInPage(undefined)).toEqual(DEFAULT_SETTINGS);
  expect(readRecord(undefined)).toEqual({ state: 'whole', settings: DEFAULT_SETTINGS });
});

test('settings come back as they were written, whatever the order of their names', () => {
  fc.assert(
    fc.property(someSettings, (settings) => {
      const turned = Object.fromEntries(Object.entries(settings).reverse());
      const record = { ...recordOf(settings), settings: turned };
      expect(settingsInPage(record)).toEqual(settings);
      expect(readRecord(record)).toEqual({ state: 'whole', settings });
    }),
  );
});

test('any fields may be missing, and take their defaults', () => {
  fc.assert(
    fc.property(someSettings, fc.subarray(NAMES), (settings, missing) => {
      const left = Object.entries(settings).filter(([name]) => !missing.some((n) => n === name));
      const record = { version: 1, settings: Object.fromEntries(left) };
      const expected = { ...settings };
      for (const name of missing) Object.assign(expected, { [name]: DEFAULT_SETTINGS[name] });
      expect(settingsInPage(record)).toEqual(expected);
      expect(readRecord(record)).toEqual({ state: 'whole', settings: expected });
    }),
  );
});

test('any unknown fields are kept, whatever their names', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom('constructor', 'toString', 'check', 'length', 'kind'),
  );
  fc.assert(
    fc.property(
      someSettings,
      fc.dictionary(
        name.filter((each) => each !== '__proto__'),
        fc.jsonValue(),
      ),
      (settings, more) => {
        const record = JSON.parse(
          JSON.stringify({ version: 1, settings: { ...more, ...settings } }),
        ) as { settings: Settings };
        expect(settingsInPage(record)).toEqual(record.settings);
        expect(readRecord(record)).toEqual({ state: 'whole', settings: record.settings });
      },
    ),
  );
});

test('other parts of the record do not matter', () => {
  const record = { ...recordOf(DEFAULT_SETTINGS), check: 'abc', writtenBy: '0.1.0' };
  expect(settingsInPage(record)).toEqual(DEFAULT_SETTINGS);
  expect(readRecord(record).state).toBe('whole');
});

/** Values that one of the settings may not hold. */
const WRONG: [keyof Settings, unknown][] = [
  ['on', 1],
  ['on', null],
  ['pausedUntil', -1],
  ['pausedUntil', 1.5],
  ['entitiesOff', 'david-lammy'],
  ['castOn', [7]],
  ['highlightStyle', 'neon'],
  ['dwellMs', 2001],
  ['dwellMs', '500'],
  ['leaveMs', 99.5],
  ['openKey', 'toString'],
  ['siteMode', 'nowhere'],
  ['sitesOff', ['a.example', 'not a rule']],
  ['sitesOff', ['https://a.example']],
  ['sitesOff', ['A.example']],
  ['sitesOff', [null]],
  ['sitesOn', ['a.example/news']],
  ['sitesOn', { 0: 'a.example' }],
  ['textSize', '100'],
  ['dismissedMentions', [{ site: 'a.example', entity: 'x' }]],
  ['dismissedMentions', [['a.example', 'x', 'y']]],
];

describe.each(WRONG)('where %s is %j', (name, value) => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    theme: 'dark',
    sitesOff: ['b.example'],
    [name]: value,
  };
  const record = recordOf(settings);

  test('a page does nothing', () => {
    expect(settingsInPage(record)).toBe(UNREADABLE_SETTINGS);
  });

  test('the rest is used, but nothing is switched on', () => {
    const read = readRecord(record);
    expect(read).toMatchObject({ state: 'broken', settings: { on: false, theme: 'dark' } });
    if (name !== 'sitesOff') expect(read.settings.sitesOff).toEqual(['b.example']);
  });
});

test('the readable entries of a damaged list are used', () => {
  const sitesOff = ['b.example', 'not a rule', 7, 'a.example/x/*'];
  const record = recordOf({ ...DEFAULT_SETTINGS, sitesOff: sitesOff as string[] });
  expect(readRecord(record).settings.sitesOff).toEqual(['a.example/x/*', 'b.example']);
});

test.each([
  ['sitesOff', 'example.org.', 'example.org'],
  ['sitesOn', 'example.org/a/../b*', 'example.org/b*'],
])('a rule in %s as it is never stored counts as damage, and is kept', (field, stored, kept) => {
  const record = recordOf({ ...DEFAULT_SETTINGS, [field]: ['a.example', stored] });
  const { state, settings } = readRecord(record);
  expect(state).toBe('broken');
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, on: false, [field]: ['a.example', kept] });
});

describe('a record of another version', () => {
  const settings = { ...DEFAULT_SETTINGS, sitesOff: ['a.example'], theme: 'dark' as const };
  test.each<[string, unknown, 'newer' | 'broken']>([
    ['a later one', { version: 2, settings }, 'newer'],
    ['one of a development build, with its check', { version: 2, settings, check: 'x' }, 'newer'],
    ['a much later one of another shape', { version: 99, everything: 'else' }, 'newer'],
    ['version 0', { version: 0, settings }, 'broken'],
    ['half a version', { version: 1.5, settings }, 'broken'],
    ['a version in words', { version: '1', settings }, 'broken'],
    ['no version', { settings }, 'broken'],
    ['settings without a record', settings, 'broken'],
    [
      'a rule in another form',
      { version: 1, settings: { ...settings, sitesOff: ['Example.org'] } },
      'broken',
    ],
    ['settings that are a list', { version: 1, settings: [settings] }, 'broken'],
    ['text', 'garbage', 'broken'],
    ['nothing', null, 'broken'],
  ])('%s comes on nowhere', (_, stored, state) => {
    expect(settingsInPage(stored)).toBe(UNREADABLE_SETTINGS);
    expect(readRecord(stored)).toMatchObject({ state, settings: { on: false } });
  });

  test('the known fields of a later version are used', () => {
    expect(readRecord({ version: 2, settings: { ...settings, dwellMs: 'soon' } }).settings).toEqual(
      { ...settings, on: false },
    );
  });
});
