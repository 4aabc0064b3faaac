/**
 * The source's text as the verification reads it: paragraphs of words. It compares words without case, accents, dots in
 * abbreviations and punctuation. Nothing here keeps the text.
 */

export interface SourceText {
  /** The words of each paragraph. */
  paragraphs: string[][];
}

/** Each line that is not empty is a paragraph. White space separates words. */
export function readSourceText(text: string): SourceText {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return { paragraphs: lines.map((line) => line.trim().split(/\s+/)) };
}

/** The words from the first to the last, counted from 1, joined by single spaces. Empty if there are none. */
export function wordsAt(
  source: SourceText,
  paragraph: number,
  [first, last]: readonly [number, number],
): string {
  return (source.paragraphs[paragraph - 1] ?? []).slice(first - 1, last).join(' ');
}

/** A text as words in lower case with single spaces around them: " us provided weapons ". "U.S." is one word. */
export function comparable(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/(\p{Lu})\.(?=\p{Lu}\.|\s|$|-)/gu, '$1')
    .toLowerCase()
    .replace(/ł/g, 'l');
  return ` ${(plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

/** Several texts as one in that form. No phrase reaches from one into the next: each has its own spaces around it. */
export const comparableParts = (texts: readonly string[]): string =>
  texts.map(comparable).join('|');
