/** Records as released and unreleased builds wrote them, and what they mean now. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  settingsInPage,
  SETTINGS_KEY,
  type Settings,
} from '../../../src/settings/index.ts';
import { readRecord, recordOf } from '../../../src/settings/record.ts';
import { COPY_KEY, createSettingsStore } from '../../../src/settings/store.ts';
import { createLock, createMemoryArea } from './memory-area.ts';
import { someSettings } from './some-settings.ts';

const first = {
  entitiesOff: ['david-lammy'],
  castOn: ['joe-biden'],
  highlightStyle: 'tint',
  dwellMs: 200,
  sitesOff: ['a.example', 'file:', '[::1]', '192.0.2.1'],
};
const last = {
  ...first,
  on: false,
  openKey: 'alt',
  marking: 'section',
  notThis: [{ site: 'a.example', entity: 'storm-shadow', surface: 'Storm' }],
};
const inOrder = { sitesOff: [...first.sitesOff].sort() };

/** What each build wrote, with what it means. */
const RECORDS: [string, unknown, Settings][] = [
  [
    'the first build',
    { version: 1, settings: first },
    { ...DEFAULT_SETTINGS, ...first, ...inOrder } as Settings,
  ],
  [
    'a build with a key and marking',
    { version: 1, settings: { ...first, openKey: 'ctrl', marking: 'first' } },
    { ...DEFAULT_SETTINGS, ...first, ...inOrder, openKey: 'ctrl', marking: 'first' } as Settings,
  ],
  [
    'the last build of version 1',
    { version: 1, settings: last },
    { ...DEFAULT_SETTINGS, ...last, ...inOrder } as Settings,
  ],
  [
    'a dwell between two milliseconds',
    { version: 1, settings: { ...first, dwellMs: 99.5 } },
    { ...DEFAULT_SETTINGS, ...first, ...inOrder, dwellMs: 100 } as Settings,
  ],
];

const open = (area: ReturnType<typeof createMemoryArea>) =>
  createSettingsStore({ area, lock: createLock(), now: () => 7, browser: 'chromium' });

describe.each(RECORDS)('%s', (_, stored, settings) => {
  test('is brought up to date once, and loses nothing', async () => {
    const area = createMemoryArea({ [SETTINGS_KEY]: stored });
    expect(await open(area).read()).toEqual({ settings, aside: [] });
    expect(await area.get(SETTINGS_KEY)).toEqual(recordOf(settings));
    expect(await area.get(COPY_KEY)).toEqual(recordOf(settings));
    await open(area).read();
    expect(area.writes).toBe(1);
  });

  test('means the same in a page before that', () => {
    const { sitesOff, ...others } = settingsInPage(stored);
    expect({ ...others, sitesOff: [...sitesOff].sort() }).toEqual(settings);
  });
});

test('a site of version 1 that is no rule is kept aside with the rest', async () => {
  const stored = { version: 1, settings: { ...first, sitesOff: ['a.example', 'no rule'] } };
  const state = await open(createMemoryArea({ [SETTINGS_KEY]: stored })).read();
  expect(state.settings.sitesOff).toEqual(['a.example']);
  expect(state.aside.map(({ original }) => original)).toEqual([stored]);
});

/** What a build of version 1 does with a record that it does not know. */
async function runVersion1(area: ReturnType<typeof createMemoryArea>, changed: object = {}) {
  const { on, entitiesOff, castOn, highlightStyle, dwellMs, openKey, marking, sitesOff, notThis } =
    DEFAULT_SETTINGS;
  const defaults = {
    on,
    entitiesOff,
    castOn,
    highlightStyle,
    dwellMs,
    openKey,
    marking,
    sitesOff,
    notThis,
  };
  await area.set({
    'settings-aside-3': { reason: 'newer', original: await area.get(SETTINGS_KEY) },
    [SETTINGS_KEY]: { version: 1, settings: { ...defaults, ...changed } },
  });
}

describe('up, down to version 1, and up again', () => {
  test('gives the settings as they were, where nothing was changed below', async () => {
    await fc.assert(
      fc.asyncProperty(someSettings, async (settings) => {
        const area = createMemoryArea({ [SETTINGS_KEY]: recordOf(settings) });
        await runVersion1(area);
        expect(await open(area).read()).toEqual({ settings, aside: [] });
      }),
    );
  });

  test('keeps what was changed below, and the other aside', async () => {
    const stored = recordOf({ ...DEFAULT_SETTINGS, theme: 'dark' });
    const area = createMemoryArea({ [SETTINGS_KEY]: stored });
    await runVersion1(area, { sitesOff: ['b.example'] });
    const state = await open(area).read();
    expect(state.settings).toEqual({ ...DEFAULT_SETTINGS, sitesOff: ['b.example'] });
    expect(state.aside.map(({ original }) => original)).toEqual([stored]);
  });
});

test('of a record from the future, all that is known is used, and all of it kept', async () => {
  const settings = { ...DEFAULT_SETTINGS, sitesOff: ['a.example'], theme: 'dark' as const };
  const { check } = recordOf({ ...settings, more: [1] } as unknown as Settings);
  const stored = { version: 3, settings: { ...settings, more: [1] }, check };
  const area = createMemoryArea({ [SETTINGS_KEY]: stored });
  const state = await open(area).read();
  expect(state.settings).toEqual(settings);
  expect(state.aside).toMatchObject([{ reason: 'newer', original: stored }]);
  // So that the version that wrote it can see whether anything was changed in between.
  expect(await area.get('settings-aside-7')).toMatchObject({ replacement: recordOf(settings) });
});

test('reading any stored value never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      readRecord(stored);
      settingsInPage(stored);
    }),
    { numRuns: 2000 },
  );
});
