/**
 * Whether a press on a control of ours was meant. A press counts where, for a while before it, the control stood still,
 * said the same, and could be seen, and where the reader's own hand or key led to it. What a page can do in between (lay
 * something over it, move it under a resting pointer, change what it belongs to) starts the clock anew. Knows controls and
 * events by what it is handed; what a press does is for others.
 */
import { watchCover, type Cover } from './cover.ts';
import { createHand } from './hand.ts';
import type { Shell } from './shell.ts';
import { isInSight, isUnderOurs } from './sight.ts';

/** How long a control must have been as it is before a press on it counts, in ms: nobody can have meant one before. */
export const GUARD_MS = 300;

/** A press in progress. */
export interface Press {
  control: Element;
  /** Whether what it began on is still the same. */
  holds(): boolean;
}

export interface PressGuard {
  /** What is ours is shown. Watches it until the signal aborts. */
  begin(signal: AbortSignal): void;
  /** What is ours belongs to something else now. */
  renew(): void;
  /** The pointer moved. @param control of ours that is under it */
  point(event: PointerEvent, control: Element | undefined): void;
  /** The focus came to a control. @param byReader whether a key or a command of the reader's took it there */
  focus(control: Element | undefined, byReader: boolean): void;
  /** A press begins. @returns undefined where it cannot have been meant */
  press(event: PointerEvent | KeyboardEvent, control: Element): Press | undefined;
  /** Whether a press counts at its end. @param press undefined for one by assistive technology, which has no beginning */
  counts(press: Press | undefined, control: Element): boolean;
  /** Runs what a press does: what changes by it is the reader's own doing. */
  act(work: () => void): void;
}

export interface PressGuardParts {
  shell: Shell;
  /** What must be seen as a whole. */
  pane: HTMLElement;
  /** Told each time that something of the page lies over it (cover.ts). @returns whether it has gone on top again */
  onCovered: (isHit: boolean) => boolean;
}

export function createPressGuard({ shell, pane, onCovered }: PressGuardParts): PressGuard {
  const clock = createClock();
  const focused = createFocusClock();
  const hand = createHand();
  /** Owned by `begin`. */
  let cover: Cover | undefined;
  /** Owned by `act`. */
  let isActing = false;

  const canBeSeen = (control: Element): boolean =>
    cover?.isCovered() !== true && isInSight(shell, control);

  const renew = (): void => {
    clock.restart();
    if (!isActing) focused.restart();
    cover?.renew();
  };

  return {
    begin(signal) {
      watchChanges(shell.root, clock.restart, signal);
      const onClear = (): void => {
        clock.restart();
        focused.restart();
      };
      const onFound = (isHit: boolean): void => {
        onClear();
        // Two elements of ours do not fight each other.
        if (!isUnderOurs(shell, pane) && onCovered(isHit)) renew();
      };
      cover = watchCover(shell, pane, { onCovered: onFound, onClear }, signal);
      renew();
    },
    renew,
    point(event, control) {
      const target = control && { id: control, boxOf: () => control.getBoundingClientRect() };
      if (!hand.leads(event, target)) clock.restart();
    },
    focus: focused.set,
    press(event, control) {
      const since = clock.since();
      const holds =
        event instanceof KeyboardEvent
          ? () => focused.isReady(control)
          : () => clock.isReady() && clock.since() === since;
      const isRepeat = event instanceof KeyboardEvent && event.repeat;
      return !isRepeat && holds() && canBeSeen(control) ? { control, holds } : undefined;
    },
    counts(press, control) {
      const isMeant = press ? press.control === control && press.holds() : clock.isReady();
      return isMeant && canBeSeen(control);
    },
    act(work) {
      isActing = true;
      work();
      isActing = false;
    },
  };
}

/** Since when nothing of ours has changed. */
function createClock() {
  const read = () => ({ at: performance.now(), left: screenX, top: screenY });
  /** Owned by `restart`. */
  let start = read();
  const restart = (): void => {
    start = read();
  };
  return {
    restart,
    since: () => start.at,
    isReady(): boolean {
      // A window that the page has moved has moved everything in it.
      if (start.left !== screenX || start.top !== screenY) restart();
      return performance.now() - start.at >= GUARD_MS;
    },
  };
}

/** Since when the focus has been on a control that says the same. */
function createFocusClock() {
  const wordsOf = (control: Element | undefined): string =>
    `${control?.getAttribute('aria-label') ?? ''} ${control?.textContent ?? ''}`;
  /** Owned by `set` and `restart`. Where a key took it, the reader knows where it is. */
  let focus = { control: undefined as Element | undefined, words: '', since: 0 };
  const set = (control: Element | undefined, byReader: boolean): void => {
    const since = byReader ? -Infinity : performance.now();
    focus = { control, words: wordsOf(control), since };
  };
  return {
    set,
    restart() {
      set(focus.control, false);
    },
    isReady(control: Element): boolean {
      if (focus.control !== control || focus.words !== wordsOf(control)) set(control, false);
      return performance.now() - focus.since >= GUARD_MS;
    },
  };
}

/**
 * Tells of everything in a shadow tree that is not as it was: content, what is unfolded, where it is. Not of scrolling
 * inside: only the reader can do that.
 */
function watchChanges(root: ShadowRoot, onChange: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(onChange);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  addEventListener('resize', onChange, { signal });
}
