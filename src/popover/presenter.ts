/**
 * Shows a state: which card at which word. Draws the card ahead while the pointer rests. Knows states and our own elements;
 * the page only through words.
 */
import type { ComponentChild } from 'preact';
import { HEADING_ID, type PopoverHost } from './host.ts';
import { shownTarget, type PopoverState } from './machine.ts';
import type { OpenCard } from './open-card.ts';
import type { Word } from './word.ts';

export interface CardGuide<Target> {
  /** The card of a target. @param headingId id of its heading */
  cardOf(target: Target, headingId: string): ComponentChild;
  /** Called when another target, or none, is in use. */
  onActive(target: Target | undefined): void;
}

export interface PresenterParts<Target> {
  guide: CardGuide<Target>;
  host: PopoverHost;
  card: OpenCard;
  wordOf: (target: Target) => Word;
  /** Called when a word cannot be shown. */
  gone: () => void;
}

export interface Presenter<Target> {
  present: (now: PopoverState<Target>, before: PopoverState<Target>) => void;
  /** Draws the card of a target again in the same position. */
  draw(target: Target | undefined): void;
}

/** Dwell after which the card is drawn ahead, outside the page, in ms: Page Previews also start their work then. */
const DRAW_AHEAD_AFTER_MS = 150;

export function createPresenter<Target>(
  { guide, host, card, wordOf, gone }: PresenterParts<Target>,
  signal: AbortSignal,
): Presenter<Target> {
  /** Owned by `prepare`. */
  let drawing: ReturnType<typeof setTimeout> | undefined;

  const show = (target: Target | undefined): void => {
    const word = target === undefined ? undefined : wordOf(target);
    const at = word?.position();
    guide.onActive(at && target);
    if (target !== undefined && word && at) {
      host.show(guide.cardOf(target, HEADING_ID), at);
      card.follow(word, at);
      return;
    }
    card.stop();
    host.hide();
    if (target !== undefined) gone();
  };
  const draw = (target: Target | undefined): void => {
    if (target !== undefined) host.draw(guide.cardOf(target, HEADING_ID));
  };
  /** Draws the card while the pointer rests, so that opening takes one frame. */
  const drawAhead = (state: PopoverState<Target>): void => {
    clearTimeout(drawing);
    if (state.mode !== 'dwelling' || state.timer.ms <= DRAW_AHEAD_AFTER_MS) return;
    drawing = setTimeout(() => {
      host.drawAhead(guide.cardOf(state.target, HEADING_ID));
    }, DRAW_AHEAD_AFTER_MS);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(drawing);
  });

  return {
    present(now, before) {
      drawAhead(now);
      if (shownTarget(now) !== shownTarget(before)) show(shownTarget(now));
      else if ((now.mode === 'pinned') !== (before.mode === 'pinned')) draw(shownTarget(now));
    },
    draw,
  };
}
