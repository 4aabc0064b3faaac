/** The pages of the options: each has sections, and every address that was ever a link still finds its page. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_IDS } from '../../../src/options/page-ids.ts';
import { pageSpecOf, placeOf, sectionsOf } from '../../../src/options/pages.ts';
import { SECTION_IDS, specOf } from '../../../src/options/sections.ts';

test('every page has sections, and words for the fold if some are folded', () => {
  for (const page of PAGE_IDS) {
    expect(sectionsOf(page, false)).not.toEqual([]);
    expect(pageSpecOf(page).more !== undefined).toBe(sectionsOf(page, true).length > 0);
  }
});

test.each([
  ['', 'highlights', undefined],
  ['#highlights', 'highlights', undefined],
  ['#cards', 'cards', undefined],
  ['#sites', 'sites', undefined],
  ['#keys', 'keys', undefined],
  ['#data', 'data', undefined],
  ['#no-such-page', 'highlights', undefined],
  // The sections of earlier versions, and the links to them.
  ['#all-heading', 'highlights', 'all'],
  ['#entities-heading', 'highlights', 'entities'],
  ['#cast-heading', 'highlights', 'cast'],
  ['#style-heading', 'highlights', 'style'],
  ['#marking-heading', 'highlights', 'marking'],
  ['#dwell-heading', 'cards', 'dwell'],
  ['#leave-heading', 'cards', 'leave'],
  ['#open-key-heading', 'cards', 'open-key'],
  ['#sites-heading', 'sites', undefined],
  ['#dismissed-heading', 'sites', 'dismissed'],
  ['#theme-heading', 'cards', 'theme'],
  ['#text-size-heading', 'cards', 'text-size'],
  ['#badge-heading', 'keys', 'badge'],
  ['#shortcuts-heading', 'keys', 'shortcuts'],
  ['#data-heading', 'data', undefined],
  ['#permissions-heading', 'data', 'permissions'],
  ['#about-heading', 'data', 'about'],
  ['#theme', 'cards', 'theme'],
])('%j is on the page %s', (hash, page, section) => {
  expect(placeOf(hash)).toEqual(section === undefined ? { page } : { page, section });
});

test('any address is a page, and a section is on the page that is shown', () => {
  const name = fc.constantFrom(...PAGE_IDS, ...SECTION_IDS);
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    name.map((each) => `#${each}`),
    name.map((each) => `#${each}-heading`),
  );
  fc.assert(
    fc.property(address, (hash) => {
      const { page, section } = placeOf(hash);
      expect(PAGE_IDS).toContain(page);
      if (section) expect(specOf(section).page).toBe(page);
    }),
  );
});
