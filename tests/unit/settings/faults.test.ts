/** The faults that storage meets: whatever happens, what was confirmed is there, and a change is whole or absent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StorageArea } from '../../../src/browser/interfaces.ts';
import {
  DEFAULT_SETTINGS,
  SETTINGS_KEY,
  switchSite,
  UNREADABLE_SETTINGS,
  type Settings,
} from '../../../src/settings/index.ts';
import { recordOf } from '../../../src/settings/record.ts';
import {
  createSettingsStore,
  type SettingsState,
  type SettingsStore,
} from '../../../src/settings/store.ts';
import { createLock, createMemoryArea, faulty, type Fault } from './memory-area.ts';

const NOW = 1_795_372_800_000;

function open(area: StorageArea, now: () => number = () => NOW): SettingsStore {
  return createSettingsStore({ area, lock: createLock(), now });
}

const OLD: Settings = { ...DEFAULT_SETTINGS, sitesOff: ['a.example'], theme: 'dark' };
const stored = (settings: Settings) => ({ [SETTINGS_KEY]: recordOf(settings) });
const off = (site: string) => (settings: Settings) => switchSite(settings, site, false);
const imported = (): Settings => ({ ...DEFAULT_SETTINGS, textSize: 130, sitesOff: ['b.example'] });

/** What is done, on what is stored, and the only states in which it may leave the settings. */
const OPERATIONS: [
  string,
  Record<string, unknown>,
  (store: SettingsStore) => Promise<unknown>,
  Settings[],
][] = [
  [
    'a first change',
    {},
    (store) => store.change(off('b.example')),
    [DEFAULT_SETTINGS, off('b.example')(DEFAULT_SETTINGS)],
  ],
  [
    'a change',
    stored(OLD),
    (store) => store.change(off('b.example')),
    [OLD, off('b.example')(OLD)],
  ],
  ['an import', stored(OLD), (store) => store.change(imported), [OLD, imported()]],
  [
    'setting garbage aside',
    { [SETTINGS_KEY]: 'garbage' },
    (store) => store.read(),
    [UNREADABLE_SETTINGS],
  ],
  [
    'a change over garbage',
    { [SETTINGS_KEY]: 'garbage' },
    (store) => store.change(off('b.example')),
    [UNREADABLE_SETTINGS, off('b.example')(UNREADABLE_SETTINGS)],
  ],
  [
    'discarding',
    { ...stored(OLD), 'settings-unreadable-5': { reason: 'broken', original: 'x' } },
    (store) => store.discard('settings-unreadable-5'),
    [OLD],
  ],
];

/** Calls of the storage area that something makes where all goes well. */
async function callsOf(
  before: Record<string, unknown>,
  act: (store: SettingsStore) => Promise<unknown>,
) {
  const counted = faulty(createMemoryArea(before), -1, 'fails', () => undefined);
  await act(open(counted));
  return counted.calls();
}

describe.each<Fault>(['dies before', 'dies after', 'fails'])('where the context %s', (fault) => {
  test.each(OPERATIONS)(
    'at any call of %s, all is whole or absent',
    async (_, before, act, states) => {
      const calls = await callsOf(before, act);
      expect(calls).toBeGreaterThan(0);
      for (let at = 0; at < calls; at++) {
        const area = createMemoryArea(before);
        const done = await new Promise<boolean>((resolve) => {
          const broken = faulty(area, at, fault, () => {
            resolve(false);
          });
          // Reading fails by saying so in what it gives.
          act(open(broken)).then(
            (result) => {
              resolve(!(result as Partial<SettingsState> | undefined)?.problem);
            },
            () => {
              resolve(false);
            },
          );
        });
        expect(done).toBe(false);
        const { settings, unreadable, problem } = await open(area).read();
        expect(problem).toBeUndefined();
        expect(states).toContainEqual(settings);
        if (JSON.stringify(before).includes('garbage')) {
          expect(unreadable.map(({ original }) => original)).toEqual(['garbage']);
        }
      }
    },
  );
});

