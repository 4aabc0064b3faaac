/** A policy that comes, changes and goes away: what it locks holds, and what the reader has chosen is there again afterwards. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  SETTINGS_KEY,
  settingsInPage,
  switchSite,
  type Settings,
  type SettingsPolicy,
} from '../../../src/settings/index.ts';
import { recordOf } from '../../../src/settings/record.ts';
import { createSessionChanges } from '../../../src/settings/session.ts';
import { createSettingsStore, failureOf, type SettingsStore } from '../../../src/settings/store.ts';
import { exportSettings, importSettings } from '../../../src/settings/transfer.ts';
import { createLock, createMemoryArea } from './memory-area.ts';
import { someSettings } from './some-settings.ts';

const policyOf = (parts: Partial<SettingsPolicy>): SettingsPolicy => ({
  organisation: 'The Example Times',
  ...{ defaults: {}, locked: {}, sitesOff: [], sitesOn: [], ...parts },
});

function open(settings?: Settings) {
  const area = createMemoryArea(settings && { [SETTINGS_KEY]: recordOf(settings) });
  const store = createSettingsStore({ area, lock: createLock(), now: () => 0 });
  return { area, store, inPage: async () => settingsInPage(await area.get(SETTINGS_KEY)) };
}

type Step = (store: SettingsStore) => Promise<unknown>;
const set =
  (change: Partial<Settings>): Step =>
  (store) =>
    store.change((now) => ({ ...now, ...change }), { isPartial: true });
const takes =
  (parts: Partial<SettingsPolicy> | undefined): Step =>
  (store) =>
    store.takePolicy(parts && policyOf(parts));

/** What happens one after the other, and what of the settings then differs from the defaults. */
const STORIES: [what: string, steps: Step[], expected: Partial<Settings>][] = [
  [
    'a locked value wins',
    [set({ theme: 'light' }), takes({ locked: { theme: 'dark' } })],
    { theme: 'dark' },
  ],
  [
    'it gives back what the reader had',
    [set({ theme: 'light' }), takes({ locked: { theme: 'dark' } }), takes(undefined)],
    { theme: 'light' },
  ],
  [
    'it cannot be changed, while the rest of a change is made',
    [takes({ locked: { theme: 'dark' } }), set({ theme: 'light', badge: false })],
    { theme: 'dark', badge: false },
  ],
  ['a default applies', [takes({ defaults: { textSize: 130 } })], { textSize: 130 }],
  [
    'a default gives way to what the reader chose before',
    [set({ textSize: 90 }), takes({ defaults: { textSize: 130 } })],
    { textSize: 90 },
  ],
  [
    'a default gives way to what the reader chooses later, also to our own default',
    [
      takes({ defaults: { textSize: 130 } }),
      set({ textSize: 100 }),
      takes({ defaults: { textSize: 150 } }),
    ],
    {},
  ],
  [
    'a default goes away with its policy',
    [takes({ defaults: { textSize: 130 } }), takes(undefined)],
    {},
  ],
  [
    'a default that changes is followed',
    [takes({ defaults: { textSize: 130 } }), takes({ defaults: { textSize: 150 } })],
    { textSize: 150 },
  ],
  [
    'a choice outlives a policy that says the same',
    [
      ...[set({ textSize: 130 }), takes({ defaults: { textSize: 150 } })],
      ...[takes({ defaults: { textSize: 130 } }), takes(undefined)],
    ],
    { textSize: 130 },
  ],
  [
    'a default becomes a lock, and the choice is kept below it',
    [
      takes({ defaults: { theme: 'dark' } }),
      set({ theme: 'light' }),
      takes({ locked: { theme: 'dark' } }),
      takes(undefined),
    ],
    { theme: 'light' },
  ],
  [
    'rules stand beside those of the reader',
    [set({ sitesOff: ['b.example'] }), takes({ sitesOff: ['a.example'] })],
    { sitesOff: ['a.example', 'b.example'] },
  ],
  [
    'a rule cannot be removed, and the reader’s can',
    [set({ sitesOff: ['b.example'] }), takes({ sitesOff: ['a.example'] }), set({ sitesOff: [] })],
    { sitesOff: ['a.example'] },
  ],
  [
    'rules go away with the policy, but for those that the reader has, too',
    [
      set({ sitesOff: ['a.example', 'b.example'] }),
      takes({ sitesOff: ['a.example', 'c.example'] }),
      set({ sitesOff: ['a.example', 'c.example', 'd.example'] }),
      takes(undefined),
    ],
    { sitesOff: ['a.example', 'd.example'] },
  ],
  [
    'a reset goes back to the values of the policy',
    [takes({ locked: { on: false }, sitesOff: ['a.example'] }), set(DEFAULT_SETTINGS)],
    { on: false, sitesOff: ['a.example'] },
  ],
];

test.each(STORIES)('%s', async (_, steps, expected) => {
  const { store, inPage } = open();
  for (const step of steps) await step(store);
  expect((await store.read()).settings).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  expect(await inPage()).toEqual({ ...DEFAULT_SETTINGS, ...expected });
});

