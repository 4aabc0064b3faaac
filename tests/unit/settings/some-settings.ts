/** Settings of every kind, for property tests. */
import fc from 'fast-check';
import {
  DWELL_MAX_MS,
  HIGHLIGHT_STYLES,
  LEAVE_MAX_MS,
  MARKINGS,
  OPEN_KEYS,
  SITE_MODES,
  TEXT_SIZES,
  THEMES,
  type Settings,
} from '../../../src/settings/index.ts';
import { canonicalSettings } from '../../../src/settings/schema.ts';
import { SHAPE } from '../../../src/settings/settings.ts';

const sortedNames = fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 5 });
/** Hosts, some of them with subdomains, a path or a star. */
export const someRule: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '*.', 'www.'), fc.domain(), fc.constantFrom('', '/news/*', '/a%20b*'))
  .map((parts) => parts.join(''));
const rules = fc.uniqueArray(fc.oneof(someRule, fc.constant('file:')), { maxLength: 5 });

/** Valid settings in the form in which they are kept. */
export const someSettings: fc.Arbitrary<Settings> = fc
  .record({
    on: fc.boolean(),
    pausedUntil: fc.integer({ min: 0, max: 4e12 }),
    entitiesOff: sortedNames,
    castOn: sortedNames,
    highlightStyle: fc.constantFrom(...HIGHLIGHT_STYLES),
    dwellMs: fc.integer({ min: 0, max: DWELL_MAX_MS }),
    leaveMs: fc.integer({ min: 0, max: LEAVE_MAX_MS }),
    openKey: fc.constantFrom(...OPEN_KEYS),
    marking: fc.constantFrom(...MARKINGS),
    siteMode: fc.constantFrom(...SITE_MODES),
    sitesOff: rules,
    sitesOn: rules,
    theme: fc.constantFrom(...THEMES),
    textSize: fc.constantFrom(...TEXT_SIZES),
    badge: fc.boolean(),
    notThis: fc.array(
      fc.record({
        site: fc.domain(),
        entity: fc.string(),
        surface: fc.string({ unit: 'grapheme' }),
      }),
      { maxLength: 4 },
    ),
  })
  .map((settings) => canonicalSettings(settings, SHAPE));
