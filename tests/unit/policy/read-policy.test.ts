/** What becomes of a policy, part by part. Cases are data: add a policy and what it must give. */
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
  settableFields,
} from '../../../src/policy/policy-parts.ts';
import { DEFAULT_SETTINGS, partsOf, type SettingsPolicy } from '../../../src/settings/index.ts';
import { someSettings } from '../settings/some-settings.ts';

const say: Say = (key, ...values) =>
  english[key].message.replace(/\$(\d)/g, (_, at: string) => String(values[Number(at) - 1] ?? ''));

const NOTHING: SettingsPolicy = {
  organisation: '',
  ...{ defaults: {}, locked: {}, sitesOff: [], sitesOn: [] },
};
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** A policy, what of it counts, and the sentences about the rest. */
const CASES: [what: string, given: unknown, counts: object | undefined, sentences: string[]][] = [
  ['nothing', {}, undefined, []],
  ['no policy at all', undefined, undefined, []],
  ['a text', 'theme', undefined, []],
  ['a name', { organisation: ' The Example Times ' }, { organisation: 'The Example Times' }, []],
  [
    'locked and default values',
    { locked: { theme: 'dark', dwellMs: 0 }, defaults: { textSize: 130 } },
    { locked: { theme: 'dark', dwellMs: 0 }, defaults: { textSize: 130 } },
    [],
  ],
  [
    'rules as people write them',
    { sitesOff: ['https://Intranet.Example.org/', '*.example.org'], sitesOn: ['file:'] },
    { sitesOff: ['*.example.org', 'intranet.example.org'], sitesOn: ['file:'] },
    [],
  ],
  [
    'one wrong value among good ones',
    { locked: { theme: 'drak', on: true } },
    { locked: { on: true } },
    ['“locked.theme” is "drak". It must be one of these: "auto", "light", "dark".'],
  ],
  [
    'a wrong number',
    { defaults: { dwellMs: 9000 } },
    undefined,
    ['“defaults.dwellMs” is 9000. It must be a whole number from 0 to 2000.'],
  ],
  [
    'a text in the place of a switch',
    { locked: { on: 'yes' } },
    undefined,
    ['“locked.on” is "yes". It must be true or false.'],
  ],
  [
    'a rule that is none',
    { sitesOff: ['a.example', 'https://'] },
    { sitesOff: ['a.example'] },
    [
      '“sitesOff[1]” is "https://", which is not a rule. Write rules like "example.org", "*.example.org" or "example.org/news/*".',
    ],
  ],
  [
    'a setting that there is not, and one that no policy can set',
    { locked: { zoom: 1, pausedUntil: 5 } },
    undefined,
    [
      '“locked.zoom” is not a setting that a policy can set. Correct the name, or remove it.',
      '“locked.pausedUntil” is not a setting that a policy can set. Correct the name, or remove it.',
    ],
  ],
  [
    'names that objects have by themselves',
    JSON.parse('{"locked": {"__proto__": {"on": false}, "constructor": 1}}'),
    undefined,
    [
      '“locked.__proto__” is not a setting that a policy can set. Correct the name, or remove it.',
      '“locked.constructor” is not a setting that a policy can set. Correct the name, or remove it.',
    ],
  ],
  [
    'a part that there is not',
    { lock: {} },
    undefined,
    [
      '“lock” is not a part of a policy. The parts are: organisation, defaults, locked, sitesOff, sitesOn, datasets.',
    ],
  ],
  [
    'a list of settings',
    { locked: ['theme'] },
    undefined,
    ['“locked” is […]. It must be a group of settings in braces.'],
  ],
  [
    'a name that turns the text around it',
    { organisation: 'Times\u202e' },
    undefined,
    [
      '“organisation” is "Times\\u{202e}". It must be a name of at most 80 characters that can all be seen.',
    ],
  ],
  [
    'too many rules',
    { sitesOn: Array.from({ length: 2001 }, (_, n) => `s${n}.example`) },
    undefined,
    ['“sitesOn” has 2001 entries. A list may have at most 2000 entries.'],
  ],
  [
    'a text that is longer than a whole policy may be',
    { defaults: { entitiesOff: ['x'.repeat(600_000)] }, locked: { on: true } },
    { locked: { on: true } },
    [
      '“defaults” has too much text, or is nested too deeply. At most 524288 characters are allowed.',
    ],
  ],
  [
    'a list in a list, 100,000 deep',
    { locked: { castOn: JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown } },
    undefined,
    ['“locked” has too much text, or is nested too deeply. At most 524288 characters are allowed.'],
  ],
  [
    'a nested value',
    { locked: { castOn: nested(9) } },
    undefined,
    ['“locked” has too much text, or is nested too deeply. At most 524288 characters are allowed.'],
  ],
];

test.each(CASES)('%s', (_, given, counts, sentences) => {
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
    const { texts, ...news } = readPolicyDatasets(given);
    expect(texts).toHaveLength(taken);
    expect(sayPolicyNews(news, say)).toEqual({ lines: sentences, more: 0 });
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
  const { properties = {} } = managedSchema();

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

  test('has all parts of a policy, and nothing beside types that Chromium knows', () => {
    expect(Object.keys(properties).sort()).toEqual([
      ...['datasets', 'defaults', 'locked', 'organisation', 'sitesOff', 'sitesOn'],
    ]);
    const types = [...JSON.stringify(managedSchema()).matchAll(/"type":"(\w+)"/g)];
    const known = ['array', 'boolean', 'integer', 'object', 'string'];
    expect([...new Set(types.map(([, type]) => type))].sort()).toEqual(known);
  });
});
