import { expect, test } from 'vitest';
import english from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import type { Say } from '../../../src/locale/index.ts';
import {
  isChanged,
  resetSection,
  SECTION_IDS,
  sectionsFor,
  specOf,
} from '../../../src/options/sections.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/index.ts';

const say: Say = (key, ...values) =>
  english[key].message.replace(/\$(\d)/g, (_, number: string) =>
    String(values[Number(number) - 1]),
  );

test('every setting has exactly one section, by which it can be found and reset', () => {
  const fields = SECTION_IDS.flatMap((id) => specOf(id).fields);
  expect(fields.toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted());
});

test('a section with settings says its default', () => {
  for (const id of SECTION_IDS.filter((each) => specOf(each).fields.length > 0)) {
    expect(say(specOf(id).hint), id).toMatch(/Default: /);
  }
});

test.each([
  ['', SECTION_IDS],
  ['dark', ['theme']],
  ['DÁRK', ['theme']],
  ['backup', ['data']],
  ['keyboard', ['open-key', 'shortcuts']],
  ['delay hover', ['dwell', 'leave']],
  ['badge', ['badge']],
  ['privacy', ['permissions']],
  ['pause', ['all']],
  ['no such thing', []],
])('"%s" finds the sections it is about', (query, ids) => {
  expect(sectionsFor(query, say)).toEqual(ids);
});

const changed: Settings = {
  ...DEFAULT_SETTINGS,
  dwellMs: 0,
  sitesOff: ['a.example'],
  theme: 'dark',
};

test('a section is changed when one of its settings is, and a reset touches it alone', () => {
  expect(SECTION_IDS.filter((id) => isChanged(changed, id))).toEqual(['dwell', 'sites', 'theme']);
  const reset = resetSection(changed, 'sites');
  expect(reset).toEqual({ ...changed, sitesOff: [] });
});