test('of 200 random deaths in bursts of changes, none loses what was confirmed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 80 }),
      fc.constantFrom<Fault>('dies before', 'dies after'),
      async (at, fault) => {
        const area = createMemoryArea();
        const confirmed: string[] = [];
        const sites = Array.from({ length: 20 }, (_, n) => `s${n}.example`);
        await new Promise<void>((resolve) => {
          const store = open(faulty(area, at, fault, resolve));
          void Promise.all(
            sites.map((site) => store.change(off(site)).then(() => confirmed.push(site))),
          ).then(
            () => {
              resolve();
            },
            () => undefined,
          );
        });
        const { sitesOff } = (await open(area).read()).settings;
        expect(sitesOff).toEqual(expect.arrayContaining(confirmed));
        expect(sitesOff.length).toBeLessThanOrEqual(confirmed.length + 1);
      },
    ),
    { numRuns: 200 },
  );
});

test('two windows with 100 changes each in any order: all 200 are there, 20 times', async () => {
  for (let seed = 0; seed < 20; seed++) {
    const area = createMemoryArea();
    const lock = createLock();
    const parts = { area, lock, now: () => NOW };
    const windows = [createSettingsStore(parts), createSettingsStore(parts)];
    const edits = windows.flatMap((store, window) =>
      Array.from(
        { length: 100 },
        (_, n) => () =>
          store.change((now) => ({ ...now, castOn: [...now.castOn, `w${window}-${n}`] })),
      ),
    );
    const order =
      fc.sample(fc.shuffledSubarray(edits, { minLength: edits.length }), { seed, numRuns: 1 })[0] ??
      [];
    await Promise.all(order.map((edit) => edit()));
    expect(new Set((await open(area).read()).settings.castOn).size).toBe(200);
  }
}, 120_000);

test('a record that is cut at any length, or has any byte flipped, switches nothing on, and is kept', async () => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    ...{ on: false, sitesOff: ['a.example', 'b.example/news/*'], theme: 'dark' },
  };
  const text = JSON.stringify(recordOf(settings));
  for (let at = 0; at < text.length; at++) {
    const flipped = String.fromCharCode(text.charCodeAt(at) ^ 1);
    for (const broken of [text.slice(0, at), text.slice(0, at) + flipped + text.slice(at + 1)]) {
      const found = asStored(broken);
      const area = createMemoryArea({ [SETTINGS_KEY]: found });
      const state = await open(area).read();
      // A name that became another one is an unknown field, and the default holds: "on" is the one that shows.
      if (JSON.stringify(found).includes('"on":false')) expect(state.settings.on).toBe(false);
      const kept = JSON.stringify([await area.get(SETTINGS_KEY), ...state.unreadable]);
      expect(kept).toContain(JSON.stringify(found));
    }
  }
}, 120_000);

/** As the browser would hand it out: text where it is no JSON any more. */
function asStored(broken: string): unknown {
  try {
    return JSON.parse(broken) as unknown;
  } catch {
    return broken;
  }
}

test('a clock ten years off in either direction changes nothing that is kept', async () => {
  const clock = fc.integer({ min: NOW - 3.2e11, max: NOW + 3.2e11 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.oneof(clock, fc.constantFrom(NaN, -1, 0, 9e15)),
          fc.constantFrom('garbage', 'change'),
        ),
        { maxLength: 8 },
      ),
      async (steps) => {
        const area = createMemoryArea();
        let now = NOW;
        const store = open(area, () => now);
        let garbage = 0;
        for (const [time, what] of steps) {
          now = time;
          if (what === 'garbage') {
            await area.set({ [SETTINGS_KEY]: `garbage ${garbage++}` });
            await store.read();
          } else await store.change(off(`s${garbage}.example`));
        }
        const { unreadable } = await store.read();
        expect(unreadable.map(({ original }) => original).sort()).toEqual(
          Array.from({ length: garbage }, (_, n) => `garbage ${n}`).sort(),
        );
      },
    ),
    { numRuns: 1000 },
  );
}, 60_000);

test('2,000 rules are kept, byte by byte', async () => {
  const area = createMemoryArea();
  const sitesOff = Array.from(
    { length: 2000 },
    (_, n) => `a-rather-long-host-name-${n}.news.example.org`,
  ).sort();
  await open(area).change((now) => ({ ...now, sitesOff }));
  expect((await open(area).read()).settings.sitesOff).toEqual(sitesOff);
});
