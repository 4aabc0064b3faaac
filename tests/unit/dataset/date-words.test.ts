import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateWordsIn, spanOf } from '../../../src/dataset/date-words.ts';

/** Whether the only words for a date in a text can mean a date, in a text of another date. */
function canMean(words: string, date: string, text: string): boolean {
  const found = dateWordsIn(words);
  expect(found, words).toHaveLength(1);
  return found[0]?.canMean(spanOf(date), spanOf(text)) ?? false;
}

/** A text of Wednesday 11 September 2024, in week 37. */
const TODAY = '2024-09-11';
const MEANINGS: [words: string, right: string[], wrong: string[]][] = [
  ['on Tuesday', ['2024-09-10'], ['2024-09-09', '2024-09-03', '2024-09', '2024-W37']],
  ['Wednesday’s debate', ['2024-09-11'], ['2024-09-10', '2024-09-18', '2024-09-04']],
  ['next Monday', ['2024-09-16', '2024-09-23'], ['2024-09-09', '2024-09-30']],
  ['last Tuesday', ['2024-09-10', '2024-09-03'], ['2024-09-17', '2024-08-27']],
  ['today', ['2024-09-11'], ['2024-09-10']],
  ['This morning', ['2024-09-11'], ['2024-09-12']],
  ['yesterday', ['2024-09-10'], ['2024-09-11', '2024-09-09']],
  ['last night', ['2024-09-10'], ['2024-09-09']],
  ['tomorrow', ['2024-09-12'], ['2024-09-11']],
  ['the day before yesterday', ['2024-09-09'], ['2024-09-10']],
  ['two days ago', ['2024-09-09'], ['2024-09-10']],
  ['last week', ['2024-W36', '2024-09-02', '2024-09-08'], ['2024-W35', '2024-W37', '2024-09-09']],
  ['later this week', ['2024-W37', '2024-09-13'], ['2024-W38', '2024-09-16']],
  ['next week', ['2024-W38'], ['2024-W37']],
  ['a week ago', ['2024-W36'], ['2024-W37']],
  ['three weeks ago', ['2024-W34'], ['2024-W33']],
  ['last month', ['2024-08', '2024-08-03'], ['2024-07', '2024-09', '2024']],
  ['Late last month', ['2024-08', '2024-08-28'], ['2024-08-03', '2024-09']],
  ['early this month', ['2024-09', '2024-09-03'], ['2024-09-28']],
  ['later this month', ['2024-09', '2024-09-28'], ['2024-10']],
  ['next month', ['2024-10'], ['2024-09', '2024-11']],
  ['last year', ['2023', '2023-05'], ['2022', '2024']],
  ['into next year', ['2025'], ['2024', '2026']],
  ['two years ago', ['2022'], ['2023']],
  ['in March', ['2024-03', '2025-03', '2024-03-05'], ['2024-04', '2022-03']],
  ['In May 2023', ['2023-05'], ['2024-05', '2023-06']],
  ['since 2014', ['2014', '2014-03'], ['2015']],
  ['10 September', ['2024-09-10'], ['2024-09-11', '2024-10-10', '2024-09']],
  ['September 10, 2024', ['2024-09-10'], ['2023-09-10', '2024-09-11']],
  ['Sept. 10', ['2024-09-10'], ['2024-09-11']],
  ['the 10th of September', ['2024-09-10'], ['2024-09-11']],
  ['on the 10th.', ['2024-09-10', '2024-08-10'], ['2024-09-11']],
  ['2024-09-10', ['2024-09-10'], ['2024-09-11']],
  ['Tuesday, 10 September', ['2024-09-10'], ['2024-09-11']],
  ['Tuesday 11 September', [], ['2024-09-10', '2024-09-11']],
];

test.each(MEANINGS)('"%s" can mean %j, and not %j', (words, right, wrong) => {
  for (const date of right) expect([date, canMean(words, date, TODAY)]).toEqual([date, true]);
  for (const date of wrong) expect([date, canMean(words, date, TODAY)]).toEqual([date, false]);
});

test.each([
  ['over the end of a year', 'last week', '2024-W52', '2025-01-01'],
  ['over the end of a year, by month', 'last month', '2024-12', '2025-01-15'],
  ['in a leap year', 'yesterday', '2024-02-29', '2024-03-01'],
  ['in a year of 53 weeks', 'last week', '2026-W53', '2027-01-05'],
])('words are right %s', (_, words, date, text) => {
  expect(canMean(words, date, text)).toBe(true);
});

test.each([
  'Biden may weigh in, and Theresa May agreed.',
  'The 2000 soldiers of the 82nd Airborne will march.',
  'Its Fath-360 missiles; a war in its third year; plans for the coming months.',
  'They met on the sun deck and sat down.',
  'The 21st century and the 5th brigade.',
])('no date is read into "%s"', (text) => {
  expect(dateWordsIn(text).map((found) => found.text)).toEqual([]);
});

test('several words in one sentence are found in their order', () => {
  const text = 'On Tuesday 10 September, two weeks ago and last month, he said “by next year”.';
  expect(dateWordsIn(text).map((found) => found.text)).toEqual([
    'Tuesday 10 September',
    'two weeks ago',
    'last month',
    'next year',
  ]);
});

const DAY_MS = 86_400_000;
const iso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** Days from 1990 to 2050, counted from 1 January 1970. */
const day = fc.integer({ min: 7305, max: 29219 });
const said = (options: Intl.DateTimeFormatOptions, at: number, locale = 'en-GB'): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(at * DAY_MS);

describe('for any day', () => {
  test('its name means it in the days around, and no other day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -6, max: 6 }), fc.nat(6), (text, away, other) => {
        const words = `on ${said({ weekday: 'long' }, text + away)}`;
        expect(canMean(words, iso(text + away), iso(text))).toBe(true);
        const wrong = text + away + other + 1;
        if (other < 6) expect(canMean(words, iso(wrong), iso(text))).toBe(false);
      }),
    );
  });

  test('its date in any usual form means it alone', () => {
    const forms: ((at: number) => string)[] = [
      (at) => said({ dateStyle: 'long' }, at),
      (at) => said({ dateStyle: 'long' }, at, 'en-US'),
      (at) => said({ dateStyle: 'full' }, at),
      (at) => said({ dateStyle: 'full' }, at, 'en-US'),
      iso,
    ];
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), fc.integer(), (at, form, more) => {
        const away = more % 5000 || 1;
        expect(canMean(form(at), iso(at), iso(at + away))).toBe(true);
        expect(canMean(form(at), iso(at + away), iso(at))).toBe(false);
      }),
    );
  });
});

test('any text is read without an error, and words do not overlap', () => {
  const piece = fc.constantFrom(
    ...['last ', 'next ', 'the ', '10', 'th', ' of ', 'September', ' ', ', ', '2024', 'Tuesday'],
    ...['-', 'week', 'month', ' ago', 'two ', 'early ', 'May', 'in ', '.', '99', '\u00a0', '’s'],
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: piece, maxLength: 30 })), (text) => {
      let end = 0;
      for (const found of dateWordsIn(text)) {
        expect(found.at).toBeGreaterThanOrEqual(end);
        end = found.at + found.text.length;
        expect(text.slice(found.at, end).replace(/\s/g, ' ')).toBe(found.text);
        found.canMean(spanOf('2024-09-11'), spanOf('2024'));
      }
    }),
  );
});
