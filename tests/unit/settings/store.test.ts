import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  DEFAULT_SETTINGS,
  SETTINGS_KEY,
  SETTINGS_VERSION,
  switchSite,
  unpatched,
  UNREADABLE_SETTINGS,
} from '../../../src/settings/index.ts';
import { recordOf } from '../../../src/settings/record.ts';
import { ROOM_BYTES } from '../../../src/settings/quota.ts';
import {
  COPY_KEY,
  createSettingsStore,
  type SettingsState,
  type StorageArea,
} from '../../../src/settings/store.ts';
import { createLock, createMemoryArea } from './memory-area.ts';
import { someSettings } from './some-settings.ts';

const NOW = 1_795_372_800_000;
const ASIDE = `settings-aside-${NOW}`;

function open(stored: Record<string, unknown> = {}, area: StorageArea = createMemoryArea(stored)) {
  const parts = { area, lock: createLock(), now: () => NOW, browser: 'chromium' } as const;
  return { area: area as ReturnType<typeof createMemoryArea>, store: createSettingsStore(parts) };
}

describe('reading', () => {
  test('an empty area gives the defaults and writes nothing', async () => {
    const { area, store } = open();
    expect(await store.read()).toEqual({ settings: DEFAULT_SETTINGS, aside: [] });
    expect(area.writes).toBe(0);
  });

  const whole = recordOf(DEFAULT_SETTINGS);
  const damaged = { ...whole, settings: { ...DEFAULT_SETTINGS, sitesOff: ['a.example'] } };
  test.each([
    ['a record of a later version', { ...whole, version: 3 }, 'newer', true],
    ['a later version of another shape', { version: 7, everything: 'else' }, 'newer', false],
    ['text', 'garbage', 'broken', false],
    ['null', null, 'broken', false],
    ['a list', [1, 2], 'broken', false],
    ['a record without a version', DEFAULT_SETTINGS, 'broken', false],
    ['an unknown field', recordWith({ more: 1 }), 'broken', true],
    ['an unknown style', recordWith({ highlightStyle: 'neon' }), 'broken', true],
    ['a dwell that is out of bounds', recordWith({ dwellMs: -1 }), 'broken', true],
    ['sites that are no list', recordWith({ sitesOff: 'a.example' }), 'broken', false],
    ['a check of something else', { ...whole, check: '0' }, 'broken', false],
    [
      'a version 1 that is not whole',
      { version: 1, settings: { dwellMs: 'soon' } },
      'broken',
      false,
    ],
  ])(
    '%s is kept aside once; nothing comes on unless all is known of where',
    async (_, stored, reason, on) => {
      const { area, store } = open({ [SETTINGS_KEY]: stored });
      const expected: SettingsState = {
        settings: { ...DEFAULT_SETTINGS, on },
        aside: [{ key: ASIDE, at: NOW, reason: reason as 'newer', original: stored }],
      };
      expect(await store.read()).toEqual(expected);
      expect(await store.read()).toEqual(expected);
      expect(area.writes).toBe(1);
    },
  );

  test('what is left of a damaged record is used, but for what may be wrong of it', async () => {
    const { store } = open({ [SETTINGS_KEY]: damaged });
    const { settings } = await store.read();
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, sitesOff: ['a.example'], on: false });
  });

  test('a damaged record is made good from its copy, and kept', async () => {
    const settings = { ...DEFAULT_SETTINGS, sitesOff: ['b.example'] };
    const { area, store } = open({ [SETTINGS_KEY]: damaged, [COPY_KEY]: recordOf(settings) });
    const state = await store.read();
    expect(state.settings).toEqual(settings);
    expect(state.aside.map(({ original }) => original)).toEqual([damaged]);
    expect(await area.get(SETTINGS_KEY)).toEqual(recordOf(settings));
  });

  test('a record that vanished is made good from its copy', async () => {
    const settings = { ...DEFAULT_SETTINGS, sitesOff: ['b.example'] };
    const { area, store } = open({ [COPY_KEY]: recordOf(settings) });
    expect(await store.read()).toEqual({ settings, aside: [] });
    expect(await area.get(SETTINGS_KEY)).toEqual(recordOf(settings));
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
      fc.asyncProperty(fc.jsonValue(), fc.option(fc.jsonValue()), async (stored, copy) => {
        const { store, area } = open({ [SETTINGS_KEY]: stored, [COPY_KEY]: copy });
        const { settings, aside } = await store.read();
        const kept = aside.map(({ original }) => JSON.stringify(original));
        expect(kept).toContain(JSON.stringify(stored));
        expect(kept).toContain(JSON.stringify(copy));
        expect(settings).toEqual(UNREADABLE_SETTINGS);
        expect(await area.get(SETTINGS_KEY)).toEqual(recordOf(UNREADABLE_SETTINGS));
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

  test('tells how to take it back, whatever came after', async () => {
    const { store } = open();
    const { patch } = await store.change((now) => switchSite(now, 'a.example', false));
    await store.change((now) => ({
      ...switchSite(now, 'b.example', false),
      theme: 'dark' as const,
    }));
    await store.change((now) => unpatched(now, patch));
    expect((await store.read()).settings).toEqual({
      ...DEFAULT_SETTINGS,
      sitesOff: ['b.example'],
      theme: 'dark',
    });
  });

  test('a change of nothing writes nothing', async () => {
    const { area, store } = open();
    await store.change((now) => ({ ...now }));
    expect(area.writes).toBe(0);
  });

  test('a change over garbage keeps the garbage', async () => {
    const { store } = open({ [SETTINGS_KEY]: { version: 99, precious: true } });
    await store.change((settings) => ({ ...settings, dwellMs: 0 }));
    const { settings, aside } = await store.read();
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, on: false, dwellMs: 0 });
    expect(aside[0]?.original).toEqual({ version: 99, precious: true });
  });

  test.each([
    ['a dwell that is no number', { dwellMs: NaN }],
    ['a rule that is none', { sitesOff: ['not a rule'] }],
  ])('%s is refused and does not hold up the next change', async (_, wrong) => {
    const { area, store } = open();
    await expect(store.change((now) => ({ ...now, ...wrong }))).rejects.toThrow();
    expect(area.writes).toBe(0);
    await store.change((now) => ({ ...now, dwellMs: 1 }));
    expect(await area.get(SETTINGS_KEY)).toEqual(recordOf({ ...DEFAULT_SETTINGS, dwellMs: 1 }));
    expect(recordOf(DEFAULT_SETTINGS).version).toBe(SETTINGS_VERSION);
  });

  test('half a pair of characters is stored as browsers store it, and still checks', async () => {
    const { store } = open();
    await store.change((now) => ({ ...now, entitiesOff: ['a\ud800'] }));
    expect(await store.read()).toEqual({
      settings: { ...DEFAULT_SETTINGS, entitiesOff: ['a\ufffd'] },
      aside: [],
    });
  });

  test('discarding removes only what was set aside', async () => {
    const { area, store } = open({ [SETTINGS_KEY]: 'garbage', other: 1 });
    await store.read();
    await store.discard('other');
    await store.discard(ASIDE);
    expect(Object.keys(area.contents()).sort()).toEqual(['other', SETTINGS_KEY, COPY_KEY].sort());
    expect((await store.read()).aside).toEqual([]);
  });
});

