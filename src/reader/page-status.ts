/**
 * What the toolbar learns of one page: the popup, while it is open, its whole state; the button its number of
 * mentions. Sends when it is told to, and the number only where it changed.
 */
import type { PageObserver as Observer } from '../browser/interfaces.ts';
import type { CountMessage, PageState } from '../messages/index.ts';
import { whenQuiet } from './when-quiet.ts';

/** The popup while it watches this page. */
export type PageObserver = Observer<PageState>;

/**
 * When the button shows a new number: once the page has been quiet for a moment, since each number wakes the
 * background, and on a page that is never quiet at least so often. In ms.
 */
const COUNT_PACE = { quietMs: 400, longestMs: 2000 };

export interface PageStatusParts {
  /** The state now; `unreadable` is added here. */
  stateNow: () => Omit<PageState, 'kind' | 'unreadable'>;
  /** How many mentions there are now. */
  total: () => number;
  /** Whether the button shows a number at all. */
  wantsCount: () => boolean;
  sendCount: (message: CountMessage) => Promise<unknown>;
}

export interface PageStatus {
  /** Something may have changed. */
  notify: () => void;
  observe: (observer: PageObserver) => void;
}

/** Ends with the signal. The browser takes the button's number away with the page. */
export function createPageStatus(parts: PageStatusParts, signal: AbortSignal): PageStatus {
  const observers = new Set<PageObserver>();
  /** The number on the button. */
  let shown = 0;

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
    // A frame does not know whether its page still stands; the main document's own number is always right.
    if (self !== top) return;
    const total = parts.wantsCount() ? parts.total() : 0;
    if (total === shown) return;
    shown = total;
    // Lost where the background cannot be reached: then there is no button to show it on either.
    void parts.sendCount({ kind: 'count', total }).catch(() => undefined);
  };
  const sendCountSoon = whenQuiet(sendCount, COUNT_PACE, signal);
  const countChanged = (): void => {
    // On most pages there is never anything to show.
    if (shown !== 0 || parts.total() !== 0) sendCountSoon();
  };
  const sendCountAgain = (): void => {
    shown = 0;
    countChanged();
  };
  // The browser forgets a tab's number with the page; one that comes back from its memory tells again.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) sendCountAgain();
    },
    { signal },
  );
  // One that was made ahead of the reader's click has had no button to itself so far.
  document.addEventListener('prerenderingchange', sendCountAgain, { signal });

  return {
    notify() {
      for (const observer of observers) observer.post(state());
      countChanged();
    },
    observe(observer) {
      observers.add(observer);
      observer.onClosed(() => observers.delete(observer));
      observer.post(state());
    },
  };
}

/** From this share of the window on, a canvas is taken for the page's text; below, for a picture in it. */
const CANVAS_SHARE = 0.3;

/** Why a page without a mention may have text that nobody can read. */
function unreadableKindOf(page: Document): PageState['unreadable'] {
  if (page.contentType === 'application/pdf') return 'pdf';
  const window = innerWidth * innerHeight;
  const drawn = [...page.querySelectorAll('canvas')].reduce((sum, canvas) => {
    const { width, height } = canvas.getBoundingClientRect();
    return sum + width * height;
  }, 0);
  return drawn >= CANVAS_SHARE * window ? 'canvas' : undefined;
}
