/**
 * The shape of a dataset: what one dated source says about a handful of entities, every statement cited.
 * zod is the only definition; types are inferred. Nothing here reads files: see cli/dataset-plugin.ts.
 */
import { z } from 'zod';

/** Longest summary, in UTF-16 code units: the length Wikipedia's Page Previews settled on for a lead. */
export const SUMMARY_LIMIT = 525;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const line = z.string().trim().min(1);

const dateSchema = z.strictObject({
  /** ISO 8601, as precise as is known: 2024, 2024-09 or 2024-09-11. */
  value: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date like 2024, 2024-09 or 2024-09-11'),
  /** Whether the source prints the date or it was worked out from the text. */
  inferred: z.boolean(),
});

const sourceSchema = z.strictObject({
  kind: z.literal('news-report'),
  date: dateSchema,
  /** Citations are numbers from 1 to this. */
  paragraphs: z.int().positive(),
  language: z.string().regex(/^[a-z]{2}$/),
  /** Of the source's text as UTF-8, so that anyone who holds it can tell that it is the same. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How the source came by a statement. */
export const MANNERS = [
  'on-record',
  'person-familiar',
  'people-familiar',
  'official',
  'report',
] as const;

const factSchema = z.strictObject({
  id,
  /** Entities that the statement concerns; cards list the fact under each. */
  entities: z.array(id).min(1),
  statement: line,
  /** `speaker` is left out where the manner already says all that is known. */
  attribution: z.strictObject({ manner: z.enum(MANNERS), speaker: line.optional() }),
  citations: z.array(z.int().positive()).min(1),
  /** When it was said or happened; the source's own date where the source gives none. */
  date: dateSchema,
});

const nameSchema = z.strictObject({
  text: line,
  /** `surname` takes given names before it; `proper` and `surname` need capitals, `common` does not. */
  kind: z.enum(['surname', 'proper', 'common']),
});

const conceptSchema = z.strictObject({
  /** Who acts. Phrases are folded (lower case, no accents); a trailing `*` stands for any ending of the word. */
  actors: z.array(line).min(1),
  /** Who may stand as the one who acts but makes it another story. */
  otherActors: z.array(line),
  /** What is done; `…` in a phrase stands for up to six words in between. */
  actions: z.array(line).min(1),
  /** To what. */
  objects: z.array(line).min(1),
  /** What else the same verbs are done to: between action and object they make it another story. */
  otherObjects: z.array(line),
  /** Words that, anywhere in the text, show that it is about the right war when the object names no owner. */
  setting: z.array(line).min(1),
  /** Whose objects count, and whose do not, when the sentence says so right before the object. */
  objectsOf: z.array(line),
  objectsNotOf: z.array(line),
});

const detectionSchema = z.strictObject({
  names: z.array(nameSchema),
  /** Given names that may stand before a surname and then belong to the mention. */
  givenNames: z.array(line).default([]),
  /** Words which, right before a surname, make it somebody else's. */
  notAfter: z.array(line).default([]),
  /** Words which, right after a name, make it something else. */
  notBefore: z.array(line).default([]),
  concept: conceptSchema.optional(),
});

const entitySchema = z.strictObject({
  id,
  kind: z.enum(['person', 'weapon', 'concept']),
  name: line,
  /** Office or description as the source had it; `volatile` ones are said as of then. */
  role: z.strictObject({
    text: line,
    volatile: z.boolean(),
    citations: z.array(z.int().positive()).min(1),
  }),
  summary: line.max(SUMMARY_LIMIT),
  summaryCitations: z.array(z.int().positive()).min(1),
  /** General knowledge that helps and that the source does not contain; shown as such. */
  notFromSource: line.max(200).optional(),
  detection: detectionSchema,
});

export const datasetSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id,
  /** Counts up with every published change. */
  version: z.int().positive(),
  source: sourceSchema,
  entities: z.array(entitySchema).min(1),
  facts: z.array(factSchema).min(1),
});

export type Dataset = z.infer<typeof datasetSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type SourceDate = z.infer<typeof dateSchema>;
export type Manner = (typeof MANNERS)[number];
export type Fact = z.infer<typeof factSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type EntityName = z.infer<typeof nameSchema>;
export type ConceptRule = z.infer<typeof conceptSchema>;
/** What detection needs of one entity. */
export type EntityDetection = z.infer<typeof detectionSchema> & { id: string };
