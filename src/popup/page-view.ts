/**
 * What the popup knows about the active page: follows the page's frames through one port, and tries again while there is no
 * answer. Knows the browser only through `connect`.
 */
import type { PageState } from '../messages/index.ts';
import { parsePageState } from '../messages/schema.ts';

export type PageView =
  /** There was no answer yet. */
  | { status: 'waiting' }
  /** There is no content script, or it has gone. */
  | { status: 'unreachable' }
  | {
      status: 'read';
      site: string;
      counts: Record<string, number>;
      total: number;
      /** The kind of document, if its text cannot be read. */
      unreadable: PageState['unreadable'];
      /** Whether a frame changes so often that it is read more slowly. */
      slow: boolean;
      /** The mention that the reader jumped to last. */
      currentMention: PageState['currentMention'];
      /** The main document first. */
      frames: readonly PageState[];
    };

/** Opens a port to all frames of the page. */
export type ConnectToPage = (
  listener: { onMessage(message: unknown): void; onClosed(): void },
  signal: AbortSignal,
) => Promise<void>;

/** Time until the next try, in ms: a page that is loading answers soon. */
const RETRY_MS = 1000;

/** Reports the view of the page whenever it changes, until the signal aborts. */
export function watchPage(
  connect: ConnectToPage,
  onView: (view: PageView) => void,
  signal: AbortSignal,
): void {
  const frames = new Map<string, PageState>();
  const onClosed = (): void => {
    if (signal.aborted) return;
    frames.clear();
    onView({ status: 'unreachable' });
    setTimeout(open, RETRY_MS);
  };
  const onMessage = (message: unknown): void => {
    const state = parsePageState(message);
    if (!state || signal.aborted) return;
    frames.set(state.frame, state);
    onView(viewOf([...frames.values()]));
  };
  const open = (): void => {
    if (!signal.aborted) connect({ onMessage, onClosed }, signal).catch(onClosed);
  };
  open();
}

/** The states of a page's frames as one: the main document names the site, every frame counts. */
export function viewOf(frames: readonly PageState[]): PageView {
  const main = frames.find(({ top }) => top) ?? frames[0];
  if (!main) return { status: 'waiting' };
  const counts: Record<string, number> = {};
  let total = 0;
  for (const [entityId, count] of frames.flatMap((frame) => Object.entries(frame.counts))) {
    counts[entityId] = (counts[entityId] ?? 0) + count;
    total += count;
  }
  const inOrder = [main, ...frames.filter((frame) => frame !== main)];
  return {
    status: 'read',
    site: main.site,
    counts,
    total,
    unreadable: main.unreadable,
    slow: frames.some(({ slow }) => slow),
    currentMention: inOrder.find(({ currentMention }) => currentMention)?.currentMention,
    frames: inOrder,
  };
}
