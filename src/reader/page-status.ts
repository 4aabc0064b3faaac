/**
 * What the toolbar shows about one page: sends the popup its whole state while that is open, and the button its number of
 * mentions, and whether the page is read at all, when that changed.
 */
import type { PageObserver as Observer } from '../browser/interfaces.ts';
import type { CountMessage, PageState } from '../messages/index.ts';
import { unreadableKindOf } from '../page/walk.ts';
import { whenQuiet } from './when-quiet.ts';

/** The popup, while it is open. */
export type PageObserver = Observer<PageState>;

/**
 * When the button gets a new number: after the page has been quiet for `quietMs`, because each number wakes the background; and
 * at the latest after `longestMs`, on a page that is never quiet.
 */
const COUNT_PACE = { quietMs: 400, longestMs: 2000 };

/** The button as the browser shows it for a new page. */
const NOTHING_SHOWN = { total: 0, off: false };

export interface PageStatusParts {
  /** The state now, without `unreadable`, which this module adds. */
  stateNow: () => Omit<PageState, 'kind' | 'unreadable'>;
  /** Whether the page is read now. */
  isOn: () => boolean;
  /** How many mentions there are now. */
  total: () => number;
  /** Whether the button shows a number. */
  wantsCount: () => boolean;
  sendCount: (message: CountMessage) => Promise<unknown>;
}

export interface PageStatus {
  /** Call it when something may have changed. */
  notify: () => void;
  observe: (observer: PageObserver) => void;
}

/** Ends with the signal. The browser removes the button's number together with the page. */
export function createPageStatus(parts: PageStatusParts, signal: AbortSignal): PageStatus {
  const observers = new Set<PageObserver>();
  /** What the button shows; owned by `sendCount` and `sendCountAgain`. */
  let shown = NOTHING_SHOWN;

  const state = (): PageState => {
    const now = parts.stateNow();
    const isEmpty = Object.keys(now.counts).length === 0;
    return {
      kind: 'page-state',
      ...now,
      unreadable: isEmpty ? unreadableKindOf(document) : undefined,
    };
  };
  const sendCount = (): void => {
    const total = parts.wantsCount() ? parts.total() : 0;
    const off = !parts.isOn() || (parts.total() === 0 && unreadableKindOf(document) !== undefined);
    if (total === shown.total && off === shown.off) return;
    const message = { kind: 'count', total, ...(off !== shown.off && { off }) } as const;
    shown = { total, off };
    // If the background cannot be reached, there is no button either.
    void parts.sendCount(message).catch(() => undefined);
  };
  // Only the main document sends a number: a frame does not know whether its page is still there.
  const sendCountSoon =
    self === top ? whenQuiet(sendCount, COUNT_PACE, signal) : (): void => undefined;
  const sendCountAgain = (): void => {
    shown = NOTHING_SHOWN;
    sendCountSoon();
  };
  // The browser drops number and icon together with the page, so a page from its back/forward cache sends it again.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) sendCountAgain();
    },
    { signal },
  );
  // A prerendered page had no button until now.
  document.addEventListener('prerenderingchange', sendCountAgain, { signal });

  return {
    notify() {
      for (const observer of observers) observer.post(state());
      sendCountSoon();
    },
    observe(observer) {
      observers.add(observer);
      observer.onClosed(() => observers.delete(observer));
      observer.post(state());
    },
  };
}
