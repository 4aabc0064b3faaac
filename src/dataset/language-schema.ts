/**
 * What detection knows of languages, as data that a linguist can edit: how names take endings and particles,
 * which words give a language away, and the small words that concept rules read a sentence by.
 */
import { z } from 'zod';

const phrase = z.string().trim().min(1);
/** Words in one string, parted by spaces. */
const wordList = z.string().trim();

const endingSchema = z.strictObject({
  /** Ends of the name to which the rule applies, folded, parted by spaces; `C` any consonant, `V` any vowel, `*` any. */
  after: wordList,
  /** How many letters of the name fall away first. */
  cut: z.number().int().min(0).max(3).default(0),
  /** What may follow the rest, folded; `-` for nothing. */
  add: wordList,
  /** Whether the text has to be in this language: for endings that make other people's names elsewhere. */
  strict: z.boolean().default(false),
  /** Example of a name and one of its forms; each is a test. */
  example: z.tuple([phrase, phrase]),
});

const grammarSchema = z.strictObject({
  /** Words that put a country where something happens, not at the trigger. */
  locative: wordList,
  /** Forms of "to be" and "to get" that make a verb passive. */
  passive: wordList.default(''),
  /** Words before the one who acts: "by", "durch". */
  agent: wordList.default(''),
  /** Words before the one whom something belongs to or comes from: "of", "from". */
  owner: wordList.default(''),
  /** Words before an agent's preposition that make it a giver: "supplied by". */
  donor: wordList.default(''),
  /** Words that compare: "as over Israel". */
  compare: wordList.default(''),
  /** Pronouns that begin a relative clause: "that Poland shot down". */
  relative: wordList.default(''),
  /** Pronouns that take up the one who acts from the sentence before: "they". */
  subject: wordList.default(''),
  /** Pronouns that stand for an object named before. */
  pronoun: wordList.default(''),
  article: wordList.default(''),
  /** Words that turn a name before them into a description: "Polish airspace". */
  description: wordList.default(''),
  /** Words that act for the name before or after them: "Poland's foreign minister". */
  actsFor: wordList.default(''),
  /** Whether the object may stand before the verb without a passive. */
  freeOrder: z.boolean().default(false),
});

const languageSchema = z.strictObject({
  /** ISO 15924 scripts. */
  scripts: z.array(z.string().regex(/^[A-Z][a-z]{3}$/)).min(1),
  /** Frequent small words by which the language is recognised, folded. */
  words: wordList.default(''),
  /** Particles written before a name without a space. */
  prefixes: wordList.default(''),
  endings: z.array(endingSchema).default([]),
  /** Words after which a full stop ends no sentence, folded. */
  abbreviations: wordList.default(''),
  /** Abbreviated forms of address, folded: they are no initials. */
  honorifics: wordList.default(''),
  /** Words for "and", folded. */
  and: wordList.default(''),
  grammar: grammarSchema.optional(),
});

export const linguisticsSchema = z.strictObject({
  /** Letters that count as vowels in `after`, folded, of all scripts. */
  vowels: wordList,
  languages: z.record(z.string().regex(/^[a-z]{2,3}$/), languageSchema),
  /** Given names: right before a surname of ours they make it somebody else's, unless they are its own. */
  givenNames: wordList,
});

export type EndingRule = z.infer<typeof endingSchema>;
export type Grammar = z.infer<typeof grammarSchema>;
export type Language = z.infer<typeof languageSchema>;
/** All of assets/languages.json. */
export type Linguistics = z.infer<typeof linguisticsSchema>;
