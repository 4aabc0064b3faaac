/**
 * The card while it is open: shows it at its word, goes where the word goes, and says when the word cannot be seen any more.
 * Looks at the page after each frame while a card is open, and at no other time.
 */
import { afterFrame } from './after-frame.ts';
import type { PopoverHost, WordPosition } from './host.ts';
import type { Box } from './place.ts';
import { createStrikes } from './strikes.ts';
import type { Word } from './word.ts';

export interface OpenCard {
  /** Follows the word from now on. @param at where it is */
  follow(word: Word, at: WordPosition): void;
  stop(): void;
  /** Where the word is, in CSS px; undefined while no card is open. */
  word(): Box | undefined;
  /** Something lies over the card. @returns whether the card has gone on top again */
  onCovered: (isHit: boolean) => boolean;
}

/** Between two looks at whether the word can be seen, in ms: it costs a few hit tests. */
const LOOK_MS = 100;
/** So many looks in a row at a word that cannot be seen: a page may draw its text anew between two. */
const MOST_MISSES = 2;

interface Open {
  word: Word;
  /** Where the card was put last. */
  at: WordPosition;
  /** Whether the word could be seen at any time. */
  wasSeen: boolean;
  lookedAt: number;
  misses: number;
}

/** @param onGone told when the word cannot be seen any more, or the page keeps covering the card */
export function createOpenCard(
  host: PopoverHost,
  onGone: () => void,
  signal: AbortSignal,
): OpenCard {
  /** Owned by `follow` and `stop`: what is open, and how it has fared. */
  let now: Open | undefined;
  const strikes = createStrikes();
  /** Counts misses only of a word that was seen: one may be opened by a key where no pointer reaches it. */
  const isLost = (open: Open): boolean => {
    const isSeen = open.word.isSeen();
    open.wasSeen ||= isSeen;
    open.misses = isSeen || !open.wasSeen ? 0 : open.misses + 1;
    return open.misses >= MOST_MISSES;
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
    if (performance.now() - open.lookedAt < LOOK_MS) return true;
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
