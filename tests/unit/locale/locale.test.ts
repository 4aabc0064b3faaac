import { expect, test } from 'vitest';
import { sayAge, sayCount, sayDate, wordingLocale, type Say } from '../../../src/locale/index.ts';

const weekOf: Say = (_key, date) => `week of ${date}`;

test('dates are as precise as what is known', () => {
  const say = (value: string) =>
    sayDate({ value, inferred: true }, 'short', { say: weekOf, locale: 'en-GB' });
  expect(say('2024-09-11')).toBe('11 Sept 2024');
  expect(say('2024-08')).toBe('Aug 2024');
  expect(say('2024')).toBe('2024');
  expect(say('2024-W36')).toBe('week of 2 Sept 2024');
});

test('ages are said in the reader’s language', () => {
  expect(sayAge({ unit: 'year', count: 2 }, 'en')).toBe('2 years ago');
  expect(sayAge({ unit: 'day', count: 0 }, 'en')).toBe('today');
  expect(sayAge({ unit: 'month', count: 3 }, 'de')).toBe('vor 3 Monaten');
});

test('dates are in the language of the text around them', () => {
  const say = () => 'en';
  expect(wordingLocale(say, 'en-GB')).toBe('en-GB');
  expect(wordingLocale(say, 'en')).toBe('en');
  expect(wordingLocale(say, 'de-AT')).toBe('en');
});

test('counted messages take the plural form of the catalogue’s language, as far as it has one', () => {
  const catalogue: Partial<Record<string, string>> = {
    catalogueLanguage: 'pl',
    pageMentionsOne: 'wzmianka',
    pageMentionsFew: 'wzmianki',
    pageMentionsOther: 'wzmianek',
  };
  const say: Say = (key) => catalogue[key] ?? '';
  const forms = [1, 2, 5, 22].map((count) => sayCount(say, 'pageMentions', count));
  expect(forms).toEqual(['wzmianka', 'wzmianki', 'wzmianek', 'wzmianki']);
});