describe('room', () => {
  test('what would not fit is refused before it is written, and nothing is lost', async () => {
    const { area, store } = open({ big: '<'.repeat(Math.floor(ROOM_BYTES / 6) - 200) });
    await store.change((now) => switchSite(now, 'a.example', false)).catch(() => undefined);
    const before = area.contents();
    const wide = Array.from({ length: 200 }, (_, at) => `site-${at}.example`);
    await expect(store.change((now) => ({ ...now, sitesOff: wide }))).rejects.toMatchObject({
      reason: 'full',
    });
    expect(area.contents()).toEqual(before);
    expect(await store.usage()).toMatchObject({ aside: 0, most: ROOM_BYTES });
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

describe('storage that fails', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('that never answers is said to be slow, and does not hold up the next task', async () => {
    vi.useFakeTimers();
    const area = createMemoryArea();
    let hangs = true;
    const slow = {
      ...area,
      get: (key: string) => (hangs ? new Promise(() => undefined) : area.get(key)),
    };
    const { store } = open({}, slow);
    const state = store.read();
    const change = expect(store.change((now) => now)).rejects.toMatchObject({ reason: 'slow' });
    await vi.runAllTimersAsync();
    expect(await state).toMatchObject({
      settings: UNREADABLE_SETTINGS,
      problem: { reason: 'slow' },
    });
    await change;
    hangs = false;
    expect(await store.read()).toEqual({ settings: DEFAULT_SETTINGS, aside: [] });
  });

  test('that takes nothing still shows what it has', async () => {
    const area = createMemoryArea({ [SETTINGS_KEY]: recordWith({ dwellMs: -1, theme: 'dark' }) });
    const full = { ...area, set: () => Promise.reject(new Error('full')) };
    const { store } = open({}, full);
    expect(await store.read()).toMatchObject({
      settings: { ...DEFAULT_SETTINGS, theme: 'dark' },
      problem: { reason: 'refused' },
    });
  });
});

function recordWith(fields: Record<string, unknown>): Record<string, unknown> {
  const settings = { ...DEFAULT_SETTINGS, ...fields };
  return recordOf(settings) as unknown as Record<string, unknown>;
}
