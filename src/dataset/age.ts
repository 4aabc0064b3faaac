/**
 * How old a dated statement is today, and how much newer or older a page is. Returns numbers; the views find the words.
 * Calendar arithmetic on plain dates: the caller says what day it is.
 */
import type { SourceDate } from './date-schema.ts';

const DAY_MS = 86_400_000;

/** Whole years, or else whole months, or else days. Counted from the first day of the date. */
export interface Age {
  unit: 'year' | 'month' | 'day';
  count: number;
}

/** A day of the calendar. Months count from 1. */
interface Day {
  year: number;
  month: number;
  day: number;
}

/**
 * @param today any moment of the reader's day, in the reader's time zone
 * @returns 0 days for today; a count below zero for a date that lies ahead: the clock or the date is wrong, and the reader should see it
 */
export function ageOf(date: SourceDate, today: Date): Age {
  const [first, now] = [firstDayOf(date), localDay(today)];
  if (utc(first) <= utc(now)) return between(first, now);
  const { unit, count } = between(now, first);
  return { unit, count: -count };
}

/** How much newer or older than a fact a page is. */
export interface PageAge {
  page: 'same-day' | 'newer' | 'older';
  by: Age;
}

/**
 * @param pageDate day of the page, as `pageDateOf` gives it; undefined if the page does not say
 * @returns undefined if there is nothing to compare
 */
export function comparePageDate(
  pageDate: string | undefined,
  fact: SourceDate,
): PageAge | undefined {
  const page = pageDate === undefined ? undefined : dayIn(pageDate);
  if (!page) return undefined;
  const factDay = firstDayOf(fact);
  const difference = utc(page) - utc(factDay);
  if (difference === 0) return { page: 'same-day', by: { unit: 'day', count: 0 } };
  return difference > 0
    ? { page: 'newer', by: between(factDay, page) }
    : { page: 'older', by: between(page, factDay) };
}

/** What a page says about its own date, unchanged. */
export interface PageDateHints {
  /** Texts of `script[type="application/ld+json"]`. */
  jsonLd?: readonly string[];
  /** `meta[property="article:published_time"]`. */
  published?: string;
  /** `datetime` of the article's first `time` element. */
  time?: string;
}

/** @returns the day on which the page says it was published (2024-09-11); undefined if it gives no real day */
export function pageDateOf({ jsonLd = [], published, time }: PageDateHints): string | undefined {
  const candidates = [...jsonLd.flatMap(publishedIn), published, time];
  return candidates
    .find((candidate) => candidate !== undefined && dayIn(candidate) !== undefined)
    ?.slice(0, 10);
}

/** Every `datePublished` of a JSON-LD text. A text that is not JSON has none. */
function publishedIn(text: string): string[] {
  const found: string[] = [];
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (key === 'datePublished' && typeof value === 'string') found.push(value);
      return value;
    });
  } catch {
    return [];
  }
  return found;
}

function between(earlier: Day, later: Day): Age {
  const months =
    (later.year - earlier.year) * 12 +
    (later.month - earlier.month) -
    (later.day < earlier.day ? 1 : 0);
  if (months >= 12) return { unit: 'year', count: Math.floor(months / 12) };
  if (months >= 1) return { unit: 'month', count: months };
  return { unit: 'day', count: (utc(later) - utc(earlier)) / DAY_MS };
}

/** The first day of a date: Monday for a week, the first for a month or year. */
export function firstDayOf({ value }: SourceDate): Day {
  const [year = '', rest = '01', day = '01'] = value.split('-');
  if (!rest.startsWith('W')) return { year: Number(year), month: Number(rest), day: Number(day) };
  // ISO 8601: week 1 has the year's first Thursday, and so it always has 4 January.
  const january4 = new Date(Date.UTC(Number(year), 0, 4));
  const monday = january4.getTime() - ((january4.getUTCDay() + 6) % 7) * DAY_MS;
  return dayOf(monday + (Number(rest.slice(1)) - 1) * 7 * DAY_MS);
}

/** The last day of a date: Sunday for a week. */
export function lastDayOf(date: SourceDate): Day {
  const { year, month, day } = firstDayOf(date);
  const { value } = date;
  if (value.includes('W')) return dayOf(utc({ year, month, day: day + 6 }));
  if (value.length === 4) return { year, month: 12, day: 31 };
  return value.length === 7 ? dayOf(utc({ year, month: month + 1, day: 0 })) : { year, month, day };
}

/** Days from 1 January 1970. */
export function dayNumber(day: Day): number {
  return utc(day) / DAY_MS;
}

function dayOf(moment: number): Day {
  const date = new Date(moment);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const localDay = (moment: Date): Day => ({
  year: moment.getFullYear(),
  month: moment.getMonth() + 1,
  day: moment.getDate(),
});

const utc = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);

/** The day at the start of an ISO 8601 date or time; undefined for other text and for days that no calendar has. */
function dayIn(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/.exec(text.trim());
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const real = new Date(utc(day));
  return real.getUTCMonth() + 1 === day.month && real.getUTCDate() === day.day ? day : undefined;
}
