/**
 * The shape of a dataset: what one dated source says about a few entities, each statement with its evidence. These zod
 * schemas are the only definition; the types are inferred from them. docs/dataset.md explains each field.
 */
import { z } from 'zod';
import { dateSchema } from './date-schema.ts';
import { detectionSchema } from './detection-schema.ts';
import {
  kindsSchema,
  labelSchema,
  relationKindsSchema,
  stancesSchema,
  synonymsSchema,
} from './label-schema.ts';
import {
  positionSchema,
  quoteSchema,
  relationSchema,
  timelineEventSchema,
} from './structure-schema.ts';
import { idSchema, line } from './text-schema.ts';

/** Longest summary, in UTF-16 code units: a card of 360 by 320 px then has room for two facts. */
const SUMMARY_MAX = 160;
/** Longest note of general knowledge, in UTF-16 code units. */
const NOTE_MAX = 200;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');
const paragraph = z.int().positive();
const citations = z.array(paragraph).min(1);

const sourceSchema = z.strictObject({
  /** What the source is, for readers: "News report". */
  kind: labelSchema,
  date: dateSchema.extend({ basis: line }),
  language: z.string().regex(/^[a-z]{2}$/),
  /** Of the source's text in UTF-8. Whoever has the text can check that it is the same. */
  sha256,
  /** For each paragraph, in order: the number of its words, and the SHA-256 of the words joined by single spaces. */
  paragraphs: z.array(z.strictObject({ words: paragraph, sha256 })).min(1),
  /** Paragraphs without a fact, each with the reason. */
  leftOut: z.array(z.strictObject({ paragraph, reason: line })),
  /** The source's words for dates, and the date that each means. */
  dateWords: z.array(z.strictObject({ words: line, date: dateSchema.shape.value })),
});

/** How the source came by a statement. */
export const MANNERS = [
  'on-record',
  'person-familiar',
  'people-familiar',
  'official',
  'report',
] as const;

const evidenceSchema = z.strictObject({
  paragraph,
  /** First and last word in the paragraph, counted from 1. White space separates words. */
  words: z.tuple([paragraph, paragraph]),
  /** Of those words joined by single spaces. The words themselves stay with the source. */
  sha256,
});

const factSchema = z.strictObject({
  id: idSchema,
  /** One claim in the author's own words. */
  statement: line,
  /** Words that other stories use about the same thing. They only decide which fact a card shows first. */
  cues: line.optional(),
  /** The entities that the fact is about. `as` is the source's word for one that it does not call by name. */
  about: z
    .array(
      z.strictObject({
        entity: idSchema,
        part: z.enum(['subject', 'addressee', 'topic']),
        as: line.optional(),
      }),
    )
    .min(1),
  attribution: z.strictObject({
    manner: z.enum(MANNERS),
    /** Who said it. Required for `on-record`, and allowed only there. */
    speaker: idSchema.optional(),
    /** Who else said it. */
    also: z.array(idSchema).optional(),
    /** On what occasion, or to whom. */
    setting: line.optional(),
  }),
  evidence: z.array(evidenceSchema).min(1),
  /** When it was said or happened; the source's own date if the source gives no other. */
  date: dateSchema,
  /** `volatile` for offices, intentions and states of talks; `stable` for what happened on a day. */
  stability: z.enum(['stable', 'volatile']),
});

const entitySchema = z.strictObject({
  id: idSchema,
  /** A key of the dataset's `kinds`. */
  kind: idSchema,
  /** Pages highlight entities of the cast only if the reader switches them on. */
  tier: z.enum(['main', 'cast']),
  name: line,
  /** Office or description as the source had it. A card writes "then" before a volatile one. */
  role: z.strictObject({ text: line, volatile: z.boolean(), citations }),
  summary: line.max(SUMMARY_MAX),
  summaryCitations: citations,
  /** General knowledge that helps and that the source does not contain. The card says so. */
  notFromSource: line.max(NOTE_MAX).optional(),
  detection: detectionSchema,
});

export const datasetSchema = z.strictObject({
  /** For editors: the JSON Schema that `npm run dataset:schema` writes from this file. */
  $schema: z.string().optional(),
  schemaVersion: z.literal(1),
  id: idSchema,
  /** Counts up with every published change. */
  version: z.int().positive(),
  source: sourceSchema,
  /** Words of statements, with the source's words for the same: "Britain" for its "U.K.". For the verification. */
  equivalents: z.record(z.string(), z.array(line).min(1)),
  synonyms: synonymsSchema,
  kinds: kindsSchema,
  stances: stancesSchema,
  relationKinds: relationKindsSchema,
  entities: z.array(entitySchema).min(1),
  facts: z.array(factSchema).min(1),
  positions: z.array(positionSchema),
  timeline: z.array(timelineEventSchema),
  relations: z.array(relationSchema),
  quotes: z.array(quoteSchema),
});

export type Dataset = z.infer<typeof datasetSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Manner = (typeof MANNERS)[number];
export type DatasetFact = z.infer<typeof factSchema>;
export type Entity = z.infer<typeof entitySchema>;
