/**
 * The in-page popover: feeds pointer, keys and page events to the state machine and shows what it says.
 * Knows targets only by what it is handed; neither entities nor settings.
 */
import type { ComponentChild } from 'preact';
import { createHost, HEADING_ID, type Look } from './host.ts';
import { nextState, shownTarget, type PopoverEvent, type PopoverState } from './machine.ts';
import type { Box } from './place.ts';

/** What the popover asks of whoever knows the page and its mentions. */
export interface PopoverGuide<Target> {
  /** The target at a point of the viewport (CSS px). */
  targetAt(x: number, y: number): Target | undefined;
  /** Boxes of a target's lines in CSS px; none when it has gone. */
  linesOf(target: Target): Box[];
  /** How the page sets the text around a target. */
  textStyleOf(target: Target): { rightToLeft: boolean; dark: boolean | undefined };
  /** The card. @param headingId id to give to its heading */
  cardOf(target: Target, headingId: string): ComponentChild;
  /** Told when another target, or none, is the one in use. */
  onActive(target: Target | undefined): void;
  /** Rest before opening, in ms. */
  dwellMs(): number;
}

export interface Popover {
  /** Closes at once: the marks it knew have gone. */
  close(): void;
}

/** Starts to listen; everything ends with the signal. */
export function startPopover<Target>(
  guide: PopoverGuide<Target>,
  look: Look,
  signal: AbortSignal,
): Popover {
  const host = createHost(look, signal);
  let state: PopoverState<Target> = { mode: 'closed' };
  let pointer = { x: -1, y: -1 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tokens = 0;

  const send = (event: PopoverEvent<Target>): void => {
    const before = state;
    state = nextState(state, event, { dwellMs: guide.dwellMs(), newToken: () => ++tokens });
    if (state === before) return;
    clearTimeout(timer);
    if ('timer' in state) {
      const { token, ms } = state.timer;
      timer = setTimeout(() => {
        send({ type: 'timer', token });
      }, ms);
    }
    if (shownTarget(state) !== shownTarget(before)) show(shownTarget(state));
  };

  const show = (target: Target | undefined): void => {
    const at = target === undefined ? undefined : positionOf(target);
    guide.onActive(at && target);
    if (target === undefined || !at) {
      host.hide();
      if (target !== undefined) send({ type: 'gone' });
      return;
    }
    host.show(guide.cardOf(target, HEADING_ID), at);
  };

  const positionOf = (target: Target) => {
    const lines = guide.linesOf(target);
    const line = lines.find((box) => pointer.y >= box.top && pointer.y <= box.bottom) ?? lines[0];
    if (!line || line.bottom < 0 || line.top > innerHeight) return undefined;
    const pointerX = Math.max(line.left, Math.min(line.right, pointer.x));
    return { word: withNeighbours(line, lines), pointerX, ...guide.textStyleOf(target) };
  };

  const follow = afterFrame(() => {
    const target = shownTarget(state);
    if (target === undefined) return;
    const at = host.isShown() ? positionOf(target) : undefined;
    if (at) host.move(at);
    else send({ type: 'gone' });
  }, signal);

  const findTarget = afterFrame(() => {
    const target = guide.targetAt(pointer.x, pointer.y);
    send(target === undefined ? { type: 'out' } : { type: 'over', target });
  }, signal);

  const onPointerMove = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    if (host.owns(event)) {
      findTarget.cancel();
      send({ type: 'over-card' });
      return;
    }
    pointer = { x: event.clientX, y: event.clientY };
    // A pressed button is a selection or a drag in progress.
    if (event.buttons !== 0) send({ type: 'out' });
    else findTarget.ask();
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (state.mode === 'dwelling' && !host.owns(event)) send({ type: 'out' });
  };
  const onPointerOut = (event: PointerEvent): void => {
    if (event.relatedTarget !== null) return;
    findTarget.cancel();
    send({ type: 'out' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !event.isTrusted || shownTarget(state) === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    send({ type: 'escape' });
  };
  const onScroll = (): void => {
    if (state.mode === 'dwelling') send({ type: 'out' });
    follow.ask();
  };
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') send({ type: 'gone' });
  };

  const quietly = { signal, capture: true, passive: true };
  addEventListener('pointermove', onPointerMove, quietly);
  addEventListener('pointerdown', onPointerDown, quietly);
  addEventListener('pointerout', onPointerOut, quietly);
  addEventListener('keydown', onKeyDown, { signal, capture: true });
  addEventListener('scroll', onScroll, quietly);
  addEventListener('resize', follow.ask, { signal });
  document.addEventListener('visibilitychange', onHidden, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });

  return {
    close() {
      send({ type: 'gone' });
    },
  };
}

/** A name that is broken over a few lines stays in sight as a whole; one over columns would leave no room. */
function withNeighbours(line: Box, lines: readonly Box[]): Box {
  const top = Math.min(...lines.map((box) => box.top));
  const bottom = Math.max(...lines.map((box) => box.bottom));
  const { left, right } = line;
  return bottom - top > innerHeight / 3 ? line : { left, right, top, bottom };
}

/**
 * Joins many requests into one call soon after the next frame, when reading layout costs nothing.
 */
function afterFrame(
  work: () => void,
  signal: AbortSignal,
): { ask: () => void; cancel: () => void } {
  let frame: number | undefined;
  let task: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(task);
    frame = undefined;
  };
  signal.addEventListener('abort', cancel);
  return {
    ask() {
      frame ??= requestAnimationFrame(() => {
        task = setTimeout(() => {
          frame = undefined;
          work();
        });
      });
    },
    cancel,
  };
}
