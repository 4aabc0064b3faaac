/**
 * What a card shows beside plain facts: positions, a timeline, relations, short quotes. Each entry points to facts, and
 * the facts hold attribution and evidence.
 */
import { z } from 'zod';
import { EVENT_LABEL_MAX, FACTS_MAX, QUOTE_MAX, QUOTE_WORDS_MAX } from './caps.ts';
import { dateSchema } from './date-schema.ts';
import { fewWords, idSchema, lineUpTo } from './text-schema.ts';

const factIds = z.array(idSchema).min(1).max(FACTS_MAX);

export const positionSchema = z.strictObject({
  /** The idea on which somebody takes a stance. */
  question: idSchema,
  holder: idSchema,
  /** A key of the dataset's `stances`. */
  stance: idSchema,
  facts: factIds,
});

export const timelineEventSchema = z.strictObject({
  id: idSchema,
  label: lineUpTo(EVENT_LABEL_MAX),
  date: dateSchema,
  /** `planned` if it lay ahead when the source reported it. The source cannot say whether it happened. */
  state: z.enum(['reported', 'planned']),
  facts: factIds,
});

export const relationSchema = z.strictObject({
  /** A key of the dataset's `relationKinds`. */
  kind: idSchema,
  from: idSchema,
  to: idSchema,
  facts: factIds,
});

export const quoteSchema = z.strictObject({
  words: fewWords(QUOTE_MAX, QUOTE_WORDS_MAX),
  speaker: idSchema,
  fact: idSchema,
});

export type TimelineEvent = z.infer<typeof timelineEventSchema>;
export type Quote = z.infer<typeof quoteSchema>;
