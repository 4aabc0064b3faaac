/**
 * When a page can be read. Not while it is parsed, if that is quick, because then all text would also be reported as a change.
 * Not before the browser has laid it out, because then we would force a layout. Not in a frame that is too small. Knows the
 * document's state alone.
 */
import { whenLargeEnough } from './worth-reading.ts';

/** A page that takes longer to parse is read while it loads, in ms. */
const PARSE_MAX_MS = 1000;
/** A page that draws no frame for this long (such as an iframe out of view) is read anyway, in ms. */
const FRAME_MAX_MS = 1000;

/** Runs `begin` once, and never synchronously. */
export function whenReadable(begin: () => void, signal: AbortSignal): void {
  whenLargeEnough(() => {
    whenParsed(begin, signal);
  }, signal);
}

function whenParsed(begin: () => void, signal: AbortSignal): void {
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
  // A hidden page draws no frames.
  if (document.visibilityState === 'hidden') setTimeout(onDrawn);
  else {
    requestAnimationFrame(() => setTimeout(onDrawn));
    setTimeout(onDrawn, FRAME_MAX_MS);
  }
}
