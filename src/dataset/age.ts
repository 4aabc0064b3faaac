/**
 * How old a dated statement is today, in the words' raw numbers; the views find the words.
 * Calendar arithmetic in UTC on plain dates: no clock and no time zone of its own.
 */
import type { SourceDate } from './schema.ts';

/** Whole years, or else whole months, or else days since the start of the dated day, month or year. */
export interface Age {
  unit: 'year' | 'month' | 'day';
  count: number;
}

/**
 * @param today any moment of the reader's day
 * @returns an age of 0 days for today and for dates still to come
 */
export function ageOf(date: SourceDate, today: Date): Age {
  const [year = 0, month = 1, day = 1] = date.value.split('-').map(Number);
  const months =
    (today.getFullYear() - year) * 12 +
    (today.getMonth() + 1 - month) -
    (today.getDate() < day ? 1 : 0);
  if (months >= 12) return { unit: 'year', count: Math.floor(months / 12) };
  if (months >= 1) return { unit: 'month', count: months };
  const now = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const days = Math.round((now - Date.UTC(year, month - 1, day)) / 86_400_000);
  return { unit: 'day', count: Math.max(0, days) };
}
