import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkOf } from '../../../src/settings/check.ts';
import {
  DEFAULT_SETTINGS,
  settingsInPage,
  UNREADABLE_SETTINGS,
} from '../../../src/settings/index.ts';
import { readRecord, recordOf } from '../../../src/settings/record.ts';
import { someSettings } from './some-settings.ts';

/** Records that are whole or nearly so, because random JSON never comes close. */
const nearly = fc
  .record({
    settings: someSettings,
    version: fc.constantFrom<unknown>(2, 2, 2, 2, 1, 3, '2', 0),
    field: fc.constantFrom(...Object.keys(DEFAULT_SETTINGS), 'more'),
    value: fc.oneof(
      fc.jsonValue(),
      fc.integer({ min: -1, max: 2001 }),
      fc.array(fc.string()),
      fc.array(fc.record({ site: fc.string(), entity: fc.string(), surface: fc.string() })),
    ),
    spoilt: fc.boolean(),
    gone: fc.boolean(),
    check: fc.option(fc.string(), { freq: 5, nil: undefined }),
  })
  .map(({ settings, version, field, value, spoilt, gone, check }) => {
    const fields: Record<string, unknown> = { ...settings };
    if (gone) Reflect.deleteProperty(fields, field);
    else if (spoilt) fields[field] = value;
    return { version, settings: fields, check: check ?? checkOf(fields) };
  });

test('the content script and the extension’s pages read the same settings', () => {
  fc.assert(
    fc.property(fc.oneof(nearly, fc.jsonValue()), (stored) => {
      const read = readRecord(stored);
      expect(settingsInPage(stored)).toEqual(
        read.state === 'whole' ? read.settings : UNREADABLE_SETTINGS,
      );
    }),
    { numRuns: 3000 },
  );
});

test('no stored record means the defaults', () => {
  expect(settingsInPage(undefined)).toEqual(DEFAULT_SETTINGS);
});

test('settings come back as they were written, whatever the order of their names', () => {
  fc.assert(
    fc.property(someSettings, (settings) => {
      const record = recordOf(settings);
      const turned = Object.fromEntries(Object.entries(settings).reverse());
      expect(settingsInPage({ ...record, settings: turned })).toEqual(settings);
    }),
  );
});
