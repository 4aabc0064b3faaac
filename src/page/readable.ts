/**
 * When a page may be read: not while it is still parsed, if that is quick, since everything would come in twice; and not
 * before the browser has laid it out, since we would make it do so in a task of ours. Knows the document's state alone.
 */

/** A page that is parsed for longer is read while it comes in, in ms. */
const PARSE_MAX_MS = 1000;
/** A page that draws no frame for longer (a frame out of sight) is read all the same, in ms. */
const FRAME_MAX_MS = 1000;

/** Runs `begin` once, never at once. */
export function whenReadable(begin: () => void, signal: AbortSignal): void {
  if (document.readyState !== 'loading') {
    afterFrame(begin, signal);
    return;
  }
  const parsed = new AbortController();
  const onParsed = (): void => {
    if (parsed.signal.aborted) return;
    parsed.abort();
    afterFrame(begin, signal);
  };
  const timer = setTimeout(onParsed, PARSE_MAX_MS);
  document.addEventListener('DOMContentLoaded', onParsed, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });
}

function afterFrame(begin: () => void, signal: AbortSignal): void {
  const drawn = new AbortController();
  const onDrawn = (): void => {
    if (drawn.signal.aborted || signal.aborted) return;
    drawn.abort();
    begin();
  };
  // A page that nobody sees draws none.
  if (document.visibilityState === 'hidden') setTimeout(onDrawn);
  else {
    requestAnimationFrame(() => setTimeout(onDrawn));
    setTimeout(onDrawn, FRAME_MAX_MS);
  }
}
