import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StorageArea } from '../../../src/browser/interfaces.ts';
import {
  DEFAULT_SETTINGS,
  LIST_MAX,
  SETTINGS_KEY,
  switchSite,
  unpatched,
  UNREADABLE_SETTINGS,
} from '../../../src/settings/index.ts';
import { recordOf } from '../../../src/settings/record.ts';
import { createSettingsStore, failureOf, type SettingsState } from '../../../src/settings/store.ts';
import { createLock, createMemoryArea } from './memory-area.ts';
import { someSettings } from './some-settings.ts';

const NOW = 1_795_372_800_000;
const ASIDE = `settings-unreadable-${NOW}`;

function open(stored: Record<string, unknown> = {}, area: StorageArea = createMemoryArea(stored)) {
  const parts = { area, lock: createLock(), now: () => NOW };
  return { area: area as ReturnType<typeof createMemoryArea>, store: createSettingsStore(parts) };
}

describe('reading', () => {
  test('an empty area gives the defaults and writes nothing', async () => {
    const { area, store } = open();
    expect(await store.read()).toEqual({ settings: DEFAULT_SETTINGS, unreadable: [] });
    expect(area.writes).toBe(0);
  });

  test.each([
    ['a record of a later version', { ...recordOf(DEFAULT_SETTINGS), version: 3 }, 'newer'],
    [
      'a record of a development build',
      { ...recordOf(DEFAULT_SETTINGS), version: 2, check: '0' },
      'newer',
    ],
    ['a later version of another shape', { version: 7, everything: 'else' }, 'newer'],
    ['text', 'garbage', 'broken'],
    ['null', null, 'broken'],
    ['a list', [1, 2], 'broken'],
    ['a record without a version', DEFAULT_SETTINGS, 'broken'],
    ['an unknown style', recordWith({ highlightStyle: 'neon' }), 'broken'],
    ['a dwell that is out of bounds', recordWith({ dwellMs: -1 }), 'broken'],
    ['sites that are no list', recordWith({ sitesOff: 'a.example' }), 'broken'],
  ])('%s is kept once as unreadable, and nothing is switched on', async (_, stored, reason) => {
    const { area, store } = open({ [SETTINGS_KEY]: stored });
    const expected: SettingsState = {
      settings: UNREADABLE_SETTINGS,
      unreadable: [{ key: ASIDE, at: NOW, reason: reason as 'newer', original: stored }],
    };
    expect(await store.read()).toEqual(expected);
    expect(await store.read()).toEqual(expected);
    expect(area.writes).toBe(1);
  });

  test('what is left of a damaged record is used', async () => {
    const { store } = open({
      [SETTINGS_KEY]: recordWith({ sitesOff: ['a.example'], theme: 'dark', dwellMs: 'soon' }),
    });
    const { settings } = await store.read();
    expect(settings).toEqual({
      ...UNREADABLE_SETTINGS,
      ...{ sitesOff: ['a.example'], theme: 'dark' },
    });
  });

  test('an unreadable record never replaces an earlier one', async () => {
    const { area, store } = open({ [SETTINGS_KEY]: 'first' });
    await store.read();
    await area.set({ [SETTINGS_KEY]: 'second' });
    const { unreadable } = await store.read();
    expect(unreadable.map(({ original }) => original)).toEqual(['first', 'second']);
  });

  test('an unreadable record that was damaged itself is still shown', async () => {
    const { store } = open({ [ASIDE]: 'half a record' });
    expect((await store.read()).unreadable).toEqual([
      { key: ASIDE, at: NOW, reason: 'broken', original: 'half a record' },
    ]);
  });

  test('any JSON is read without an error and none of it is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (stored) => {
        const { store, area } = open({ [SETTINGS_KEY]: stored });
        const { settings, unreadable } = await store.read();
        expect(unreadable.map(({ original }) => JSON.stringify(original))).toEqual([
          JSON.stringify(stored),
        ]);
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
        expect(await later.store.read()).toEqual({ settings, unreadable: [] });
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

  test('returns how to undo it, whatever comes after', async () => {
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

  test.each([
    ['site', ['a.example', 'b.example', 'c.example'], ['x', 'x', 'x'], ['S', 'S', 'S']],
    ['entity', ['a.example', 'a.example', 'a.example'], ['x', 'y', 'z'], ['S', 'S', 'S']],
    ['surface form', ['a.example', 'a.example', 'a.example'], ['x', 'x', 'x'], ['S', 'T', 'U']],
  ])('an ignored match goes back between those that differ in the %s', async (_, ...parts) => {
    const matches = [0, 1, 2].map((at) => {
      const [site = '', entity = '', surface = ''] = parts.map((part) => part[at] ?? '');
      return { site, entity, surface };
    });
    const { store } = open();
    await store.change((now) => ({ ...now, dismissedMentions: matches.slice(0, 2) }));
    const { patch } = await store.change((now) => ({ ...now, dismissedMentions: [] }));
    await store.change((now) => ({ ...now, dismissedMentions: matches.slice(2) }));
    await store.change((now) => unpatched(now, patch));
    expect((await store.read()).settings.dismissedMentions).toEqual(matches);
  });

  test('a change of nothing writes nothing', async () => {
    const { area, store } = open();
    await store.change((now) => ({ ...now }));
    expect(area.writes).toBe(0);
  });

  test('a change over garbage keeps the garbage', async () => {
    const { store } = open({ [SETTINGS_KEY]: { version: 99, precious: true } });
    await store.change((settings) => ({ ...settings, dwellMs: 0 }));
    const { settings, unreadable } = await store.read();
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, on: false, dwellMs: 0 });
    expect(unreadable[0]?.original).toEqual({ version: 99, precious: true });
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
    expect(recordOf(DEFAULT_SETTINGS).version).toBe(1);
  });

  test('half a pair of characters is stored as browsers store it', async () => {
    const { store } = open();
    await store.change((now) => ({ ...now, entitiesOff: ['a\ud800'] }));
    expect(await store.read()).toEqual({
      settings: { ...DEFAULT_SETTINGS, entitiesOff: ['a\ufffd'] },
      unreadable: [],
    });
  });

  test('to discard removes only unreadable records', async () => {
    const { area, store } = open({ [SETTINGS_KEY]: 'garbage', other: 1 });
    await store.read();
    await store.discard('other');
    await store.discard(ASIDE);
    expect(Object.keys(area.contents()).sort()).toEqual(['other', SETTINGS_KEY].sort());
    expect((await store.read()).unreadable).toEqual([]);
  });
});

describe('lists', () => {
  const full = Array.from({ length: LIST_MAX }, (_, n) => `s${n}.example`).sort();

  test.each(['sitesOff', 'sitesOn', 'castOn', 'entitiesOff'] as const)(
    'that are full take nothing more, and say which list it is: %s',
    async (list) => {
      const { area, store } = open();
      await store.change((now) => ({ ...now, [list]: full }));
      const writes = area.writes;
      const error: unknown = await store
        .change((now) => ({ ...now, [list]: [...now[list], 'one-more.example'] }))
        .catch((thrown: unknown) => thrown);
      expect(failureOf(error)).toEqual({ reason: 'list', list, detail: '' });
      expect(area.writes).toBe(writes);
      await store.change((now) => ({ ...now, [list]: [...now[list].slice(1), 'other.example'] }));
      expect((await store.read()).settings[list]).toContain('other.example');
    },
  );

  test('that are longer already can still shrink, and do not block other changes', async () => {
    const { store } = open({
      [SETTINGS_KEY]: recordWith({ sitesOff: [...full, 'x.example', 'y.example'] }),
    });
    expect((await store.read()).unreadable).toEqual([]);
    await store.change((now) => ({ ...now, theme: 'dark' as const }));
    await store.change((now) => switchSite(now, 'x.example', true));
    const { settings } = await store.read();
    expect(settings.theme).toBe('dark');
    expect(settings.sitesOff).toHaveLength(LIST_MAX + 1);
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

  test('that never answers is reported as slow, and does not block the next task', async () => {
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
    // The change waits behind the reading, and each waits 10 s. Other code of the test's own process may have timers without end.
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await state).toMatchObject({
      settings: UNREADABLE_SETTINGS,
      problem: { reason: 'slow' },
    });
    await change;
    hangs = false;
    expect(await store.read()).toEqual({ settings: DEFAULT_SETTINGS, unreadable: [] });
  });

  test('that cannot be written can still be read', async () => {
    const area = createMemoryArea({ [SETTINGS_KEY]: recordWith({ dwellMs: -1, theme: 'dark' }) });
    const full = { ...area, set: () => Promise.reject(new Error('full')) };
    const { store } = open({}, full);
    expect(await store.read()).toMatchObject({
      settings: { ...UNREADABLE_SETTINGS, theme: 'dark' },
      problem: { reason: 'refused', message: 'full' },
    });
  });
});

function recordWith(fields: Record<string, unknown>): Record<string, unknown> {
  const settings = { ...DEFAULT_SETTINGS, ...fields };
  return recordOf(settings) as unknown as Record<string, unknown>;
}
