/**
 * The paragraphs of a page, as plain texts: for the check of a dataset against its source. Knows no dataset. It takes more than an
 * article has: whoever compares fingerprints loses nothing by a line too many, and a fact by a line too few.
 */

/** Elements that a page uses for paragraphs. */
const BLOCKS =
  'p, li, blockquote, h1, h2, h3, h4, h5, h6, dd, td, div, section, article, figcaption';
/** Parts of a page that are never text of its article. Lead, captions and boxes may be. */
const OUTSIDE = 'nav, footer, form, [role="navigation"]';
/** Characters inside of words that nobody sees: soft hyphens and joiners. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Paragraphs and characters that are read at most, because a page may be made to have any number. */
const PARAGRAPHS_MAX = 5000;
const CHARACTERS_MAX = 2_000_000;

/** @returns each paragraph with single spaces between its words, in the order of the page */
export function articleParagraphs(page: Document): string[] {
  const texts: string[] = [];
  let characters = 0;
  for (const block of page.querySelectorAll<HTMLElement>(BLOCKS)) {
    if (block.closest(OUTSIDE) !== null || !hasOwnText(block)) continue;
    // Line breaks part paragraphs, too.
    for (const line of block.innerText.split(/\n+/)) {
      const text = line.replace(UNSEEN, '').trim().replace(/\s+/g, ' ');
      if (text === '') continue;
      texts.push(text);
      characters += text.length;
      if (texts.length >= PARAGRAPHS_MAX || characters > CHARACTERS_MAX) return texts;
    }
  }
  return texts;
}

/** Whether a block holds words itself, and not only other blocks. */
const hasOwnText = (block: HTMLElement): boolean =>
  [...block.childNodes].some(
    (node) =>
      (node instanceof Text || (node instanceof HTMLElement && !node.matches(BLOCKS))) &&
      node.textContent.trim() !== '',
  );
