import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, settingsInPage, siteOf } from '../../../src/settings/index.ts';
import { settingsRecordSchema } from '../../../src/settings/schema.ts';

/** Records that are whole or nearly so, because random JSON never comes close. */
const nearly = fc.record(
  {
    version: fc.constantFrom<unknown>(1, 1, 1, 2, '1'),
    settings: fc.record(
      {
        on: fc.constantFrom<unknown>(true, false, 1),
        openKey: fc.constantFrom<unknown>('none', 'alt', 'ctrl', 'shift', 'meta'),
        marking: fc.constantFrom<unknown>('all', 'section', 'first', 'none'),
        notThis: fc.oneof(
          fc.array(fc.record({ site: fc.string(), entity: fc.string(), surface: fc.string() })),
          fc.jsonValue(),
        ),
        entitiesOff: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        castOn: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        sitesOff: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        highlightStyle: fc.constantFrom<unknown>('dotted', 'solid', 'tint', 'Dotted', null),
        dwellMs: fc.oneof(fc.integer({ min: -1, max: 2001 }), fc.constant('500')),
        more: fc.jsonValue(),
      },
      {
        requiredKeys: [
          'on',
          'openKey',
          'marking',
          'notThis',
          'entitiesOff',
          'castOn',
          'sitesOff',
          'highlightStyle',
        ],
      },
    ),
  },
  { requiredKeys: ['settings'] },
);

test('the content script and the extension’s pages read the same settings', () => {
  fc.assert(
    fc.property(fc.oneof(nearly, fc.jsonValue()), (stored) => {
      const parsed = settingsRecordSchema.safeParse(stored);
      expect(settingsInPage(stored)).toEqual(
        parsed.success ? parsed.data.settings : DEFAULT_SETTINGS,
      );
    }),
    { numRuns: 1000 },
  );
});

test('no stored record means the defaults', () => {
  expect(settingsInPage(undefined)).toEqual(DEFAULT_SETTINGS);
});

test.each([
  ['https://www.example.org:8080/a?b#c', 'www.example.org'],
  ['http://[::1]/', '[::1]'],
  ['file:///home/someone/page.html', 'file:'],
  ['about:blank', undefined],
  ['chrome://settings', undefined],
  ['not an address', undefined],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});
