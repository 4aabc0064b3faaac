/** Switches: for sites, and for entities that are the same in several datasets. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isDismissed,
  isEntityOn,
  isSiteOn,
  switchEntity,
  switchMention,
  patchBetween,
  addressOf,
  switchSite,
  switchSiteReported,
  unpatched,
  type Settings,
} from '../../../src/settings/index.ts';
import { someRule, someSettings } from './some-settings.ts';

describe('the switch for a site', () => {
  test.each<[string, Partial<Settings>, [string, boolean], { added: string[]; removed: string[] }]>(
    [
      ['off adds it', {}, ['www.a.example', false], { added: ['www.a.example'], removed: [] }],
      [
        'off again adds nothing',
        { sitesOff: ['a.example'] },
        ['www.a.example', false],
        { added: [], removed: [] },
      ],
      [
        'on takes a broader rule away',
        { sitesOff: ['a.example', 'b.example'] },
        ['www.a.example', true],
        { added: [], removed: ['a.example'] },
      ],
      [
        'on takes every rule away',
        { sitesOff: ['*.a.example', 'a.example', 'www.a.example/x/*'] },
        ['www.a.example', true],
        { added: [], removed: ['*.a.example', 'a.example', 'www.a.example/x/*'] },
      ],
      [
        'on in the other mode adds it',
        { siteMode: 'only' },
        ['a.example', true],
        { added: ['a.example'], removed: [] },
      ],
      [
        'off in the other mode takes it away',
        { siteMode: 'only', sitesOn: ['a.example'] },
        ['b.a.example', false],
        { added: [], removed: ['a.example'] },
      ],
      [
        'off beside a path adds the site',
        { sitesOff: ['a.example/x/*'] },
        ['a.example', false],
        { added: ['a.example'], removed: [] },
      ],
    ],
  )('%s', (_, settings, [site, on], told) => {
    expect(switchSiteReported({ ...DEFAULT_SETTINGS, ...settings }, site, on)).toMatchObject(told);
  });

  test('does what it says in either mode, is undone exactly, and leaves the other list alone', () => {
    const page = fc.oneof(
      fc.webUrl({ validSchemes: ['https'] }),
      someRule.map((rule) => `https://${rule.replace('*.', 'sub.')}`),
    );
    fc.assert(
      fc.property(someSettings, page, fc.boolean(), (settings, url, on) => {
        const place = addressOf(url);
        if (!place) return;
        const before = { ...settings, on: true, pausedUntil: 0 };
        const after = switchSite(before, place, on);
        expect(isSiteOn(after, url, 1)).toBe(on);
        const other = before.siteMode === 'only' ? 'sitesOff' : 'sitesOn';
        expect(after[other]).toBe(before[other]);
        expect(unpatched(after, patchBetween(before, after))).toEqual(before);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a choice about entities that are the same', () => {
  const BOTH = { id: 'a', members: ['a', 'two/b'] };
  const ALONE = ['a', 'two/b'].map((id) => ({ id }));

  test.each<[what: string, tier: 'main' | 'cast', on: boolean]>([
    ['off', 'main', false],
    ['on', 'cast', true],
  ])('that it is %s (%s) holds for each of them', (_what, tier, on) => {
    const chosen = switchEntity(DEFAULT_SETTINGS, { ...BOTH, tier }, on);
    for (const entity of [BOTH, ...ALONE]) expect(isEntityOn(chosen, { ...entity, tier })).toBe(on);
    expect(switchEntity(chosen, { ...BOTH, tier }, !on)).toEqual(DEFAULT_SETTINGS);
  });

  test('holds for those that come later', () => {
    const off = switchEntity(DEFAULT_SETTINGS, { id: 'two/b', tier: 'main' }, false);
    expect(isEntityOn(off, { ...BOTH, tier: 'main' })).toBe(false);
    expect(switchEntity(off, { ...BOTH, tier: 'main' }, true)).toEqual(DEFAULT_SETTINGS);
  });

  test('that it is off wins over one that it is on', () => {
    const on = switchEntity(DEFAULT_SETTINGS, { id: 'two/b', tier: 'cast' }, true);
    const off = switchEntity(on, { ...BOTH, tier: 'main' }, false);
    expect(isEntityOn(off, { id: 'two/b', tier: 'cast' })).toBe(false);
  });

  test('that words do not mean it holds for each of them', () => {
    const mention = { site: 'a.example', surface: 'Kordan' };
    const dismissed = switchMention(DEFAULT_SETTINGS, { ...mention, entity: BOTH }, false);
    for (const entity of [BOTH, ...ALONE]) {
      expect(isDismissed(dismissed, { ...mention, entity })).toBe(true);
      expect(isDismissed(dismissed, { ...mention, surface: 'Anna', entity })).toBe(false);
    }
    expect(switchMention(dismissed, { ...mention, entity: BOTH }, true)).toEqual(DEFAULT_SETTINGS);
  });
});

test('to undo a change keeps later changes by others', () => {
  fc.assert(
    fc.property(someSettings, someSettings, fc.domain(), (before, after, site) => {
      fc.pre(!before.sitesOff.includes(site) && !after.sitesOff.includes(site));
      const since = { ...after, sitesOff: [...after.sitesOff, site].sort() };
      expect(unpatched(since, patchBetween(before, after))).toEqual({
        ...before,
        sitesOff: [...before.sitesOff, site].sort(),
      });
    }),
  );
});
