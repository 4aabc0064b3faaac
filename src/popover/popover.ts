/**
 * The in-page popover: feeds pointer, keys and page events to the state machine and shows what it says.
 * Knows targets only by what it is handed; neither entities nor settings.
 */
import { createDriver } from './driver.ts';
import { createHost } from './host.ts';
import { createKeySilence } from './key-silence.ts';
import { shownTarget } from './machine.ts';
import { createOpenCard } from './open-card.ts';
import { createPointer, listenToPointer } from './pointer.ts';
import { createPresenter, type CardGuide } from './presenter.ts';
import type { Look } from './shell.ts';
import { createWord, type Word, type WordGuide } from './word.ts';

/** What the popover asks of whoever knows the page and its mentions. */
export interface PopoverGuide<Target> extends WordGuide<Target>, CardGuide<Target> {
  /** Rest before opening, in ms. */
  dwellMs(): number;
  /** From leaving card and mention until the card closes, in ms. */
  leaveMs(): number;
  /** Whether the key that the reader chose for opening is held; true where none is needed. */
  mayOpen(event: PointerEvent): boolean;
}

export interface Popover<Target> {
  /** Opens the card of a target at once, as a key does. @param focus whether the card takes the focus */
  open(target: Target, focus: boolean): void;
  /** Pins the card, or takes the pin away. */
  pin(): void;
  isPinned(): boolean;
  /** Closes as Escape does, and gives the focus back. */
  dismiss(): void;
  /** Whether a card is to be seen. */
  isOpen(): boolean;
  /** Draws the card of the target in use anew. */
  redraw(): void;
  /** Puts text on the clipboard, also where the page may not. @throws Error where the browser refuses */
  copy(text: string): Promise<void>;
  /** Closes at once: the marks it knew have gone. */
  close(): void;
}

/** Narrower than this, in CSS px, a tap opens a sheet at the edge of the screen. */
const SHEET_BELOW = 768;

/**
 * Starts to listen; everything ends with the signal.
 * @param first what the pointer did that made it start
 */
export function startPopover<Target>(
  guide: PopoverGuide<Target>,
  look: Look,
  signal: AbortSignal,
  first?: PointerEvent,
): Popover<Target> {
  const pointer = createPointer();
  const host = createHost(look, signal);
  const wordOf = (target: Target): Word => {
    const sheet = pointer.isTouch() && innerWidth <= SHEET_BELOW;
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
  const take = listenToPointer({ ...guide, pointer, host, card }, driver.send, signal);
  if (first) take(first);
  return {
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

/** Escape, and a page that is left for another tab. */
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
