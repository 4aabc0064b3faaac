/**
 * The popover in a page: sends pointer, key and page events to the state machine, and shows the state. Knows targets only
 * through its guide; neither entities nor settings.
 */
import { createDriver } from './driver.ts';
import { createHost } from './host.ts';
import { createKeySilence } from './key-silence.ts';
import { shownTarget } from './machine.ts';
import { createOpenCard } from './open-card.ts';
import { createPointer, listenToPointer, type FirstMove } from './pointer.ts';
import { createPresenter, type CardGuide } from './presenter.ts';
import type { Appearance } from './shell.ts';
import { createWord, type Word, type WordGuide } from './word.ts';

/** What the popover needs to know about the page and its mentions. */
export interface PopoverGuide<Target> extends WordGuide<Target>, CardGuide<Target> {
  /** Dwell before opening, in ms. */
  dwellMs(): number;
  /** Time from leaving card and mention until the card closes, in ms. */
  leaveMs(): number;
  /** Whether the reader holds the chosen key for opening; true if no key is chosen. */
  mayOpen(event: PointerEvent): boolean;
}

export interface Popover<Target> {
  /** Goes on from what the pointer did before the popover ran. Cards can be drawn from then on. */
  goOn: (first: FirstMove<Target>) => void;
  /** Opens the card of a target at once, as a key does. @param focus whether the card takes the focus */
  open(target: Target, focus: boolean): void;
  /** Pins or unpins the card. */
  pin(): void;
  isPinned(): boolean;
  /** Closes the card as Escape does, and moves the focus back. */
  dismiss(): void;
  /** Whether a card is shown. */
  isOpen(): boolean;
  /** Draws the shown card again. */
  redraw(): void;
  /** Copies text to the clipboard, even if the page may not. @throws Error if the browser refuses */
  copy(text: string): Promise<void>;
  /** Closes the card at once, because its mark has gone. */
  close(): void;
}

/** In a window up to this width, in CSS px, a tap opens a sheet at the edge of the screen. */
const SHEET_BELOW_PX = 768;

/** Starts to listen; everything ends with the signal. */
export function startPopover<Target>(
  guide: PopoverGuide<Target>,
  appearance: Appearance,
  signal: AbortSignal,
): Popover<Target> {
  const pointer = createPointer();
  const host = createHost(appearance, signal);
  const wordOf = (target: Target): Word => {
    const sheet = pointer.isTouch() && innerWidth <= SHEET_BELOW_PX;
    return createWord(guide, target, { pointer: pointer.position(), sheet });
  };
  const isStillOn = (target: Target): boolean => wordOf(target).isAt(pointer.position());
  const driver = createDriver<Target>({ ...guide, isStillOn }, signal);
  const shown = (): Target | undefined => shownTarget(driver.state());
  const gone = (): void => {
    driver.send({ type: 'gone' });
  };
  const dismiss = (): void => {
    driver.send({ type: 'escape' });
    host.giveFocusBack();
  };
  const card = createOpenCard(host, gone, signal);
  const presenter = createPresenter({ guide, host, card, wordOf, gone }, signal);

  driver.start(presenter.present);
  host.onCovered(card.onCovered);
  listenToPage({ isOpen: () => shown() !== undefined, dismiss, gone }, signal);
  const goOn = listenToPointer({ ...guide, pointer, host, card }, driver.send, signal);
  return {
    goOn,
    open(target, focus) {
      driver.send({ type: 'open', target });
      if (focus && shown() === target) host.takeFocus();
    },
    pin() {
      driver.send({ type: 'pin' });
    },
    isPinned: () => driver.state().mode === 'pinned',
    dismiss,
    isOpen: () => shown() !== undefined,
    redraw() {
      presenter.draw(shown());
    },
    copy: host.copy,
    close: gone,
  };
}

interface PageEvents {
  isOpen: () => boolean;
  dismiss: () => void;
  gone: () => void;
}

/** Closes the card on Escape, and when the reader leaves the tab. */
function listenToPage({ isOpen, dismiss, gone }: PageEvents, signal: AbortSignal): void {
  const silence = createKeySilence(signal);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !event.isTrusted || !isOpen()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    silence.begin(event);
    dismiss();
  };
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') gone();
  };
  addEventListener('keydown', onKeyDown, { signal, capture: true });
  document.addEventListener('visibilitychange', onHidden, { signal });
}
