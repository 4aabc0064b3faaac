/** Settings of every kind, for property tests: made from the table of fields, so that a new one is among them. */
import fc from 'fast-check';
import type { Field } from '../../../src/settings/field.ts';
import { FIELDS, type Settings } from '../../../src/settings/index.ts';
import { canonicalSettings } from '../../../src/settings/schema.ts';
import { SHAPE } from '../../../src/settings/settings.ts';

/** Hosts, some of them with subdomains, a path or a star. */
export const someRule: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '*.', 'www.'), fc.domain(), fc.constantFrom('', '/news/*', '/a%20b*'))
  .map((parts) => parts.join(''));

function someValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'switch':
      return fc.boolean();
    case 'moment':
      return fc.integer({ min: 0, max: 4e12 });
    case 'number':
      return fc.integer({ min: 0, max: field.max });
    case 'choice':
      return fc.constantFrom(...field.values);
    case 'names':
      return fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 5 });
    case 'rules':
      return fc.uniqueArray(fc.oneof(someRule, fc.constant('file:')), { maxLength: 5 });
    case 'mentions':
      return fc.array(
        fc.record({
          site: fc.domain(),
          entity: fc.string(),
          surface: fc.string({ unit: 'grapheme' }),
        }),
        { maxLength: 4 },
      );
  }
}

/** Valid settings in the form in which they are kept. */
export const someSettings: fc.Arbitrary<Settings> = fc
  .record(
    Object.fromEntries(
      Object.entries(FIELDS).map(([name, field]) => [name, someValue(field as Field)]),
    ),
  )
  .map((settings) => canonicalSettings(settings as unknown as Settings, SHAPE));
