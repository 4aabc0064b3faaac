/**
 * English words for days, weeks, months and years, and the dates that they can mean in a text of a known date. Pure
 * calendar arithmetic on days counted from 1 January 1970. Knows no dataset.
 */
import { dayNumber, firstDayOf, lastDayOf } from './age.ts';

/** First and last day of a date. */
export interface Span {
  first: number;
  last: number;
}

/** The days of a date as datasets write it (`date-schema.ts`). */
export function spanOf(value: string): Span {
  const date = { value, inferred: false };
  return { first: dayNumber(firstDayOf(date)), last: dayNumber(lastDayOf(date)) };
}

export const isDay = ({ first, last }: Span): boolean => first === last;
export const contains = (outer: Span, inner: Span): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

/** Words for a date in a text. */
export interface DateWords {
  /** As in the text. */
  text: string;
  /** Where they begin, in UTF-16 code units. */
  at: number;
  /** Whether they name one day, not a longer time. */
  isDay: boolean;
  /** Whether they can mean a date, in a text of another date. */
  canMean: (date: Span, text: Span) => boolean;
  /**
   * The dates that they mean, as datasets write them: one if the words and the date of the text decide it, several if more than one
   * is as good, none if nothing decides. For authors, who have to choose.
   * @param text date of the text, if it is known
   */
  dates: (text: Span | undefined) => string[];
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const NUMBERS = [
  ...['a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
  ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
  'twenty',
];

/** 0 for Monday. Day 0, 1 January 1970, was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
/** Monday of the same week. */
const mondayOf = (day: number): number => day - weekdayOf(day);
const monthOf = (day: number): { year: number; month: number; day: number } => {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
};
/** Months from the year 0. */
const monthNumber = (day: number): number => monthOf(day).year * 12 + monthOf(day).month;

const two = (number: number): string => String(number).padStart(2, '0');
const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const daysFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** A day, week, month or year as datasets write it. */
function periodText(unit: string, { first }: Span): string {
  if (unit === 'day') return dayText(first);
  const { year, month } = monthOf(first);
  if (unit === 'year') return String(year);
  if (unit === 'month') return `${year}-${two(month + 1)}`;
  // ISO 8601: a week belongs to the year that has its Thursday, and the first one has 4 January.
  const ofYear = monthOf(first + 3).year;
  const firstMonday = mondayOf(Date.UTC(ofYear, 0, 4) / 86_400_000);
  return `${ofYear}-W${two((first - firstMonday) / 7 + 1)}`;
}

/** The days of a week, month or year. @param offset how many after the one that a day is in */
function periodAt(unit: string, day: number, offset: number): Span {
  if (unit === 'day') return { first: day + offset, last: day + offset };
  if (unit === 'week') {
    const first = mondayOf(day) + 7 * offset;
    return { first, last: first + 6 };
  }
  const { year } = monthOf(day);
  const from = unit === 'month' ? monthNumber(day) + offset : (year + offset) * 12;
  const start = (month: number): number =>
    Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
  return { first: start(from), last: start(from + (unit === 'month' ? 1 : 12)) - 1 };
}

type Bounds = readonly [from: number, to: number];
type BoundsByWord = Readonly<Partial<Record<string, Bounds>>>;

/** Parts of a period, as shares of it. They are wide, because nobody defines where "early" ends. */
const PARTS: BoundsByWord = { early: [0, 0.5], mid: [0.2, 0.8], late: [0.5, 1] };
/** Days between the text and a weekday after this word. */
const SIDES: BoundsByWord = { last: [-14, -1], next: [1, 14] };
/** A weekday without such a word is the nearest one. */
const NEAREST: Bounds = [-6, 6];

/** The part of a period that "early", "mid" or "late" means. Other words mean all of it. */
function partOf({ first, last }: Span, part: string): Span {
  const length = last - first + 1;
  const [from, to] = PARTS[part.toLowerCase()] ?? [0, 1];
  return { first: first + Math.floor(length * from), last: first + Math.ceil(length * to) - 1 };
}

type Meaning = Pick<DateWords, 'isDay' | 'canMean' | 'dates'>;

function weekday(name: string, side: string): Meaning {
  const wanted = WEEKDAYS.indexOf(name);
  const [from, to] = SIDES[side.toLowerCase()] ?? NEAREST;
  return {
    isDay: true,
    canMean: (date, text) =>
      isDay(date) &&
      weekdayOf(date.first) === wanted &&
      (!isDay(text) || (date.first - text.first >= from && date.first - text.first <= to)),
    dates: (text) =>
      text && isDay(text)
        ? daysFrom(text.first + from, text.first + to)
            .filter((day) => weekdayOf(day) === wanted)
            .map(dayText)
        : [],
  };
}

/** A day, week, month or year, counted from that of the text. `part` ("early") counts for dates that are finer. */
function period(unit: string, offset: number, part = ''): Meaning {
  return {
    isDay: unit === 'day',
    canMean(date, text) {
      const whole = periodAt(unit, text.first, offset);
      // The date of the text is too wide: in a text of a whole month, "yesterday" can be any day.
      if (!contains(periodAt(unit, text.first, 0), text)) return true;
      const isWhole = date.first === whole.first && date.last === whole.last;
      return isWhole || contains(partOf(whole, part), date);
    },
    dates: (text) =>
      text && contains(periodAt(unit, text.first, 0), text)
        ? [periodText(unit, periodAt(unit, text.first, offset))]
        : [],
  };
}

type CalendarParts = Record<'year' | 'month' | 'day', string>;

/** A date of the calendar. Without a year, it is less than a year from the text. */
function calendarDate({ year, month, day }: CalendarParts): Meaning {
  const wantedMonth = MONTHS.findIndex((name) => name.slice(0, 3) === month.slice(0, 3));
  const canMean = (date: Span, text: Span): boolean => {
    const [first, last] = [monthOf(date.first), monthOf(date.last)];
    if (year === '') {
      const isNear = date.first - text.last < 366 && text.first - date.last < 366;
      if (!isNear) return false;
    } else if (first.year !== Number(year) || last.year !== Number(year)) return false;
    if (month !== '' && (first.month !== wantedMonth || last.month !== wantedMonth)) return false;
    return day === '' || (isDay(date) && first.day === Number(day));
  };
  return { isDay: day !== '', canMean, dates: (text) => calendarDates({ year, month, day }, text) };
}

/** Every date that its parts allow within a year of the text. The 31st is only in months that have one. */
function calendarDates({ year, month, day }: CalendarParts, text: Span | undefined): string[] {
  const wanted = MONTHS.findIndex((name) => name.slice(0, 3) === month.slice(0, 3));
  if (year !== '' && month === '') return [year];
  if (year === '' && !text) return [];
  const here = text ? monthNumber(text.first) : 0;
  const months =
    year !== ''
      ? [Number(year) * 12 + wanted]
      : month === ''
        ? [here - 1, here, here + 1]
        : daysFrom(here - 12, here + 12).filter((number) => number % 12 === wanted);
  return months.flatMap((number) => {
    const name = `${Math.floor(number / 12)}-${two((number % 12) + 1)}`;
    if (day === '') return name;
    const start = Date.UTC(Math.floor(number / 12), number % 12, 1) / 86_400_000;
    const at = start + Number(day) - 1;
    return Number(day) > 0 && monthNumber(at) === number ? dayText(at) : [];
  });
}

const capitalised = (word: string): string =>
  word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();

const WEEKDAY = WEEKDAYS.join('|');
const MONTH = `${MONTHS.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?`;
const ORDINAL = '(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d\\d';
/** Matches right after one of some words. After "in", "May" is a month and 2024 a year. */
const after = (words: string): string => {
  const either = words
    .split(' ')
    .map((word) => `[${capitalised(word)[0] ?? ''}${word[0] ?? ''}]${word.slice(1)}`);
  return `(?<=\\b(?:${either.join('|')})[ -])`;
};
const BEFORE_MONTH = 'in since until by of from during early mid late before after';
const BEFORE_YEAR = 'in since until during early mid late';

type Groups = Partial<Record<string, string>>;

/** Forms of dates, the longest first. Later patterns skip what an earlier one has found. */
const PATTERNS: [pattern: RegExp, meaningOf: (groups: Groups) => Meaning][] = [
  [/\b(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)\b/g, isoDate],
  [
    new RegExp(
      `\\b(?:(?<weekday>${WEEKDAY}),? (?:the )?)?(?<day>\\d{1,2})${ORDINAL} (?:of )?(?<month>${MONTH})(?:,? (?<year>${YEAR}))?(?!\\w)`,
      'g',
    ),
    fullDate,
  ],
  [
    new RegExp(
      `\\b(?:(?<weekday>${WEEKDAY}),? )?(?<month>${MONTH}) (?:the )?(?<day>\\d{1,2})${ORDINAL}(?:,? (?<year>${YEAR}))?(?!\\w)`,
      'g',
    ),
    fullDate,
  ],
  [new RegExp(`\\b(?<month>${MONTH}) (?<year>${YEAR})\\b`, 'g'), fullDate],
  [
    new RegExp(`\\b(?:(?<side>last|next|this) )?(?<weekday>${WEEKDAY})\\b`, 'gi'),
    ({ weekday: name = '', side = '' }) => weekday(capitalised(name), side),
  ],
  [
    /\b(?<word>the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))\b/gi,
    ({ word = '' }) => period('day', OFFSETS[word.toLowerCase()] ?? 0),
  ],
  [
    /\b(?:(?<part>early|mid|late)[ -])?(?<side>last|this|that|next) (?<unit>week|month|year)\b/gi,
    ({ side = '', unit = '', part }) =>
      period(unit.toLowerCase(), { last: -1, next: 1 }[side.toLowerCase()] ?? 0, part),
  ],
  [
    new RegExp(
      `\\b(?<count>\\d+|an?|${NUMBERS.join('|')}) (?<unit>day|week|month|year)s? ago\\b`,
      'gi',
    ),
    ({ count = '', unit = '' }) => period(unit.toLowerCase(), -countOf(count)),
  ],
  [new RegExp(`${after(BEFORE_MONTH)}(?<month>${MONTHS.join('|')})\\b`, 'g'), fullDate],
  // Only at the end of a phrase: "the 10th" may go on with "brigade" or "century".
  [/\bthe (?<day>\d{1,2})(?:st|nd|rd|th)(?=[,.;:!?)]|$)/g, fullDate],
  [new RegExp(`${after(BEFORE_YEAR)}(?<year>${YEAR})\\b`, 'g'), fullDate],
];

