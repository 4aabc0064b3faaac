import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  MARKINGS,
  OPEN_KEYS,
  DWELL_MAX_MS,
  HIGHLIGHT_STYLES,
  SETTINGS_KEY,
  SETTINGS_VERSION,
  switchSite,
  type Settings,
} from '../../../src/settings/index.ts';
import { createSettingsStore, type SettingsState } from '../../../src/settings/store.ts';
import { createLock, createMemoryArea } from './memory-area.ts';

const NOW = 1_795_372_800_000;
const ASIDE = `settings-aside-${NOW}`;

function open(stored: Record<string, unknown> = {}, area = createMemoryArea(stored)) {
  return { area, store: createSettingsStore({ area, lock: createLock(), now: () => NOW }) };
}

const someSettings: fc.Arbitrary<Settings> = fc.record({
  on: fc.boolean(),
  notThis: fc.array(fc.record({ site: fc.string(), entity: fc.string(), surface: fc.string() })),
  openKey: fc.constantFrom(...OPEN_KEYS),
  marking: fc.constantFrom(...MARKINGS),
  entitiesOff: fc.array(fc.string()),
  castOn: fc.array(fc.string()),
  sitesOff: fc.array(fc.domain()),
  highlightStyle: fc.constantFrom(...HIGHLIGHT_STYLES),
  dwellMs: fc.integer({ min: 0, max: DWELL_MAX_MS }),
});

describe('reading', () => {
  test('an empty area gives the defaults and writes nothing', async () => {
    const { area, store } = open();
    expect(await store.read()).toEqual({ settings: DEFAULT_SETTINGS, aside: [] });
    expect(area.writes).toBe(0);
  });

  const whole = { version: 1, settings: DEFAULT_SETTINGS };
  test.each([
    ['a record of a later version', { ...whole, version: 2 }, 'newer'],
    ['a later version of another shape', { version: 7, everything: 'else' }, 'newer'],
    ['text', 'garbage', 'broken'],
    ['null', null, 'broken'],
    ['a list', [1, 2], 'broken'],
    ['a record without a version', DEFAULT_SETTINGS, 'broken'],
    ['an unknown field', { version: 1, settings: { ...DEFAULT_SETTINGS, more: 1 } }, 'broken'],
    [
      'an unknown style',
      { version: 1, settings: { ...DEFAULT_SETTINGS, highlightStyle: 'neon' } },
      'broken',
    ],
    [
      'a dwell that is out of bounds',
      { version: 1, settings: { ...DEFAULT_SETTINGS, dwellMs: -1 } },
      'broken',
    ],
  ])('%s is kept aside once, and the defaults are used', async (_, stored, reason) => {
    const { area, store } = open({ [SETTINGS_KEY]: stored });
    const expected: SettingsState = {
      settings: DEFAULT_SETTINGS,
      aside: [{ key: ASIDE, at: NOW, reason: reason as 'newer', original: stored }],
    };
    expect(await store.read()).toEqual(expected);
    expect(await store.read()).toEqual(expected);
    expect(area.writes).toBe(1);
  });

  test('what is set aside never takes the place of what was set aside before', async () => {
    const { area, store } = open({ [SETTINGS_KEY]: 'first' });
    await store.read();
    await area.set({ [SETTINGS_KEY]: 'second' });
    const { aside } = await store.read();
    expect(aside.map(({ original }) => original)).toEqual(['first', 'second']);
  });

  test('a record aside that was damaged itself is still shown', async () => {
    const { store } = open({ [ASIDE]: 'half a record' });
    expect((await store.read()).aside).toEqual([
      { key: ASIDE, at: NOW, reason: 'broken', original: 'half a record' },
    ]);
  });

  test('any JSON is read without an error and none of it is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (stored) => {
        const text = JSON.stringify(stored);
        const { area, store } = open({ [SETTINGS_KEY]: stored });
        const { settings, aside } = await store.read();
        const kept = [...aside.map(({ original }) => original), await area.get(SETTINGS_KEY)];
        expect(kept.map((value) => JSON.stringify(value))).toContain(text);
        expect(settings).toEqual(DEFAULT_SETTINGS);
      }),
    );
  });
});

describe('changing', () => {
  test('any valid settings come back as they were stored', async () => {
    await fc.assert(
      fc.asyncProperty(someSettings, async (settings) => {
        const { area, store } = open();
        await store.change(() => settings);
        const later = open({}, area);
        expect(await later.store.read()).toEqual({ settings, aside: [] });
      }),
    );
  });

  test('changes at the same time are applied one after the other', async () => {
    const { area, store } = open();
    const sites = ['a.example', 'b.example', 'c.example'];
    await Promise.all(sites.map((site) => store.change((now) => switchSite(now, site, false))));
    expect((await store.read()).settings.sitesOff).toEqual(sites);
    expect(area.writes).toBe(3);
  });

  test('a change over garbage keeps the garbage', async () => {
    const { store } = open({ [SETTINGS_KEY]: { version: 99, precious: true } });
    await store.change((settings) => ({ ...settings, dwellMs: 0 }));
    const { settings, aside } = await store.read();
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, dwellMs: 0 });
    expect(aside[0]?.original).toEqual({ version: 99, precious: true });
  });

  test('an invalid change is refused and does not hold up the next', async () => {
    const { area, store } = open();
    await expect(store.change((now) => ({ ...now, dwellMs: NaN }))).rejects.toThrow();
    expect(area.writes).toBe(0);
    await store.change((now) => ({ ...now, dwellMs: 1 }));
    expect(await area.get(SETTINGS_KEY)).toEqual({
      version: SETTINGS_VERSION,
      settings: { ...DEFAULT_SETTINGS, dwellMs: 1 },
    });
  });

  test('discarding removes only what was set aside', async () => {
    const { area, store } = open({ [SETTINGS_KEY]: 'garbage', other: 1 });
    await store.read();
    await store.discard('other');
    await store.discard(ASIDE);
    expect(Object.keys(area.contents()).sort()).toEqual(['other', SETTINGS_KEY].sort());
    expect((await store.read()).aside).toEqual([]);
  });
});

describe('following', () => {
  test('tells of changes by another page until the signal ends it', async () => {
    const { area, store } = open();
    const other = open({}, area).store;
    const life = new AbortController();
    const seen: number[] = [];
    store.subscribe(({ settings }) => seen.push(settings.dwellMs), life.signal);
    await other.change((now) => ({ ...now, dwellMs: 1 }));
    await store.read();
    life.abort();
    await other.change((now) => ({ ...now, dwellMs: 2 }));
    await store.read();
    expect(seen).toEqual([1]);
  });
});
