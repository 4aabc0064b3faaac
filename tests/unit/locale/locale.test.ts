import { expect, test } from 'vitest';
import {
  directionOf,
  sayAge,
  sayCount,
  sayDate,
  sayList,
  sayMaker,
  sayReportLanguage,
  substituted,
  wordingLocale,
  type Say,
} from '../../../src/locale/index.ts';

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

test.each([
  ['en', 'in 2 years', 'in 3 days'],
  ['uk', 'через 2 роки', 'через 3 дні'],
  ['de', 'in 2 Jahren', 'in 3 Tagen'],
  ['fr', 'dans 2 ans', 'dans 3 jours'],
  ['pl', 'za 2 lata', 'za 3 dni'],
  ['es', 'dentro de 2 años', 'dentro de 3 días'],
  ['ar', 'خلال سنتين', 'خلال ٣ أيام'],
])('what lies ahead is not of today (%s)', (locale, years, days) => {
  expect(sayAge({ unit: 'year', count: -2 }, locale)).toBe(years);
  const latin = (text: string) =>
    text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  expect(latin(sayAge({ unit: 'day', count: -3 }, locale))).toBe(latin(days));
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

test('a counted message can say something else than the number', () => {
  const say: Say = (key, ...values) =>
    key === 'catalogueLanguage' ? 'ar' : [key, ...values].join(' ');
  expect(sayCount(say, 'citation', 2, '3, 5')).toBe('citationTwo 3, 5');
  expect(sayCount(say, 'citedParagraph', 3, '3, 5, 7', 18)).toBe('citedParagraphFew 3, 5, 7 18');
});

test.each([
  ['en', '1, 2, 3'],
  ['de', '1, 2 und 3'],
  ['ar', '1، و2، و3'],
])('a list is written as %s writes it', (language, list) => {
  expect(sayList(() => language, [1, 2, 3])).toBe(list);
});

test('names of the other direction keep the order of a list', () => {
  const names = sayList(() => 'ar', ['Blinken', 'Lammy'], 'conjunction');
  expect(names).toBe('\u2068Blinken\u2069 و\u2068Lammy\u2069');
  expect(sayList(() => 'en', ['A', 'B', 'C'], 'conjunction')).toBe('A, B, and C');
});

test('numbers have the digits and groups of the language', () => {
  expect(substituted([12_345, 2000, 0], 'en-GB')).toEqual(['12,345', '2000', '0']);
  expect(substituted([12_345], 'de')).toEqual(['12.345']);
  expect(substituted([12], 'ar-EG')).toEqual(['١٢']);
});

test('a text keeps its own direction in a sentence of the other one', () => {
  expect(substituted(['*.example.org'], 'ar')).toEqual(['\u2068*.example.org\u2069']);
  expect(substituted(['לזלנסקי', 'Lammy'], 'en')).toEqual(['\u2068לזלנסקי\u2069', 'Lammy']);
});

test.each([
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['arn', 'ltr'],
  ['de', 'ltr'],
  ['en-GB', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

test('the language of the report is said to readers of another one', () => {
  const say: Say = (key, name) => `${key} ${String(name)}`;
  expect(sayReportLanguage('en', { say, locale: 'de' })).toBe('reportLanguage Englisch');
  expect(sayReportLanguage('en', { say, locale: 'en-GB' })).toBe('');
});

test.each([
  ['The Times', 'Says it is by: “The Times”'],
  [
    'The Times” · Checked here on 30 Nov. 2026 · “x',
    'Says it is by: “The Times’ · Checked here on 30 Nov. 2026 · ’x”',
  ],
  ['«a» "b" „c“ ‟d', 'Says it is by: “’a’ ’b’ ’c’ ’d”'],
])('the name of a maker cannot end its quotation marks: %s', (maker, said) => {
  const say: Say = (_key, name) => `Says it is by: “${name}”`;
  expect(sayMaker(maker, say)).toBe(said);
});
