/** Dates as datasets write them: as precise as they are known. */
import { z } from 'zod';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-W(\d{2}))?$/;

/** Whether the calendar has this day, month or week. Text of another form passes: the pattern refuses it. */
function isInCalendar(text: string): boolean {
  const [, year = 0, month = 1, day = 1, week = 1] = (DATE.exec(text) ?? []).map(
    (part: string | undefined) => (part === undefined ? undefined : Number(part)),
  );
  const date = new Date(Date.UTC(year, month - 1, day));
  // ISO 8601: a year has 53 weeks if it begins on a Thursday, or if it is a leap year and begins on a Wednesday.
  const firstWeekday = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const weeks = firstWeekday === 4 || (isLeap && firstWeekday === 3) ? 53 : 52;
  // A day that a month does not have is in another month.
  return date.getUTCMonth() === month - 1 && week >= 1 && week <= weeks;
}

/** 2024, 2024-09, 2024-09-11, or the ISO 8601 week 2024-W36. */
export const dateSchema = z.strictObject({
  value: z
    .string()
    .regex(DATE, 'a date like 2024, 2024-09, 2024-W36 or 2024-09-11')
    .refine(isInCalendar, 'a date that the calendar has'),
  /** Whether an author worked the date out from the text. `false` if the source prints it. */
  inferred: z.boolean(),
});

export type SourceDate = z.infer<typeof dateSchema>;