const OFFSETS: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  yesterday: -1,
  'last night': -1,
  tomorrow: 1,
  'the day after tomorrow': 2,
};

const countOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : Math.max(0, NUMBERS.indexOf(word.toLowerCase())) + 1;

function fullDate({ weekday: name, year = '', month = '', day = '' }: Groups): Meaning {
  const date = calendarDate({ year, month, day });
  if (name === undefined) return date;
  const wanted = WEEKDAYS.indexOf(name);
  const isWeekday = ({ first }: Span): boolean => weekdayOf(first) === wanted;
  return {
    isDay: true,
    canMean: (span, text) => isWeekday(span) && date.canMean(span, text),
    dates: (text) => date.dates(text).filter((value) => isWeekday(spanOf(value))),
  };
}

function isoDate({ year = '', month = '', day = '' }: Groups): Meaning {
  return calendarDate({ year, month: MONTHS[Number(month) - 1] ?? '?', day });
}

/** All words for dates in an English text, in order and without overlap. */
export function dateWordsIn(text: string): DateWords[] {
  const spaced = text.replace(/\s/g, ' ');
  const found: DateWords[] = [];
  for (const [pattern, meaningOf] of PATTERNS) {
    for (const match of spaced.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some(({ at, text: other }) => at < end && start < at + other.length)) continue;
      found.push({ text: match[0], at: start, ...meaningOf(match.groups ?? {}) });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
