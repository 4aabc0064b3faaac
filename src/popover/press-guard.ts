/**
 * Whether the reader meant a press on a control of ours. A press counts if for a while before it the control stayed in place,
 * showed the same text and was visible, and if the reader's own pointer or key led to it. If the page covers the control, moves
 * it under a resting pointer or changes what it belongs to, the clock starts again. Does not know what a press does.
 */
import { watchCover, type Cover } from './cover.ts';
import { createPointerMotion } from './pointer-motion.ts';
import type { Shell } from './shell.ts';
import { isInSight, isUnderOurs } from './sight.ts';

/** How long a control must stay the same before a press on it counts, in ms: nobody can react sooner. */
export const GUARD_MS = 300;

/** A press in progress. */
export interface Press {
  control: Element;
  /** Whether its control is still the same. */
  holds(): boolean;
}

export interface PressGuard {
  /** Our element is shown: watches it until the signal aborts. */
  begin(signal: AbortSignal): void;
  /** Our element belongs to something else now. */
  renew(): void;
  /** The pointer moved. @param control of ours that is under it */
  point(event: PointerEvent, control: Element | undefined): void;
  /** The focus came to a control. @param byReader whether a key or a command of the reader moved it */
  focus(control: Element | undefined, byReader: boolean): void;
  /** A press begins. @returns undefined if the reader cannot have meant it */
  press(event: PointerEvent | KeyboardEvent, control: Element): Press | undefined;
  /** Whether a press counts at its end. @param press undefined for assistive technology, whose presses have no beginning */
  counts(press: Press | undefined, control: Element): boolean;
  /** Runs the effect of a press. What it changes is the reader's own doing. */
  act(work: () => void): void;
}

export interface PressGuardParts {
  shell: Shell;
  /** The element that must be visible as a whole. */
  pane: HTMLElement;
  /** Called each time the page covers it (cover.ts). @returns whether it was raised */
  onCovered: (isHit: boolean) => boolean;
}

export function createPressGuard({ shell, pane, onCovered }: PressGuardParts): PressGuard {
  const clock = createClock();
  const focused = createFocusClock();
  const motion = createPointerMotion();
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
        // Two elements of ours must not raise themselves in turns.
        if (!isUnderOurs(shell, pane) && onCovered(isHit)) renew();
      };
      cover = watchCover(shell, pane, { onCovered: onFound, onClear }, signal);
      renew();
    },
    renew,
    point(event, control) {
      const target = control && { id: control, boxOf: () => control.getBoundingClientRect() };
      if (!motion.isByReader(event, target)) clock.restart();
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
      motion.forget();
    },
  };
}

/** Measures the time since something of ours changed. */
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
      // If the page moved the window, it moved everything in it.
      if (start.left !== screenX || start.top !== screenY) restart();
      return performance.now() - start.at >= GUARD_MS;
    },
  };
}

/** Measures how long the focus has been on a control with the same text. */
function createFocusClock() {
  const wordsOf = (control: Element | undefined): string =>
    `${control?.getAttribute('aria-label') ?? ''} ${control?.textContent ?? ''}`;
  /** Owned by `set` and `restart`. If a key moved the focus, the reader knows where it is. */
  let focus: { control: Element | undefined; words: string; since: number } = {
    control: undefined,
    words: '',
    since: 0,
  };
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
 * Reports every change in a shadow tree: content, unfolded parts, positions. Not scrolling inside, which only the reader can
 * do.
 */
function watchChanges(root: ShadowRoot, onChange: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(onChange);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  addEventListener('resize', onChange, { signal });
}
