/**
 * Shows what a state says: which card at which word, drawn ahead while the pointer rests. Knows states and elements of our
 * own; the page only by words.
 */
import type { ComponentChild } from 'preact';
import { HEADING_ID, type PopoverHost } from './host.ts';
import { shownTarget, type PopoverState } from './machine.ts';
import type { OpenCard } from './open-card.ts';
import type { Word } from './word.ts';

export interface CardGuide<Target> {
  /** The card. @param headingId id to give to its heading */
  cardOf(target: Target, headingId: string): ComponentChild;
  /** Told when another target, or none, is the one in use. */
  onActive(target: Target | undefined): void;
}

export interface PresenterParts<Target> {
  guide: CardGuide<Target>;
  host: PopoverHost;
  card: OpenCard;
  wordOf: (target: Target) => Word;
  /** To be told when a word cannot be shown. */
  gone: () => void;
}

export interface Presenter<Target> {
  present: (now: PopoverState<Target>, before: PopoverState<Target>) => void;
  /** Draws the card of a target anew where it is. */
  draw(target: Target | undefined): void;
}

/** Rest after which the card is drawn, unseen and outside of the page, in ms: Page Previews start no work before. */
const PREPARE_AFTER_MS = 150;

export function createPresenter<Target>(
  { guide, host, card, wordOf, gone }: PresenterParts<Target>,
  signal: AbortSignal,
): Presenter<Target> {
  /** Owned by `prepare`. */
  let preparation: ReturnType<typeof setTimeout> | undefined;

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
  /** While the pointer rests anyway, so that opening is one frame's work. */
  const prepare = (state: PopoverState<Target>): void => {
    clearTimeout(preparation);
    if (state.mode !== 'dwelling' || state.timer.ms <= PREPARE_AFTER_MS) return;
    preparation = setTimeout(() => {
      host.prepare(guide.cardOf(state.target, HEADING_ID));
    }, PREPARE_AFTER_MS);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(preparation);
  });

  return {
    present(now, before) {
      prepare(now);
      if (shownTarget(now) !== shownTarget(before)) show(shownTarget(now));
      else if ((now.mode === 'pinned') !== (before.mode === 'pinned')) draw(shownTarget(now));
    },
    draw,
  };
}
