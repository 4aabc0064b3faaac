/** How old the report is for its reader, in words: seen from the page where that has a date, otherwise from today. Pure. */
import { ageOf, comparePageDate, type Age, type SourceDate } from '../dataset/index.ts';
import { sayAge, sayLength, type Wording } from '../locale/index.ts';

export interface ReportAge {
  text: string;
  /** Whether the reader should notice it: a month or more, or a report that came after the page, or lies ahead. */
  isLarge: boolean;
}

/**
 * @param today any moment of the reader's day
 * @param pageDate day of the page, as `pageDateOf` gives it
 */
export function reportAge(
  date: SourceDate,
  today: Date,
  pageDate: string | undefined,
  { say, locale }: Wording,
): ReportAge {
  const gap = comparePageDate(pageDate, date);
  if (!gap) {
    const age = ageOf(date, today);
    return { text: unbroken(sayAge(age, locale)), isLarge: isLarge(age) };
  }
  const { page, by } = gap;
  if (page === 'same-day') return { text: say('reportSameDay'), isLarge: false };
  if (page === 'older')
    return { text: say('reportLater', unbroken(sayLength(by, locale))), isLarge: true };
  const isDayBefore = by.unit === 'day' && by.count === 1;
  return {
    text: isDayBefore
      ? say('reportDayBefore')
      : say('reportOlder', unbroken(sayLength(by, locale))),
    isLarge: isLarge(by),
  };
}

/** A date or a length of time that stays on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** A report of tomorrow may come from where it is tomorrow already. */
const isLarge = ({ unit, count }: Age): boolean => unit !== 'day' || count < -1;
