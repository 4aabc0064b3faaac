/** When a page may be read: not while it is still parsed, if that is quick. Knows the document's state alone. */

/** A page that is parsed for longer is read while it comes in, in ms. */
const LONG_PARSE_MS = 1000;

/** As soon as the page is parsed, or after a while where that takes long. */
export function whenParsed(begin: () => void, signal: AbortSignal): void {
  if (document.readyState !== 'loading') {
    // Not before whoever asked for the reader has it.
    queueMicrotask(begin);
    return;
  }
  const timer = setTimeout(begin, LONG_PARSE_MS);
  document.addEventListener('DOMContentLoaded', begin, { signal, once: true });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });
}
