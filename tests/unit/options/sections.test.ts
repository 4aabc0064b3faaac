import { expect, test } from 'vitest';
import english from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import type { Say } from '../../../src/locale/index.ts';
import {
  isChanged,
  resetSection,
  sayField,
  SECTION_IDS,
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

test('every setting has a name that people can read', () => {
  for (const name of Object.keys(DEFAULT_SETTINGS)) expect(sayField(name, say)).not.toBe(name);
  expect(new Set(Object.keys(DEFAULT_SETTINGS).map((name) => sayField(name, say))).size).toBe(
    Object.keys(DEFAULT_SETTINGS).length,
  );
});

const changed: Settings = {
  ...DEFAULT_SETTINGS,
  dwellMs: 0,
  sitesOff: ['a.example'],
  theme: 'dark',
};

test('a section is changed when one of its settings is, and a reset changes only that section', () => {
  expect(SECTION_IDS.filter((id) => isChanged(changed, id))).toEqual(['dwell', 'theme', 'sites']);
  const reset = resetSection(changed, 'sites');
  expect(reset).toEqual({ ...changed, sitesOff: [] });
});
