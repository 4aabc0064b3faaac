/**
 * What detection needs of an entity, as data: aliases with language and script, evidence for and against a
 * referent, concept rules with examples. The rules that read it are in detect/.
 */
import { z } from 'zod';

const line = z.string().trim().min(1);

const nameSchema = z.strictObject({
  text: line,
  /** `surname` takes given names before it; `proper` and `surname` need capitals, `common` does not. */
  kind: z.enum(['surname', 'proper', 'common']),
  /** Whether the surname is enough without a given name; left out where it is. */
  alone: z.boolean().default(true),
  /** ISO 639-1 language and ISO 15924 script of the spelling. */
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .default('en'),
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/)
    .default('Latn'),
  /** How the name takes endings in its language: the name of a table in detect/; none for English. */
  inflection: line.optional(),
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
  /** Sentences of one's own that the rule must and must not find; each is a test. */
  examples: z.array(z.strictObject({ text: line, mention: z.boolean() })).default([]),
});

export const detectionSchema = z.strictObject({
  names: z.array(nameSchema),
  /** Given names that may stand before a surname and then belong to the mention. */
  givenNames: z.array(line).default([]),
  /** Words which, right before a name, make it somebody else's. */
  notAfter: z.array(line).default([]),
  /** Words which, right after a name, make it something else. */
  notBefore: z.array(line).default([]),
  /** Words which, elsewhere on the page, speak for this entity or against it. */
  evidenceFor: z.array(line).default([]),
  evidenceAgainst: z.array(line).default([]),
  concept: conceptSchema.optional(),
});

export type EntityName = z.infer<typeof nameSchema>;
export type ConceptRule = z.infer<typeof conceptSchema>;
/** What detection needs of one entity. */
export type EntityDetection = z.infer<typeof detectionSchema> & { id: string };
