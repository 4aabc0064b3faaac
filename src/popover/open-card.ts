/**
 * The open card: follows its word, and reports when the word cannot be seen any more. Looks at the page after each frame while
 * a card is open, and at no other time.
 */
import { afterFrame } from './after-frame.ts';
import type { PopoverHost, WordPosition } from './host.ts';
import type { Box } from './placement.ts';
import { createStrikes } from './strikes.ts';
import type { Word } from './word.ts';

export interface OpenCard {
  /** Starts to follow a word. @param at its position now */
  follow(word: Word, at: WordPosition): void;
  stop(): void;
  /** The word's box, in CSS px; undefined while no card is open. */
  word(): Box | undefined;
  /** Call it when something covers the card. @returns whether the card was raised */
  onCovered: (isHit: boolean) => boolean;
}

/** Time between two checks whether the word can be seen, in ms: a check costs a few hit tests. */
const CHECK_MS = 100;
/** After this many failed checks in a row, the word is lost: a page may redraw its text between two checks. */
const MISSES_MAX = 2;

interface Open {
  word: Word;
  /** The last position of the card. */
  at: WordPosition;
  /** Whether the word was visible at any time. */
  wasSeen: boolean;
  lookedAt: number;
  misses: number;
}

/** @param onGone called when the word cannot be seen any more, or when the page keeps covering the card */
export function createOpenCard(
  host: PopoverHost,
  onGone: () => void,
  signal: AbortSignal,
): OpenCard {
  /** The open card; owned by `follow` and `stop`. */
  let now: Open | undefined;
  const strikes = createStrikes();
  /** Counts misses only for a word that was visible: a key may open a card where no pointer can reach the word. */
  const isLost = (open: Open): boolean => {
    const isSeen = open.word.isSeen();
    open.wasSeen ||= isSeen;
    open.misses = isSeen || !open.wasSeen ? 0 : open.misses + 1;
    return open.misses >= MISSES_MAX;
  };
  const isOutOfView = (at: Box): boolean => {
    const view = host.view();
    return view !== undefined && (at.bottom < view.top || at.top > view.bottom);
  };
  /** @returns whether the card can stay */
  const goAlong = (open: Open): boolean => {
    if (!host.isShown()) return false;
    const at = open.word.hasMoved() ? open.word.position() : open.at;
    if (!at) return false;
    if (at !== open.at) host.move(at);
    open.at = at;
    if (performance.now() - open.lookedAt < CHECK_MS) return true;
    open.lookedAt = performance.now();
    return !isLost(open) && !isOutOfView(at.word);
  };
  const look = (): boolean => {
    if (!now) return false;
    const stays = goAlong(now);
    if (!stays) onGone();
    return stays;
  };
  const loop = afterFrame(look, signal);
  return {
    follow(word, at) {
      now = { word, at, wasSeen: word.isSeen(), lookedAt: performance.now(), misses: 0 };
      loop.ask();
    },
    word: () => now?.at.word,
    stop() {
      now = undefined;
      strikes.reset();
      loop.cancel();
    },
    onCovered(isHit) {
      if (!now) return false;
      const next = now.word.isSeen() ? strikes.next(isHit) : 'give-up';
      if (next === 'raise') host.raise();
      else if (next === 'give-up') onGone();
      return next === 'raise';
    },
  };
}
