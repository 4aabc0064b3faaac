/**
 * Which page the reader is in, and when it ends there. We do not use WXT's context, because any page can end that
 * with an event (docs/decisions/0005-own-content-script-life-cycle.md).
 */
import { addressOf, type PageAddress } from '../settings/index.ts';

/** How often to check whether the extension still exists, in ms. No event tells a content script. */
const ALIVE_CHECK_MS = 2000;

/** Aborts when the extension was removed or updated while this script runs. */
export function signalWhileAlive(isAlive: () => boolean): AbortSignal {
  const gone = new AbortController();
  const check = setInterval(() => {
    if (isAlive()) return;
    clearInterval(check);
    gone.abort();
  }, ALIVE_CHECK_MS);
  return gone.signal;
}

/**
 * The address of the tab's page, for the site rules. A frame of another site knows only its site, not its path.
 * @returns undefined where the extension does not run
 */
export function addressOfTab(): PageAddress | undefined {
  // The types do not know that a browser may lack it.
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
