/** What a page reads: the settings in force, and what an organisation has locked. */
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isLocked,
  UNREADABLE_SETTINGS,
  type SettingsRecord,
} from '../../../src/settings/index.ts';
import { recordOf } from '../../../src/settings/record.ts';
import { privateSettings, storedSettings } from '../../../src/reader/settings-source.ts';

const SETTINGS = { ...DEFAULT_SETTINGS, theme: 'dark' } as const;
const RECORD: SettingsRecord = recordOf(SETTINGS, undefined, {
  ...{ organisation: 'The Example Times', defaults: { badge: false }, own: {} },
  ...{ locked: { theme: 'dark', on: true }, sitesOff: [], sitesOn: [] },
});

const SOURCES = [
  { where: 'a usual window', open: storedSettings },
  { where: 'a private window', open: privateSettings },
];
const reading = (open: (typeof SOURCES)[number]['open'], stored: unknown) =>
  open({ read: () => Promise.resolve(stored), send: () => Promise.resolve(SETTINGS) })();

describe.each(SOURCES)('in $where', ({ open }) => {
  test('what is locked is known, with who has locked it', async () => {
    const { settings, policy } = await reading(open, RECORD);
    expect(settings).toEqual(SETTINGS);
    expect(policy.organisation).toBe('The Example Times');
    const names = ['theme', 'on', 'badge', 'sitesOff'] as const;
    expect(names.filter((name) => isLocked(policy, name))).toEqual(['theme', 'on']);
  });

  test.each([
    ['without a policy', recordOf(SETTINGS)],
    ['with a damaged policy', { ...recordOf(SETTINGS), policy: { organisation: 1, locked: 'on' } }],
    ['with a policy that is none', { ...recordOf(SETTINGS), policy: null }],
  ])('a record %s locks nothing, and its settings count', async (_, stored) => {
    const { settings, policy } = await reading(open, stored);
    expect([settings, policy]).toEqual([SETTINGS, { organisation: '', locked: {} }]);
  });

  test('a storage that fails switches the page off', async () => {
    const { settings } = await open({
      read: () => Promise.reject(new Error('No storage.')),
      send: () => Promise.resolve(SETTINGS),
    })();
    expect(settings).toBe(UNREADABLE_SETTINGS);
  });
});
