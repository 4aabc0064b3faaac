/** The text of a document that is JSON or plain text, as the browser shows it. Knows nothing of what is in it. */

/** Longest text that is given, in UTF-16 code units; a longer one is no dataset. */
const TEXT_MAX = 5_000_000;

/**
 * @returns undefined for every other document, and for a text that is too long; '' where the browser took the file for another encoding
 * than the one that JSON has, so that letters are not the file's
 */
export function jsonText(page: Document): string | undefined {
  if (!/^(?:application|text)\/(?:[\w.+-]*json|plain)$/.test(page.contentType)) return undefined;
  // Browsers put the text into one `pre`; buttons of a viewer stand outside of it.
  const text = page.querySelector('pre')?.textContent ?? '';
  if (text === '' || text.length > TEXT_MAX) return undefined;
  return page.characterSet === 'UTF-8' || !/[^\0-\x7f]/.test(text) ? text : '';
}
