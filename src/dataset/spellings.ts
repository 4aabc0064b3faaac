/**
 * The spellings in which a source's author may have saved a paragraph that a page shows in one of them: with the page's quotation marks,
 * with straight ones, or with curly ones. Spaces are single in all of them. Pure.
 */

/** Characters that are not seen, which pages put into words: soft hyphens and joiners. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** @param paragraph words with white space between them. @returns each spelling once, that of the page first */
export function spellingsOf(paragraph: string): string[] {
  const shown = paragraph.replace(UNSEEN, '').trim().replace(/\s+/gu, ' ');
  const straight = shown.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟]/g, '"');
  return [...new Set([shown, straight, curly(straight)])];
}

/** A mark at the start of a word opens, any other one closes. */
const curly = (straight: string): string =>
  straight
    .replace(/(^|[\s([—–-])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([—–“-])'/g, '$1‘')
    .replace(/'/g, '’');
