/** What becomes of a policy, part by part. policy-cases.ts has the policies and what each must give. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import { ADDON_ID } from '../../../src/cli/addon-id.ts';
import type { Say } from '../../../src/locale/index.ts';
import { sayPolicyNews } from '../../../src/options/policy-words.ts';
import { managedSchema } from '../../../src/policy/managed-schema.ts';
import { readPolicy, readPolicyDatasets } from '../../../src/policy/index.ts';
import {
  DATASET_SIZE_MAX,
  DATASETS_MAX,
  PROBLEMS_MAX,
  readPolicyNews,
  refusedDataset,
  settableFields,
} from '../../../src/policy/policy-parts.ts';
import { DEFAULT_SETTINGS, partsOf, type SettingsPolicy } from '../../../src/settings/index.ts';
import { someSettings } from '../settings/some-settings.ts';
import { POLICY_CASES } from './policy-cases.ts';

const say: Say = (key, ...values) =>
  english[key].message.replace(/\$(\d)/g, (_, at: string) => String(values[Number(at) - 1] ?? ''));

const NOTHING: SettingsPolicy = {
  organisation: '',
  ...{ defaults: {}, locked: {}, sitesOff: [], sitesOn: [] },
};

test.each(POLICY_CASES)('%s', (_, given, counts, sentences) => {
  const { policy, ...news } = readPolicy(given);
  expect(policy).toEqual(counts && { ...NOTHING, ...counts });
  expect(sayPolicyNews(news, say)).toEqual({ lines: sentences, more: 0 });
});

describe('the examples of docs/policy.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/policy.md'), 'utf8');
  const blocks = [...text.matchAll(/```json (\w+)\n([^`]*)```/g)].map(
    ([, browser = '', json = '']) => [browser, json] as const,
  );

  test('are there for both browsers', () => {
    expect(blocks.map(([browser]) => browser)).toEqual(['chromium', 'firefox']);
  });

  test.each(blocks)('can be used as they are: %s', (browser, json) => {
    const whole = partsOf(JSON.parse(json));
    const { '3rdparty': third } = browser === 'firefox' ? partsOf(whole['policies']) : whole;
    const extensions = partsOf(third)[browser === 'firefox' ? 'Extensions' : 'extensions'];
    const [[id, given] = ['', undefined]] = Object.entries(partsOf(extensions));
    if (browser === 'firefox') expect(id).toBe(ADDON_ID);
    const { policy, problems } = readPolicy(given);
    expect(problems).toEqual([]);
    expect(policy?.locked).toEqual({ on: true, siteMode: 'except' });
  });

  test('name each setting that a policy can set', () => {
    const unnamed = settableFields().filter(([name]) => !text.includes(`\`${name}\``));
    expect(unnamed).toEqual([]);
  });
});

describe('whole datasets', () => {
  test.each<[what: string, given: unknown, taken: number, sentences: string[]]>([
    ['none', undefined, 0, []],
    ['two', ['{}', '{"a": 1}'], 2, []],
    ['as many as there may be', Array<string>(DATASETS_MAX).fill('{}'), DATASETS_MAX, []],
    [
      'one that is no text',
      ['{}', { schemaVersion: 2 }],
      1,
      [
        '“datasets[1]” is {…}. “datasets” must be a list of texts, each of them the text of a whole file.',
      ],
    ],
    [
      'a text in the place of a list',
      '{}',
      0,
      [
        '“datasets” is "{}". “datasets” must be a list of texts, each of them the text of a whole file.',
      ],
    ],
    [
      'one of a million entities',
      ['{}', '{"id":"one-of-very-many","name":"A Name"},'.repeat(1_000_000)],
      1,
      [
        `“datasets[1]” has too much text, or is nested too deeply. At most ${DATASET_SIZE_MAX} characters are allowed.`,
      ],
    ],
    [
      'one that is a little too large',
      ['x'.repeat(DATASET_SIZE_MAX + 1)],
      0,
      [
        `“datasets[0]” has too much text, or is nested too deeply. At most ${DATASET_SIZE_MAX} characters are allowed.`,
      ],
    ],
    [
      'a million of them',
      Array<string>(1_000_000).fill('{}'),
      0,
      [`“datasets” has 1000000 entries. A list may have at most ${DATASETS_MAX} entries.`],
    ],
    [
      'more than there is room for together',
      Array<string>(5).fill('x'.repeat(DATASET_SIZE_MAX)),
      4,
      [
        '“datasets[4]” has too much text, or is nested too deeply. At most 20971520 characters are allowed.',
      ],
    ],
  ])('%s', (_, given, taken, sentences) => {
    const { texts, places, ...news } = readPolicyDatasets(given);
    expect(texts).toHaveLength(taken);
    expect(places).toEqual(texts.map((_text, at) => `datasets[${at}]`));
    expect(sayPolicyNews(news, say)).toEqual({ lines: sentences, more: 0 });
  });
});

describe('what is wrong with a policy', () => {
  const PROBLEM = { code: 'list', place: 'sitesOn', setting: 'sitesOn', found: '2001', max: 2000 };

  test('comes back from the storage as it was told', () => {
    const { policy: _, ...news } = readPolicy({ lock: {}, organisation: 7 });
    expect(news.problems).toEqual([
      { code: 'part', place: 'lock', setting: '', found: '', max: 0 },
      { code: 'name', place: 'organisation', setting: '', found: '7', max: 80 },
    ]);
    const dataset = refusedDataset('datasets[1]', 'x'.repeat(400));
    expect(dataset).toEqual({
      ...{ code: 'dataset', place: 'datasets[1]', setting: '', max: 0 },
      found: 'x'.repeat(300),
    });
    for (const stored of [news, { problems: [PROBLEM, dataset], more: 3 }]) {
      expect(readPolicyNews(structuredClone(stored))).toEqual(stored);
    }
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['no list', { problems: PROBLEM, more: 1 }],
    ['one without a place', { problems: [PROBLEM, { ...PROBLEM, place: 7 }], more: 1 }],
    ['one without a setting', { problems: [{ ...PROBLEM, setting: undefined }, PROBLEM], more: 1 }],
    ['one without what was found', { problems: [{ ...PROBLEM, found: null }], more: 1 }],
    ['one without a number', { problems: [{ ...PROBLEM, max: '2000' }], more: 1 }],
    ['one of another kind', { problems: [{ ...PROBLEM, code: 'toString' }], more: 1 }],
  ])('counts as nothing where it is stored as %s', (_, stored) => {
    expect(readPolicyNews(stored)).toEqual({ problems: [], more: 0 });
  });

  test('has no more than is told where the count cannot be read', () => {
    expect(readPolicyNews({ problems: [PROBLEM], more: 'x' })).toEqual({
      problems: [PROBLEM],
      more: 0,
    });
  });
});

test('the first problems are told, and the others are counted', () => {
  const locked = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`wrong${n}`, 1]));
  const { problems, more } = readPolicy({ locked });
  expect([problems.length, more]).toEqual([PROBLEMS_MAX, 50 - PROBLEMS_MAX]);
});

test('each setting of the table but a moment can be locked and preset, with each valid value', () => {
  fc.assert(
    fc.property(someSettings, ({ pausedUntil: _, ...settable }) => {
      const { policy, problems } = readPolicy({ locked: settable, defaults: settable });
      expect(problems).toEqual([]);
      expect(policy?.locked).toEqual(settable);
      expect(policy?.defaults).toEqual(settable);
    }),
  );
});

describe('the schema for Chromium', () => {
  const { type: whole, properties = {} } = managedSchema();

  test.each(['locked', 'defaults'])(
    'has in “%s” each setting that can be set, with its type',
    (part) => {
      const types = Object.entries(properties[part]?.properties ?? {}).map(([name, { type }]) => [
        name,
        type,
      ]);
      const values: Record<string, unknown> = DEFAULT_SETTINGS;
      const typeOf = (value: unknown) =>
        Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value;
      expect(types).toEqual(settableFields().map(([name]) => [name, typeOf(values[name])]));
    },
  );

  test('says in words what each part and each setting may hold', () => {
    const { locked, defaults, ...others } = properties;
    for (const part of [locked, defaults, ...Object.values(others)]) {
      expect(part?.description).toMatch(/\w/);
    }
    expect([locked?.title, defaults?.title, others['organisation']?.title]).not.toContain('');
    for (const [name, field] of settableFields()) {
      const { description = '', items } = locked?.properties?.[name] ?? {};
      if (field.kind === 'number') expect(description).toContain(`to ${field.max}.`);
      if (field.kind === 'choice') {
        expect(description).toContain(
          field.values.map((value) => JSON.stringify(value)).join(', '),
        );
      }
      if (field.kind === 'names' || field.kind === 'rules' || field.kind === 'mentions') {
        expect(description).toMatch(field.kind === 'names' ? /^Ids/ : /\w/);
        expect(items?.type).toBe(field.kind === 'mentions' ? 'object' : 'string');
      }
      const inner = Object.entries(items?.properties ?? {}).map(([part, { type }]) => [part, type]);
      const parts = ['site', 'entity', 'surface'].map((part) => [part, 'string']);
      expect(inner).toEqual(field.kind === 'mentions' ? parts : []);
    }
  });

  test('has all parts of a policy, and nothing beside types that Chromium knows', () => {
    expect(whole).toBe('object');
    const parts = Object.entries(properties).map(([part, { type }]) => [part, type]);
    expect(Object.fromEntries(parts)).toEqual({
      organisation: 'string',
      ...{ locked: 'object', defaults: 'object' },
      ...{ sitesOff: 'array', sitesOn: 'array', datasets: 'array' },
    });
    const types = [...JSON.stringify(managedSchema()).matchAll(/"type":"(\w+)"/g)];
    const known = ['array', 'boolean', 'integer', 'object', 'string'];
    expect([...new Set(types.map(([, type]) => type))].sort()).toEqual(known);
  });
});
