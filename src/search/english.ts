/**
 * What the search knows of English: small words, endings, and words that stand for each other. Knows no entity;
 * names of the dataset belong to the dataset.
 */

/** Words that questions are made of; they narrow nothing down. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and any are as at be been being but by can could did do does for from had has have how i in into ' +
    'is it its may me my of on or our shall should so some such tell than that the their them then there ' +
    'these they this those to was we were what when where which who whom whose why will with would you your ' +
    'about said say says saying report article news mr mrs ms mister sir'
  ).split(' '),
);

/** What is typed, and what the dataset's words call it. Folded. */
const SAME_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    usa: ['us'],
    america: ['us'],
    americans: ['us', 'american'],
    britain: ['uk'],
    british: ['uk', 'britain'],
    kiev: ['kyiv'],
    kiew: ['kyiv'],
    kijow: ['kyiv'],
    defense: ['defence'],
    defence: ['defense'],
    summit: ['meeting'],
    trip: ['visit'],
    rocket: ['missile'],
    rockets: ['missiles'],
    uav: ['drone'],
    uavs: ['drones'],
    ban: ['restrictions'],
    downing: ['shooting'],
    single: ['one', 'specific'],
    alone: ['only'],
    opportunity: ['chance'],
    peace: ['stop'],
  }),
);

const ENDING = /(?:ations?|ions?|ings?|ers?|ed|es|e|s|ly)$/;
const STEM_MIN = 4;

/** Whether a folded word narrows nothing down. */
export const isSmall = (key: string): boolean => SMALL_WORDS.has(key);

/** Folded words that mean the same; none for most. */
export const sameWords = (key: string): readonly string[] => SAME_WORDS.get(key) ?? [];

/** A folded word without its commonest endings: "intercept" of "interception". */
export function stemOf(key: string): string {
  const stem = key.replace(/ies$/, 'y').replace(ENDING, '').replace(/y$/, 'i');
  return stem.length < STEM_MIN ? key : stem.replace(/([^aeiou])\1$/, '$1');
}
