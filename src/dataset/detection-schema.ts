/**
 * What detection needs to know about an entity: names with language and script, evidence for and against, concept rules
 * with examples. This is data. The rules that read it are in detect/.
 */
import { z } from 'zod';
import {
  CONCEPTS_MAX,
  EXAMPLES_MAX,
  NAME_LETTERS_MIN,
  NAMES_MAX,
  PHRASES_MAX,
  STATEMENT_MAX,
} from './caps.ts';
import { languageCode, lineUpTo, nameText, phrase, scriptCode } from './text-schema.ts';

const phrases = z.array(phrase).max(PHRASES_MAX);

/** Longest list of languages, in UTF-16 code units: all that the program knows. */
const LANGUAGES_MAX = 200;

/** Whether a name has enough letters to be looked for by itself. */
function isLongEnough(text: string): boolean {
  const isLatin = /\p{Script=Latin}/u.test(text);
  const letters = text.match(isLatin ? /[\p{L}\p{N}]/gu : /[\p{L}\p{N}\p{M}]/gu) ?? [];
  return letters.length >= (isLatin ? NAME_LETTERS_MIN.latin : NAME_LETTERS_MIN.others);
}

const nameFields = z.strictObject({
  text: nameText,
  /** `surname`: given names may stand before it. `surname` and `proper` need capitals, `common` does not. */
  kind: z.enum(['surname', 'proper', 'common']),
  /**
   * Whether the bare name is enough. `with-reason`: if the page gives a reason, such as a word of politics. `false`: only
   * with a title or the entity's own evidence. Left out: `with-reason` for a surname, `true` for other names.
   */
  alone: z
    .union([z.boolean(), z.literal('with-reason')], 'true, false or "with-reason"')
    .optional(),
  /** Languages (ISO 639-1) in which the name is also an ordinary word. There it is not enough alone. */
  wordIn: z.array(languageCode).max(NAMES_MAX).default([]),
  /** Languages (ISO 639-1) whose endings the name takes, separated by spaces; `mul` for all languages of its script. */
  lang: z
    .string()
    .max(LANGUAGES_MAX, { abort: true })
    .regex(
      /^[a-z]{2,3}( [a-z]{2,3})*$/,
      'language codes of two or three letters with one space between them, like "en uk"',
    )
    .default('en'),
  /** Script of the spelling. */
  script: scriptCode.default('Latn'),
});

const nameSchema = nameFields
  .refine(({ text }) => /[\p{L}\p{N}]/u.test(text), {
    path: ['text'],
    error: 'a letter or a digit',
  })
  .refine(({ text, alone }) => alone === false || isLongEnough(text), {
    path: ['text'],
    error: `${NAME_LETTERS_MIN.latin} letters in Latin script, ${NAME_LETTERS_MIN.others} in others, or "alone": false`,
  });

/**
 * Phrases are folded to lower case without accents, and one in capitals matches only capitals. docs/detection.md explains `*`,
 * `…` and `!`.
 */
const conceptSchema = z.strictObject({
  /** ISO 639-1. The rule uses the grammar of this language. */
  lang: languageCode,
  /** Who acts. */
  actors: phrases.min(1),
  /** Others who may act. If one of them does, it is not the concept. */
  otherActors: phrases,
  /** What is done. */
  actions: phrases.min(1),
  /** More actions, verbs that mean many things. They count only right beside an object of `objectsOf`: "stop Moscow's missiles". */
  weakActions: phrases.default([]),
  /** Actions that are nouns: "interception". */
  nouns: phrases.default([]),
  /** Actions that the objects can do themselves: missiles destroy. */
  doneByObjects: phrases.default([]),
  /** To what it is done. */
  objects: phrases.min(1),
  /** Things beside the objects that can do the action themselves: interceptors. */
  things: phrases.default([]),
  /** Other things that the same verbs are done to. Between action and object they show that it is not the concept. */
  otherObjects: phrases,
  /** Words anywhere in the text that show that it is about the right war, if the object has no owner. */
  setting: phrases.min(1),
  /** Words in the sentence that show that it is about another war, if the object has no owner. */
  otherSetting: phrases.default([]),
  /** Owners whose objects count, and owners whose objects do not, if the sentence names one near the object. */
  objectsOf: phrases,
  objectsNotOf: phrases,
  /** Weapons of others, by name: Storm Shadow. An object with one of them beside it does not count. */
  otherWeapons: phrases.default([]),
  /** Weapons that actors give away: "a US Patriot". They act for the actor unless the sentence names somebody else. */
  weapons: phrases.default([]),
  /** Words that stand for objects of the sentence before: "some of them", "two". With an owner they need no such sentence. */
  references: phrases.default([]),
  /** What is left of objects: debris. Where it falls, nobody acts. */
  remains: phrases.default([]),
  /** Actions in the form that headlines use without an auxiliary: "drone shot down". */
  participles: phrases.default([]),
  /** The author's own sentences that the rule must find or must not find. Each is a test. */
  examples: z
    .array(z.strictObject({ text: lineUpTo(STATEMENT_MAX), mention: z.boolean() }))
    .max(EXAMPLES_MAX)
    .default([]),
});

export const detectionSchema = z.strictObject({
  names: z.array(nameSchema).max(NAMES_MAX),
  /** Given names that stand before a surname and belong to the mention. */
  givenNames: phrases.default([]),
  /** Words right before a name that make it somebody else's. */
  notAfter: phrases.default([]),
  /** Words right after a name that make it something else. */
  notBefore: phrases.default([]),
  /** Words after which a name can be the ordinary word that it is in `wordIn` languages: "durch". */
  wordAfter: phrases.default([]),
  /** Titles and other words right before a name that make it this entity's: "President". */
  titles: phrases.default([]),
  /** Words right after a name that make it this entity's: verbs of people, where the name is also a word. */
  followedBy: phrases.default([]),
  /** Words in the sentence or the paragraph that speak for this entity, or against it. */
  evidenceFor: phrases.default([]),
  evidenceAgainst: phrases.default([]),
  /** Names that speak against it anywhere in the page. */
  againstAnywhere: phrases.default([]),
  /** Concept rules, one for each language. */
  concepts: z.array(conceptSchema).max(CONCEPTS_MAX).default([]),
});

export type EntityName = z.infer<typeof nameSchema>;
export type ConceptRule = z.infer<typeof conceptSchema>;
/** What detection needs to know about one entity. */
export type EntityDetection = z.infer<typeof detectionSchema> & { id: string };
