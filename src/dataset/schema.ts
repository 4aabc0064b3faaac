/**
 * The shape of a dataset: what one dated source says about a handful of entities, every statement with its
 * evidence. zod is the only definition; types are inferred, and docs/dataset.md explains each field.
 */
import { z } from 'zod';
import { detectionSchema } from './detection-schema.ts';
import {
  dateSchema,
  idSchema,
  positionSchema,
  quoteSchema,
  relationSchema,
  timelineEventSchema,
} from './structure-schema.ts';

/** Longest summary, in UTF-16 code units: the length Wikipedia's Page Previews settled on for a lead. */
export const SUMMARY_LIMIT = 525;

const line = z.string().trim().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');
const paragraph = z.int().positive();
const citations = z.array(paragraph).min(1);

const sourceSchema = z.strictObject({
  kind: z.literal('news-report'),
  date: dateSchema.extend({ basis: line }),
  language: z.string().regex(/^[a-z]{2}$/),
  /** Of the source's text as UTF-8, so that anyone who holds it can tell that it is the same. */
  sha256,
  /** One for each paragraph, in order: its number of words, and the fingerprint of the words joined by spaces. */
  paragraphs: z.array(z.strictObject({ words: paragraph, sha256 })).min(1),
  /** Paragraphs that carry no fact, and why. */
  leftOut: z.array(z.strictObject({ paragraph, reason: line })),
  /** What the source's words for days mean. */
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
  /** First and last word in the paragraph, counted from 1; words are parted by white space. */
  words: z.tuple([paragraph, paragraph]),
  /** Of those words joined by single spaces. The words themselves stay with the source. */
  sha256,
});

const factSchema = z.strictObject({
  id: idSchema,
  /** One claim, in words of one's own. */
  statement: line,
  /**
   * Words by which other stories touch on it, though they say it otherwise; they decide only which fact a card
   * shows first.
   */
  cues: line.optional(),
  /** The entities that it concerns; `as` is what the source calls one where it does not use its name. */
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
    /** Who said it; only and always for what is on the record. */
    speaker: idSchema.optional(),
    /** Who said it too. */
    also: z.array(idSchema).optional(),
    /** On what occasion, or to whom. */
    setting: line.optional(),
  }),
  evidence: z.array(evidenceSchema).min(1),
  /** When it was said or happened; the source's own date where the source gives none. */
  date: dateSchema,
  /** Offices, intentions and states of talks are volatile; what happened on a day is stable. */
  stability: z.enum(['stable', 'volatile']),
});

export const KINDS = [
  'person',
  'weapon',
  'concept',
  'country',
  'organisation',
  'event',
  'plan',
] as const;

const entitySchema = z.strictObject({
  id: idSchema,
  kind: z.enum(KINDS),
  /** Cast entities are highlighted in pages only if the reader switches them on. */
  tier: z.enum(['main', 'cast']),
  name: line,
  /** Office or description as the source had it; `volatile` ones are said as of then. */
  role: z.strictObject({ text: line, volatile: z.boolean(), citations }),
  summary: line.max(SUMMARY_LIMIT),
  summaryCitations: citations,
  /** General knowledge that helps and that the source does not contain; shown as such. */
  notFromSource: line.max(200).optional(),
  detection: detectionSchema,
});

export const datasetSchema = z.strictObject({
  /** For editors: the JSON Schema that is generated from this file. */
  $schema: z.string().optional(),
  schemaVersion: z.literal(1),
  id: idSchema,
  /** Counts up with every published change. */
  version: z.int().positive(),
  source: sourceSchema,
  /** Words of statements that the source says otherwise: "Britain" for its "U.K.". Read by the verification. */
  equivalents: z.record(z.string(), z.array(line).min(1)),
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
export type Evidence = z.infer<typeof evidenceSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type EntityKind = (typeof KINDS)[number];
