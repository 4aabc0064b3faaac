/**
 * What a card can draw from facts: positions side by side, a timeline, relations, short quotes. Each only
 * points to facts, which carry attribution and evidence.
 */
import { z } from 'zod';

/** Lower-case words joined by hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

const line = z.string().trim().min(1);
const factIds = z.array(idSchema).min(1);

/** Most words of a quotation, by a named speaker. */
export const QUOTE_WORDS = 8;

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-W(\d{2}))?$/;

/** Whether the calendar has a day, month or week; text that is no date at all is for the pattern to refuse. */
function isInCalendar(text: string): boolean {
  const [, year = 0, month = 1, day = 1, week = 1] = (DATE.exec(text) ?? []).map(
    (part: string | undefined) => (part === undefined ? undefined : Number(part)),
  );
  const date = new Date(Date.UTC(year, month - 1, day));
  // ISO 8601: a year that begins on a Thursday, or is a leap year that begins on a Wednesday, has 53 weeks.
  const first = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const weeks = first === 4 || (isLeap && first === 3) ? 53 : 52;
  return (
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && week >= 1 && week <= weeks
  );
}

/** 2024, 2024-09, 2024-09-11, or the ISO 8601 week 2024-W36: as precise as is known. */
export const dateSchema = z.strictObject({
  value: z
    .string()
    .regex(DATE, 'a date like 2024, 2024-09, 2024-W36 or 2024-09-11')
    .refine(isInCalendar, 'a date that the calendar has'),
  /** Whether the source prints the date or it was worked out from the text. */
  inferred: z.boolean(),
});

export const STANCES = ['for', 'open', 'raised', 'divided', 'reluctant', 'against'] as const;
export const RELATIONS = [
  'travelled-with',
  'met',
  'asked',
  'accused',
  'differed-from',
  'debated',
  'would-brief',
  'would-meet',
] as const;

export const positionSchema = z.strictObject({
  /** The concept that is for or against. */
  question: idSchema,
  holder: idSchema,
  stance: z.enum(STANCES),
  facts: factIds,
});

export const timelineEventSchema = z.strictObject({
  id: idSchema,
  label: line.max(60),
  date: dateSchema,
  /** Planned when the source reported it; whether it happened is not the source's to say. */
  state: z.enum(['reported', 'planned']),
  facts: factIds,
});

export const relationSchema = z.strictObject({
  kind: z.enum(RELATIONS),
  from: idSchema,
  to: idSchema,
  facts: factIds,
});

export const quoteSchema = z.strictObject({
  words: line.refine(
    (words) => words.split(/\s+/).length <= QUOTE_WORDS,
    `at most ${QUOTE_WORDS} words`,
  ),
  speaker: idSchema,
  fact: idSchema,
});

export type SourceDate = z.infer<typeof dateSchema>;
export type Position = z.infer<typeof positionSchema>;
export type TimelineEvent = z.infer<typeof timelineEventSchema>;
export type Relation = z.infer<typeof relationSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Stance = Position['stance'];
export type RelationKind = Relation['kind'];
