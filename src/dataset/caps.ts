/**
 * How much a dataset may have, with the source of each number. The schemas use most of them, so that editors know them too; what
 * needs more than one field is checked in over-caps.ts. Lengths are in UTF-16 code units unless a comment says otherwise.
 *
 * "Design" is the limit that the format was planned with. "Bundled" is what the bundled dataset needs: the cap must leave room for it.
 */

/** Largest file, in bytes. Design: 5 MB, what a sleeping background can hand on within a second. Bundled: 0.64 MB. */
export const FILE_BYTES_MAX = 5 * 1024 * 1024;
/** How many objects and lists may stand in each other. Design. Bundled: 8. */
export const DEPTH_MAX = 12;
/**
 * Values in a file, objects and lists included. A dataset at all other caps has some 350,000; the bundled one has 21,693. It bounds
 * the time and the memory that a file of nothing but brackets can take.
 */
export const VALUES_MAX = 400_000;

/** Design: up to 500 entities in a file the scanner's tables stay below 110 kB. Bundled: 29. */
export const ENTITIES_MAX = 500;
/** Design: ten for each entity. Bundled: 51. The same bound holds for every list that is drawn from facts. */
export const FACTS_MAX = 5000;
/** Paragraphs of a source. Design: a long report has 100. Bundled: 18. */
export const PARAGRAPHS_MAX = 300;

/** Longest name. Design: two lines of a card. Bundled: 31. */
export const NAME_MAX = 80;
/** Words of a name. Design. Bundled: 4. */
export const NAME_WORDS_MAX = 8;
/** Letters and digits that a name needs to be looked for by itself: in Latin script, and in others. Design. Bundled: 3 and 2. */
export const NAME_LETTERS_MIN = { latin: 3, others: 2 } as const;
/** Names of an entity. Design: 80; but the bundled dataset has 104 for one person in 45 languages. */
export const NAMES_MAX = 120;

/** Longest phrase for detection: `PHRASE_WORDS_MAX` words of ten letters. Bundled: 37. */
export const PHRASE_MAX = 80;
/** Words of a phrase. Design. Bundled: 7. */
export const PHRASE_WORDS_MAX = 8;
/** Gaps (`…`) of a phrase: each lets the judge look on to the end of a sentence. Design. Bundled: 2. */
export const PHRASE_GAPS_MAX = 2;
/** Phrases in one list. Design: 300. Bundled: 226, in a concept rule. */
export const PHRASES_MAX = 300;
/**
 * Phrases of an entity outside of its concept rules. Design: 300; but the bundled dataset has 507 for one person in 45 languages, so
 * it is twice as many.
 */
export const ENTITY_PHRASES_MAX = 600;
/** Concept rules of an entity: one for each language that the program knows, and some more. Bundled: 28. */
export const CONCEPTS_MAX = 50;
/**
 * Phrases of all entities and rules together. Design: 300 an entity, which no idea in 28 languages could keep; bundled: 16,501. At
 * twice that, compiling still ends within its ten seconds.
 */
export const ALL_PHRASES_MAX = 33_000;
/** Entities with concept rules: each reads every sentence that has one of its objects. Design: 6. Bundled: 1. */
export const IDEAS_MAX = 6;
/** Examples of a concept rule. Bundled: 36. */
export const EXAMPLES_MAX = 100;
/** Different characters in everything that is looked for: the width of the scanner's tables. Design. Bundled: 1,652. */
export const LETTERS_MAX = 4000;

/** Longest statement. Design: two sentences. Bundled: 143. */
export const STATEMENT_MAX = 400;
/** Longest summary: a card of 360 by 320 px then has room for two facts. */
export const SUMMARY_MAX = 160;
/** Longest note of general knowledge. */
export const NOTE_MAX = 200;
/** Longest title, and longest name of a maker: they have to fit on two lines of a card. */
export const TITLE_MAX = 80;
/** Longest label: it has to fit on one line of a card. */
export const LABEL_MAX = 40;
/** Longest label of an event. */
export const EVENT_LABEL_MAX = 60;
/** Longest role. Design: three lines of a card, so that whose word it is stays in sight below it. Bundled: 67. */
export const ROLE_MAX = 120;
/** Longest text of any other field, such as a basis or cues. Bundled: 195. */
export const LINE_MAX = 400;
/** Longest id: it is part of addresses and keys. Bundled: 31. */
export const ID_MAX = 80;
/** Longest address. RFC 9110 (4.1) asks all who read one to support 8,000 octets. */
export const ADDRESS_MAX = 8000;

/** Marks on one letter, above and below. UTS #39 (5.4) advises against more: they cover other lines. Bundled: 2. */
export const MARKS_MAX = 4;

/** Words of a quotation. Design: more would no longer be a short quotation in every country's law. */
export const QUOTE_WORDS_MAX = 8;
/** Longest quotation: eight words of twenty letters. Bundled: 39. */
export const QUOTE_MAX = 160;

/** Entities that one fact is about. Bundled: 6. */
export const ABOUT_MAX = 40;
/** Pieces of evidence for one fact. Bundled: 2. */
export const EVIDENCE_MAX = 20;
/** Keys of `kinds`, of `stances` and of `relationKinds`. Bundled: 7. */
export const KINDS_MAX = 100;
/** Keys of `synonyms` and of `equivalents`. Bundled: 22. */
export const WORDS_MAX = 1000;
/** Words for one of those keys. Bundled: 3. */
export const FORMS_MAX = 30;

/** Problems that a refusal lists; the rest is counted. More than a person reads at once. */
export const PROBLEMS_MAX = 100;
