/**
 * The life of the content script in one page: whether to start at all, and when it is over.
 * Our own instead of WXT's context, which any page can end by an event (ARCHITECTURE.md, decision 5).
 */

/** How often to ask whether the extension still exists, in ms. The browsers tell a content script nothing. */
const ALIVE_CHECK_MS = 2000;
/** Smallest frame worth reading, in CSS px: below it are advertisements and trackers. */
const FRAME_MIN = { width: 300, height: 150 };

/** Aborts when the extension has gone from under this script. */
export function lifeOf(isAlive: () => boolean): AbortSignal {
  const life = new AbortController();
  const check = setInterval(() => {
    if (isAlive()) return;
    clearInterval(check);
    life.abort();
  }, ALIVE_CHECK_MS);
  return life.signal;
}

/** Whether this document can hold news: not a tiny or hidden frame, and able to be painted on. */
export function isWorthReading(): boolean {
  const isFrame = self !== top;
  if (isFrame && (innerWidth < FRAME_MIN.width || innerHeight < FRAME_MIN.height)) return false;
  return 'highlights' in CSS && document.documentElement instanceof Element;
}

/** Address by which the site of the whole tab is known, also in a frame of another site. */
export function addressOfTab(): string {
  const ancestors = (location as { ancestorOrigins?: DOMStringList }).ancestorOrigins;
  const topOrigin = ancestors?.item(ancestors.length - 1);
  if (topOrigin) return topOrigin;
  return location.protocol === 'about:' ? self.origin : location.href;
}
