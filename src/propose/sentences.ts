/** Sentences of a paragraph, as ranges of its words. Pure; knows punctuation and a few abbreviations. */

/** First and last word, counted from 1. */
export type Range = readonly [first: number, last: number];

const ABBREVIATIONS =
  /^(?:mr|mrs|ms|dr|prof|st|gen|col|lt|sgt|capt|rev|sen|rep|gov|no|vs|etc|inc|ltd|co|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|u\.n|e\.u|[a-z])\.$/i;

/** Every word is in exactly one sentence. A quotation of two sentences is two. */
export function sentencesOf(words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  let first = 1;
  words.forEach((word, index) => {
    const isLast = index === words.length - 1;
    const ends =
      /[.!?…]["'”’)\]]*$/.test(word) && !ABBREVIATIONS.test(word.replace(/^["'“‘([]+/, ''));
    // What goes on in lower case is the same sentence: “Why?” she asked.
    const goesOn = /^["'“‘([]*\p{Ll}/u.test(words[index + 1] ?? '');
    if (!isLast && (!ends || goesOn)) return;
    ranges.push([first, index + 1]);
    first = index + 2;
  });
  return ranges;
}
