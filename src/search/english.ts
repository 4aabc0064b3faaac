/**
 * What the search knows about English: stop words and endings. It knows no entity; names, and words that mean the same
 * in one story, are data of the dataset.
 */

/** Words that questions are made of. They narrow nothing down. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and any are as at be been being but by can could did do does for from had has have how i in into ' +
    'is it its may me my of on or our shall should so some such tell than that the their them then there ' +
    'these they this those to was we were what when where which who whom whose why will with would you your ' +
    'about said say says saying report article news mr mrs ms mister sir'
  ).split(' '),
);

const ENDING = /(?:ations?|ions?|ings?|ers?|ed|es|e|s|ly)$/;
/** Shortest stem, in characters. */
const STEM_MIN = 4;

/** Whether a folded word is a stop word. */
export const isStopWord = (key: string): boolean => STOP_WORDS.has(key);

/** A folded word without its most frequent endings: "intercept" of "interception". */
export function stemOf(key: string): string {
  const stem = key.replace(/ies$/, 'y').replace(ENDING, '').replace(/y$/, 'i');
  return stem.length < STEM_MIN ? key : stem.replace(/([^aeiou])\1$/, '$1');
}
