/**
 * What detection needs of an entity, as data: aliases with language and script, evidence for and against a
 * referent, concept rules with examples. The rules that read it are in detect/.
 */
import { z } from 'zod';

const line = z.string().trim().min(1);
const languageCode = z.string().regex(/^[a-z]{2,3}$/);

const nameSchema = z.strictObject({
  text: line,
  /** `surname` takes given names before it; `proper` and `surname` need capitals, `common` does not. */
  kind: z.enum(['surname', 'proper', 'common']),
  /** Whether the name is enough by itself; if not, a given name, a title or evidence has to be near. */
  alone: z.boolean().default(true),
  /** Languages (ISO 639-1) in which the name is an ordinary word, and so not enough by itself. */
  wordIn: z.array(languageCode).default([]),
  /** ISO 639-1 languages whose endings the name takes, parted by spaces; `mul` for all of its script. */
  lang: z
    .string()
    .regex(/^[a-z]{2,3}( [a-z]{2,3})*$/)
    .default('en'),
  /** ISO 15924 script of the spelling. */
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/)
    .default('Latn'),
});

const conceptSchema = z.strictObject({
  /** ISO 639-1; the small words that the rule reads a sentence by are those of the language. */
  lang: languageCode,
  /** Who acts. Phrases are folded (lower case, no accents); a trailing `*` stands for any ending of the word. */
  actors: z.array(line).min(1),
  /** Who may stand as the one who acts but makes it another story. */
  otherActors: z.array(line),
  /** What is done; `…` in a phrase stands for up to six words in between. */
  actions: z.array(line).min(1),
  /** Those of the actions that are nouns: "interception". */
  nouns: z.array(line).default([]),
  /** Those of the actions that the objects do themselves: missiles destroy. */
  doneByObjects: z.array(line).default([]),
  /** To what. */
  objects: z.array(line).min(1),
  /** Things that do the action themselves, beside the objects: interceptors. */
  things: z.array(line).default([]),
  /** What else the same verbs are done to: between action and object they make it another story. */
  otherObjects: z.array(line),
  /** Words that, anywhere in the text, show that it is about the right war when the object names no owner. */
  setting: z.array(line).min(1),
  /** Words that, in the sentence, show that it is about another war, unless the object names its owner. */
  otherSetting: z.array(line).default([]),
  /** Whose objects count, and whose do not, when the sentence says so near the object. */
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
  /** Words after which the name may be the ordinary word that it is in `wordIn` languages: "durch". */
  wordAfter: z.array(line).default([]),
  /** Titles and other words which, right before a name, make it this entity's: "President". */
  titles: z.array(line).default([]),
  /** Words which, right after a name, make it this entity's: verbs of people where the name is also a word. */
  followedBy: z.array(line).default([]),
  /** Words which, in the sentence, the paragraph or the page, speak for this entity or against it. */
  evidenceFor: z.array(line).default([]),
  evidenceAgainst: z.array(line).default([]),
  /** Of what speaks against: names that are looked for in the whole page, not only near the entity's. */
  againstAnywhere: z.array(line).default([]),
  /** The rules of an idea, one for each language. */
  concepts: z.array(conceptSchema).default([]),
});

export type EntityName = z.infer<typeof nameSchema>;
export type ConceptRule = z.infer<typeof conceptSchema>;
/** What detection needs of one entity. */
export type EntityDetection = z.infer<typeof detectionSchema> & { id: string };
