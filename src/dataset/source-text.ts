/**
 * The source's text as the verification reads it: paragraphs of words, compared without case, dots in
 * abbreviations, and punctuation. The text is handed in and never kept.
 */

/** Paragraphs are lines; words are parted by white space. */
export interface SourceText {
  paragraphs: string[][];
}

export function readSourceText(text: string): SourceText {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return { paragraphs: lines.map((line) => line.trim().split(/\s+/)) };
}

/** The words from the first to the last, counted from 1, joined by single spaces; empty out of range. */
export function wordsAt(
  source: SourceText,
  paragraph: number,
  [first, last]: readonly [number, number],
): string {
  return (source.paragraphs[paragraph - 1] ?? []).slice(first - 1, last).join(' ');
}

/** " us provided weapons ": lower case, "U.S." as one word, everything else parted at what is no letter or digit. */
export function comparable(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/(\p{Lu})\.(?=\p{Lu}\.|\s|$|-)/gu, '$1')
    .toLowerCase()
    .replace(/ł/g, 'l');
  return ` ${(plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}
