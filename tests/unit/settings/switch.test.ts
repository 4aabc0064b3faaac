import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isSiteOn,
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
