/** The text of a document that shows one JSON object, as JSON or as plain text. Knows nothing of what is in it. */

/**
 * Other documents cost a look at their type, and large ones a look at their length.
 * @param max longest text that is given, in UTF-16 code units
 * @returns undefined for every other document, and for a text that is too long; '' where the browser took the file for another encoding
 * than the one that JSON has, so that letters are not the file's
 */
export function jsonText(page: Document, max: number): string | undefined {
  if (!/^(?:application|text)\/(?:[\w.+-]*json|plain)$/.test(page.contentType)) return undefined;
  // Browsers put the text into one `pre`, in many pieces; buttons of a viewer stand outside of it.
  const nodes = [...(page.querySelector('pre')?.childNodes ?? [])];
  const pieces = nodes.filter((node) => node instanceof Text);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length > max || !/^\s*\{/.test(pieces[0]?.data ?? '')) return undefined;
  const text = pieces.map(({ data }) => data).join('');
  return page.characterSet === 'UTF-8' || !/[^\0-\x7f]/.test(text) ? text : '';
}
