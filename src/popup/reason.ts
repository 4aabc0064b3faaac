/** Why a page has mentions or none, for the popup's status line. Pure. */
import {
  addressOf,
  isPaused,
  isSiteAllowed,
  LOCAL_FILES,
  ruleFor,
  type Settings,
} from '../settings/index.ts';
import type { PageView } from './page-view.ts';

export type Reason =
  /** Mentions are shown. */
  | { kind: 'mentions'; total: number }
  /** The page was read, or is being read, and has no mentions. */
  | { kind: 'none' }
  /** The page changes very often, so it is read more slowly. */
  | { kind: 'slow'; total: number }
  | { kind: 'off-everywhere' }
  /** @param until ms since 1970 */
  | { kind: 'paused'; until: number }
  /** Switched off by a rule, or because no rule allows it. */
  | { kind: 'off-here'; rule: string | undefined }
  /** A document of the browser's own viewer. */
  | { kind: 'pdf' }
  /** The text is drawn as a picture, as in some editors. */
  | { kind: 'canvas' }
  /** A page of the browser or of an extension. */
  | { kind: 'browser-page' }
  /** A page on which browsers run no extensions. */
  | { kind: 'store' }
  /** A page that the browser does not let the extension read, by a choice of the reader or of a company. */
  | { kind: 'withheld' }
  /** A local file, which browsers let the extension read only where the reader allowed it. */
  | { kind: 'local-files' }
  /** No answer yet, and the settings have nothing against this page. */
  | { kind: 'waiting' };

/** Hosts on which browsers run no extensions: their extension stores. */
const STORES = new Set([
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
  'addons.mozilla.org',
]);

/**
 * @param url URL of the tab, if the browser tells it
 * @param now ms since 1970
 */
export function reasonOf(
  page: PageView,
  settings: Settings,
  url: string | undefined,
  now: number,
): Reason {
  const tab = url === undefined ? undefined : addressOf(url);
  if (page.status === 'unreachable') {
    if (!tab) return { kind: 'browser-page' };
    if (STORES.has(tab.site)) return { kind: 'store' };
    if (/\.pdf$/i.test(tab.path)) return { kind: 'pdf' };
  }
  if (!settings.on) return { kind: 'off-everywhere' };
  if (isPaused(settings, now)) return { kind: 'paused', until: settings.pausedUntil };
  const address = tab ?? (page.status === 'read' ? { site: page.site } : undefined);
  if (address && !isSiteAllowed(settings, address)) {
    return { kind: 'off-here', rule: ruleFor(settings, address) };
  }
  if (page.status === 'waiting') return { kind: 'waiting' };
  if (page.status === 'unreachable') {
    return { kind: tab?.site === LOCAL_FILES ? 'local-files' : 'withheld' };
  }
  if (page.slow) return { kind: 'slow', total: page.total };
  if (page.total > 0) return { kind: 'mentions', total: page.total };
  return page.unreadable ? { kind: page.unreadable } : { kind: 'none' };
}
