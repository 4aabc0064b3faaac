/**
 * What detection knows about languages, as data that a linguist can edit: how names take endings and particles, which
 * words show the language of a text, and the grammar that concept rules need.
 */
import { z } from 'zod';
import { languageCode, line, scriptCode } from './text-schema.ts';

/** Words in one string, separated by spaces. */
const wordList = z.string().trim();

const endingSchema = z.strictObject({
  /** How a name must end, folded, separated by spaces: letters, `C` for a consonant, `V` for a vowel, `*` for anything. */
  after: wordList,
  /** How many letters the name loses first. */
  cut: z.number().int().min(0).max(3).default(0),
  /** What can follow then, folded, separated by spaces; `-` for nothing. */
  add: wordList,
  /** Whether the rule counts only in texts of this language, because its endings make other names elsewhere. */
  strict: z.boolean().default(false),
  /** A name and one of its forms. Each is a test. */
  example: z.tuple([line, line]),
});

/** Phrases are separated by spaces. `_` stands for a space inside a phrase. */
const grammarSchema = z.strictObject({
  /** Words before a place: "over". A country after one of them does not act. */
  locative: wordList,
  /** Words of `locative` that do not mean the place itself: "near". */
  near: wordList.default(''),
  /** Words beside a place that put forces there: "batteries stationed in Poland". */
  stationed: wordList.default(''),
  /** Forms of "to be" and "to get" that make a verb passive. */
  passive: wordList.default(''),
  /** Words before whoever acts: "by", "durch". */
  agent: wordList.default(''),
  /** Words before the owner or the origin of something: "of", "from". */
  owner: wordList.default(''),
  /** Words before an agent's preposition that make the agent a giver: "supplied by". */
  donor: wordList.default(''),
  /** Words that compare: "as over Israel". */
  compare: wordList.default(''),
  /** Pronouns that begin a relative clause: "that Poland shot down". */
  relative: wordList.default(''),
  /** Pronouns for the actor of the sentence before: "they". */
  subject: wordList.default(''),
  /** Pronouns for an object of the sentence before. */
  pronoun: wordList.default(''),
  article: wordList.default(''),
  /** Words for "or". */
  or: wordList.default(''),
  /** Words after a name that make it a description: "Polish airspace". */
  description: wordList.default(''),
  /** Words of `description` for a country's own air and land: "airspace". */
  territory: wordList.default(''),
  /** Words beside a name that act for it: "Poland's foreign minister". */
  actsFor: wordList.default(''),
  /** Words that a question has between object and subject: "did". */
  auxiliary: wordList.default(''),
  /** Words of people who speak of their own forces: "we", "our". */
  own: wordList.default(''),
  /** Words after a country's name, and words right before it, by which people say where they are from: "Latvian here", "as a Pole". */
  fromAfter: wordList.default(''),
  fromBefore: wordList.default(''),
  /** Words before a thing that the action is not done to: "with", "after". */
  oblique: wordList.default(''),
  /** Whether the object can stand before the verb without a passive. */
  freeOrder: z.boolean().default(false),
  /** Whether the subject usually stands between the verb and the object: Arabic. */
  verbFirst: z.boolean().default(false),
  /** Whether subject and object usually stand before the verb: Japanese, Korean. */
  verbLast: z.boolean().default(false),
});

const languageSchema = z.strictObject({
  scripts: z.array(scriptCode).min(1),
  /** Frequent function words that show the language of a text, folded. */
  words: wordList.default(''),
  /** Particles that stand before a name without a space. */
  prefixes: wordList.default(''),
  endings: z.array(endingSchema).default([]),
  /** Words after which a full stop does not end a sentence, folded. */
  abbreviations: wordList.default(''),
  /** Abbreviated forms of address, folded. They are not initials. */
  honorifics: wordList.default(''),
  /** Words for "and", folded. */
  and: wordList.default(''),
  grammar: grammarSchema.optional(),
  /**
   * Words of politics, war, office and diplomacy, with `*` for any ending and `_` between the words of a phrase. One of
   * them beside a bare surname shows that a public person is meant. All languages share one table.
   */
  signs: wordList.default(''),
  /** Words that show it only if two of them are near: "visit", "deal". Written like `signs`. */
  hints: wordList.default(''),
  /** Countries and capitals. All together they count as one hint. */
  places: wordList.default(''),
  /** Roles, forms of address and relatives. Right before a surname they make it a private person's. */
  roles: wordList.default(''),
  /** What is named after people, right before the name ("rue") or right after it ("Street"). */
  thingsBefore: wordList.default(''),
  thingsAfter: wordList.default(''),
  /** Whether the language writes every noun with a capital. */
  capitalNouns: z.boolean().default(false),
});

export const linguisticsSchema = z.strictObject({
  /** Letters that are vowels in `after`, folded, of all scripts. */
  vowels: wordList,
  languages: z.record(languageCode, languageSchema),
  /** Given names. Right before a surname they make it somebody else's, unless the entity has the same given name. */
  givenNames: wordList,
});

export type EndingRule = z.infer<typeof endingSchema>;
export type Grammar = z.infer<typeof grammarSchema>;
export type Language = z.infer<typeof languageSchema>;
/** All of assets/languages.json. */
export type Linguistics = z.infer<typeof linguisticsSchema>;