const somePolicy: fc.Arbitrary<SettingsPolicy> = fc
  .record({
    settings: fc.tuple(someSettings, someSettings),
    locked: fc.subarray(Object.keys(DEFAULT_SETTINGS)),
    defaults: fc.subarray(Object.keys(DEFAULT_SETTINGS)),
    hasRules: fc.boolean(),
  })
  .map(({ settings: [one, two], locked, defaults, hasRules }) => {
    const some = (from: Settings, names: string[]): Partial<Settings> =>
      Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
    const rules = hasRules ? { sitesOff: two.sitesOff, sitesOn: one.sitesOn } : {};
    return policyOf({ locked: some(one, locked), defaults: some(two, defaults), ...rules });
  });

describe('whatever the policy, the settings and the changes', () => {
  test('locked values hold, and without changes the settings come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(someSettings, somePolicy, somePolicy, async (settings, one, two) => {
        const { store, inPage } = open(settings);
        for (const policy of [one, two]) {
          await store.takePolicy(policy);
          const { sitesOff: _, sitesOn: __, ...locked } = policy.locked;
          expect(await inPage()).toMatchObject(locked);
          expect((await inPage()).sitesOff).toEqual(expect.arrayContaining([...policy.sitesOff]));
        }
        await store.takePolicy(undefined);
        expect(await inPage()).toEqual(settings);
      }),
    );
  });

  test('a reader’s changes of what is free stay, and no change gets past a lock', async () => {
    await fc.assert(
      fc.asyncProperty(someSettings, someSettings, somePolicy, async (settings, next, policy) => {
        const { store, area, inPage } = open(settings);
        await store.takePolicy(policy);
        const before = await inPage();
        await store.change(() => next, { isPartial: true });
        const now: Record<string, unknown> = await inPage();
        for (const [name, value] of Object.entries(next)) {
          const isLocked = Object.hasOwn(policy.locked, name);
          const hasRules = name === 'sitesOff' || name === 'sitesOn';
          if (isLocked) expect(now[name]).toEqual({ ...before }[name]);
          else if (!hasRules) expect(now[name]).toEqual(value);
        }
        const writes = area.writes;
        await store.takePolicy(policy);
        expect(area.writes).toBe(writes);
      }),
    );
  });
});

test('a change of one locked setting is refused, with the organisation’s name', async () => {
  const { store, area } = open();
  await store.takePolicy(policyOf({ locked: { theme: 'dark' } }));
  const writes = area.writes;
  const failure = await store
    .change((now) => ({ ...now, theme: 'light' }))
    .then(() => undefined, failureOf);
  expect(failure).toEqual({ reason: 'policy', list: '', detail: 'The Example Times' });
  expect(area.writes).toBe(writes);
});

test('to switch on a site that the policy has off is refused, and no rule of the reader is lost', async () => {
  const { store, inPage } = open({ ...DEFAULT_SETTINGS, sitesOff: ['example.org'] });
  await store.takePolicy(policyOf({ sitesOff: ['news.example.org'] }));
  const asked = store.change((now) => switchSite(now, 'news.example.org', true));
  expect(await asked.then(() => undefined, failureOf)).toMatchObject({ reason: 'policy' });
  expect((await inPage()).sitesOff).toEqual(['example.org', 'news.example.org']);
});

test('private windows cannot change it either, also not with a change from before', async () => {
  const policy = policyOf({ locked: { theme: 'dark' } });
  const session = createSessionChanges({ area: createMemoryArea(), lock: createLock() });
  const light = (now: Settings): Settings => ({ ...now, theme: 'light' });
  await session.changePrivate('1', DEFAULT_SETTINGS, light);
  expect((await session.inPrivate(DEFAULT_SETTINGS)).theme).toBe('light');
  const now = { ...DEFAULT_SETTINGS, theme: 'dark' as const };
  expect((await session.inPrivate(now, policy)).theme).toBe('dark');
  const again = session.changePrivate('2', now, light, { policy });
  expect(await again.then(() => undefined, failureOf)).toMatchObject({ reason: 'policy' });
});

test('a file changes what is free, and names what is not', () => {
  const policy = policyOf({ locked: { theme: 'dark' }, sitesOff: ['a.example'] });
  const file = exportSettings(
    { ...DEFAULT_SETTINGS, theme: 'light', badge: false },
    { sites: true },
  );
  const current: Settings = { ...DEFAULT_SETTINGS, theme: 'dark', sitesOff: ['a.example'] };
  const read = importSettings(file, current, undefined, policy);
  expect(read.ok && [read.changes.map(({ name }) => name), read.kept]).toEqual([
    ['badge'],
    ['sitesOff', 'theme'],
  ]);
});

test('without a policy, nothing is written and nothing is asked for', async () => {
  const { store, area } = open();
  await store.takePolicy(undefined);
  expect(area.writes).toBe(0);
});

test.each([
  ['no object', 'policy'],
  ['a part that is missing', { organisation: '', defaults: {}, locked: {} }],
  [
    'an invalid value',
    { organisation: '', defaults: {}, own: {}, locked: { on: 1 }, sitesOff: [], sitesOn: [] },
  ],
])('a stored policy with %s counts as none, and the settings stay', async (_, policy) => {
  const settings: Settings = { ...DEFAULT_SETTINGS, theme: 'dark' };
  const area = createMemoryArea({ [SETTINGS_KEY]: { ...recordOf(settings), policy } });
  const store = createSettingsStore({ area, lock: createLock(), now: () => 0 });
  expect(await store.read()).toEqual({ settings, unreadable: [] });
});
