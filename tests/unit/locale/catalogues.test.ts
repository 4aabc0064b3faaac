/** Every message catalogue is whole, and the rules for it find what is wrong with one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsOf, problemsOf, stemsOf, type Catalogue } from './catalogue-rules.ts';

const LOCALES = join(import.meta.dirname, '../../../assets/public/_locales');
const catalogueOf = (language: string): Catalogue =>
  JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8')) as Catalogue;

const ENGLISH = catalogueOf('en');
const LANGUAGES = readdirSync(LOCALES);
/** Of few and of many plural forms. */
const MADE_UP = ['en', 'de', 'fr', 'pl', 'ar', 'ja'];

/** A catalogue that is whole, in the English words. */
function wholeIn(language: string): Catalogue {
  const stems = stemsOf(ENGLISH);
  const isForm = (key: string) =>
    stems.some((stem) => [`${stem}One`, `${stem}Other`].includes(key));
  const plain = Object.entries(ENGLISH).filter(([key]) => !isForm(key));
  const counted = stems.flatMap((stem) =>
    formsOf(language).map((form) => [stem + form, ENGLISH[`${stem}Other`]] as const),
  );
  return {
    ...(Object.fromEntries([...plain, ...counted]) as Catalogue),
    catalogueLanguage: { message: language },
  };
}

const changed = (catalogue: Catalogue, key: string, change: (message: string) => string) => ({
  ...catalogue,
  [key]: { message: change(catalogue[key]?.message ?? '') },
});
const without = (catalogue: Catalogue, key: string): Catalogue =>
  Object.fromEntries(Object.entries(catalogue).filter(([each]) => each !== key));

/** What can be wrong with a catalogue at one of its keys. */
const FAULTS: [fault: string, plant: (catalogue: Catalogue, key: string) => Catalogue][] = [
  ['a key that is missing', without],
  ['a key that nothing asks for', (whole, key) => changed(whole, `${key}Old`, () => 'Old')],
  ['a message without a text', (whole, key) => changed(whole, key, () => '')],
  ['a placeholder too many', (whole, key) => changed(whole, key, (text) => `${text} $9`)],
  ['a dollar sign by itself', (whole, key) => changed(whole, key, (text) => `${text} $`)],
];

test.each(LANGUAGES)('the catalogue %s is whole', (language) => {
  expect(problemsOf(language, catalogueOf(language), ENGLISH)).toEqual([]);
});

describe.each(MADE_UP)('the rules for a catalogue in %s', (language) => {
  const whole = wholeIn(language);
  const key = fc.constantFrom(...Object.keys(whole));

  test('have nothing against a whole one', () => {
    expect(problemsOf(language, whole, ENGLISH)).toEqual([]);
  });

  test.each(FAULTS)('find %s', (_, plant) => {
    fc.assert(
      fc.property(key, (at) => {
        const problems = problemsOf(language, plant(whole, at), ENGLISH);
        expect(problems.join()).toContain(at);
      }),
    );
  });

  test('find a placeholder that was left out', () => {
    const filled = Object.keys(whole).filter((each) => whole[each]?.message.includes('$1'));
    fc.assert(
      fc.property(fc.constantFrom(...filled), (at) => {
        const bare = changed(whole, at, (text) => text.replaceAll('$1', 'x'));
        expect(problemsOf(language, bare, ENGLISH).join()).toContain(at);
      }),
    );
  });

  test('find a plural form that the language has not, and one that it has', () => {
    const all = ['Zero', 'One', 'Two', 'Few', 'Many', 'Other'];
    const [stem = ''] = stemsOf(ENGLISH);
    for (const form of all) {
      const isOwn = formsOf(language).includes(form);
      const wrong = isOwn
        ? without(whole, stem + form)
        : { ...whole, [stem + form]: whole[`${stem}Other`] ?? { message: '' } };
      const problem = `${stem}${form} is ${isOwn ? 'missing' : 'not wanted'}`;
      expect(problemsOf(language, wrong, ENGLISH)).toEqual([problem]);
    }
  });

  test('find another language, and texts that a store refuses', () => {
    const wrong = {
      ...whole,
      catalogueLanguage: { message: 'tlh' },
      extensionName: { message: 'n'.repeat(46) },
      extensionDescription: { message: 'd'.repeat(133) },
    };
    expect(problemsOf(language, wrong, ENGLISH)).toEqual([
      'catalogueLanguage is tlh',
      'extensionName has 46 characters, and at most 45 fit',
      'extensionDescription has 133 characters, and at most 132 fit',
    ]);
  });
});
