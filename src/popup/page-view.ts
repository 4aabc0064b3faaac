/**
 * What the popup knows of the page in front: follows the page's frames through one port, and tries again
 * while nobody answers. Knows the browser only by the `connect` that it is handed.
 */
import type { PageState } from '../messages/index.ts';
import { parsePageState } from '../messages/schema.ts';

export type PageView =
  /** Nobody has answered yet. */
  | { status: 'waiting' }
  /** No content script there, or none any more. */
  | { status: 'unreachable' }
  | {
      status: 'read';
      site: string;
      counts: Record<string, number>;
      total: number;
      /** Why there can be no mention. */
      unreadable: PageState['unreadable'];
      /** Whether any frame is read more slowly because it changes so fast. */
      slow: boolean;
      /** The mention that a jump led to last. */
      currentMention: PageState['currentMention'];
      /** The main document first. */
      frames: readonly PageState[];
    };

/** Opens a port to all frames of the page. */
export type ConnectToPage = (
  listener: { onMessage(message: unknown): void; onClosed(): void },
  signal: AbortSignal,
) => Promise<void>;

/** A page that is just loading answers soon, in ms. */
const RETRY_MS = 1000;

/** Tells of every change of what is known of the page, until the signal ends it. */
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
