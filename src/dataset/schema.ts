/**
 * The shape of a dataset: what one dated source says about a few entities, each statement with its evidence. These zod
 * schemas are the only definition; the types are inferred from them. docs/dataset.md explains each field.
 */
import { z } from 'zod';
import {
  ABOUT_MAX,
  ADDRESS_MAX,
  ENTITIES_MAX,
  EVIDENCE_MAX,
  FACTS_MAX,
  FORMS_MAX,
  NAME_MAX,
  NOTE_MAX,
  PARAGRAPHS_MAX,
  ROLE_MAX,
  STATEMENT_MAX,
  SUMMARY_MAX,
  TITLE_MAX,
} from './caps.ts';
import { dateSchema } from './date-schema.ts';
import { detectionSchema } from './detection-schema.ts';
import {
  kindsSchema,
  labelSchema,
  relationKindsSchema,
  stancesSchema,
  synonymsSchema,
} from './label-schema.ts';
import { signatureSchema } from './signature.ts';
import {
  positionSchema,
  quoteSchema,
  relationSchema,
  timelineEventSchema,
} from './structure-schema.ts';
import { idSchema, lineUpTo, nameText, shortLine } from './text-schema.ts';

/** The format that this program writes. `migrate.ts` reads the earlier ones. */
export const SCHEMA_VERSION = 2;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');
/** ISO 639-1. */
const language = z.string().regex(/^[a-z]{2}$/, 'a language code of two letters, like en');
const paragraph = z.int().min(1);
const citations = z.array(paragraph).min(1).max(PARAGRAPHS_MAX);

/** Of a page, without the name of a user. Anything else could be another thing than it looks like. */
const address = z
  .string()
  .max(ADDRESS_MAX, { abort: true })
  .regex(
    /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/,
    'an address that begins with https:// or http:// and has no name of a user',
  );

const stated = (text: z.ZodType<string>) => z.strictObject({ text, basis: shortLine });

/** Who published the source, where. Never guessed: each part says on what it rests. */
const publicationSchema = z.strictObject({
  publisher: stated(shortLine).optional(),
  headline: stated(shortLine).optional(),
  author: stated(shortLine).optional(),
  /** Shown as text; never fetched. */
  address: stated(address).optional(),
});

const sourceSchema = z.strictObject({
  /** What the source is, for readers: "News report". */
  kind: labelSchema,
  date: dateSchema.extend({ basis: shortLine }),
  /** In which the source is written. */
  language,
  publication: publicationSchema.optional(),
  /** Of the source's text in UTF-8. Whoever has the text can check that it is the same. */
  sha256,
  /** For each paragraph, in order: the number of its words, and the SHA-256 of the words joined by single spaces. */
  paragraphs: z
    .array(z.strictObject({ words: paragraph, sha256 }))
    .min(1)
    .max(PARAGRAPHS_MAX),
  /** Paragraphs without a fact, each with the reason. */
  leftOut: z.array(z.strictObject({ paragraph, reason: shortLine })).max(PARAGRAPHS_MAX),
  /** The source's words for dates, and the date that each means. */
  dateWords: z
    .array(z.strictObject({ words: shortLine, date: dateSchema.shape.value }))
    .max(PARAGRAPHS_MAX),
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
  statement: lineUpTo(STATEMENT_MAX),
  /** Words that other stories use about the same thing. They only decide which fact a card shows first. */
  cues: shortLine.optional(),
  /** The entities that the fact is about. `as` is the source's word for one that it does not call by name. */
  about: z
    .array(
      z.strictObject({
        entity: idSchema,
        part: z.enum(['subject', 'addressee', 'topic']),
        as: shortLine.optional(),
      }),
    )
    .min(1)
    .max(ABOUT_MAX),
  attribution: z.strictObject({
    manner: z.enum(MANNERS),
    /** Who said it. Required for `on-record`, and allowed only there. */
    speaker: idSchema.optional(),
    /** Who else said it. */
    also: z.array(idSchema).max(ABOUT_MAX).optional(),
    /** On what occasion, or to whom. */
    setting: shortLine.optional(),
  }),
  evidence: z.array(evidenceSchema).min(1).max(EVIDENCE_MAX),
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
  name: nameText,
  /** Id in Wikidata, by which datasets agree on who is meant. */
  sameAs: z
    .string()
    .regex(/^Q[1-9]\d{0,11}$/, 'an id of Wikidata, like Q42')
    .optional(),
  /** Office or description as the source had it. A card writes "then" before a volatile one. */
  role: z.strictObject({ text: lineUpTo(ROLE_MAX), volatile: z.boolean(), citations }),
  summary: lineUpTo(SUMMARY_MAX),
  summaryCitations: citations,
  /** General knowledge that helps and that the source does not contain. The card says so. */
  notFromSource: lineUpTo(NOTE_MAX).optional(),
  detection: detectionSchema,
});

export const datasetSchema = z.strictObject({
  /** For editors: the JSON Schema that `npm run dataset:schema` writes from this file. */
  $schema: z.string().max(ADDRESS_MAX).optional(),
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: idSchema,
  /** Counts up with every published change. */
  version: z.int().min(1),
  /** For readers: what the dataset is about. */
  title: lineUpTo(TITLE_MAX),
  /** In which the dataset's own words are written. */
  language,
  /** Who made it, in their own words. Nobody checks that. */
  maker: z.strictObject({ name: lineUpTo(TITLE_MAX), contact: lineUpTo(TITLE_MAX).optional() }),
  /** Under what terms others may use it: an SPDX licence expression. */
  licence: lineUpTo(TITLE_MAX),
  /** The day on which this version was finished. */
  made: dateSchema.shape.value,
  source: sourceSchema,
  /** Words of statements, with the source's words for the same: "Britain" for its "U.K.". For the verification. */
  equivalents: z.record(
    z.string().max(NAME_MAX),
    z.array(lineUpTo(NAME_MAX)).min(1).max(FORMS_MAX),
  ),
  synonyms: synonymsSchema,
  kinds: kindsSchema,
  stances: stancesSchema,
  relationKinds: relationKindsSchema,
  entities: z.array(entitySchema).min(1).max(ENTITIES_MAX),
  facts: z.array(factSchema).min(1).max(FACTS_MAX),
  positions: z.array(positionSchema).max(FACTS_MAX),
  timeline: z.array(timelineEventSchema).max(FACTS_MAX),
  relations: z.array(relationSchema).max(FACTS_MAX),
  quotes: z.array(quoteSchema).max(FACTS_MAX),
  /** Of everything else in the file. `npm run dataset:sign` writes it. */
  signature: signatureSchema.optional(),
});

export type Dataset = z.infer<typeof datasetSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Manner = (typeof MANNERS)[number];
export type DatasetFact = z.infer<typeof factSchema>;
export type Entity = z.infer<typeof entitySchema>;
