/**
 * The life of the content script in one page: whether to start at all, and when it is over.
 * Our own instead of WXT's context, which any page can end by an event (ARCHITECTURE.md, decision 5).
 */
import { addressOf, type PageAddress } from '../settings/index.ts';

/** How often to ask whether the extension still exists, in ms. The browsers tell a content script nothing. */
const ALIVE_CHECK_MS = 2000;
/** Smallest frame worth reading, in CSS px: below it are advertisements and trackers. */
const FRAME_MIN = { width: 300, height: 150 };

/** Aborts when the extension has gone from under this script. */
export function signalWhileAlive(isAlive: () => boolean): AbortSignal {
  const gone = new AbortController();
  const check = setInterval(() => {
    if (isAlive()) return;
    clearInterval(check);
    gone.abort();
  }, ALIVE_CHECK_MS);
  return gone.signal;
}

/** Whether this document can hold news: not a tiny or hidden frame, and able to be painted on. */
export function isWorthReading(): boolean {
  const isFrame = self !== top;
  if (isFrame && (innerWidth < FRAME_MIN.width || innerHeight < FRAME_MIN.height)) return false;
  if (isFrame && isFrameHidden()) return false;
  return 'highlights' in CSS && document.documentElement instanceof Element;
}

/** Whether the page around makes this frame invisible; it tells only a frame of its own site. */
function isFrameHidden(): boolean {
  try {
    const frame = self.frameElement;
    return frame?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === false;
  } catch {
    return false;
  }
}

/**
 * The page of the whole tab as the rules for sites see it, also in a frame of another site, which knows of it no
 * more than the site.
 * @returns undefined where the product does not run
 */
export function addressOfTab(): PageAddress | undefined {
  const ancestors = (location as { ancestorOrigins?: DOMStringList }).ancestorOrigins;
  const topOrigin = ancestors?.item(ancestors.length - 1);
  if (topOrigin === undefined || topOrigin === null) {
    return addressOf(location.protocol === 'about:' ? self.origin : location.href);
  }
  try {
    // Throws where the top is of another origin.
    return addressOf(top?.location.href ?? topOrigin);
  } catch {
    const address = addressOf(topOrigin);
    return address && { site: address.site };
  }
}
