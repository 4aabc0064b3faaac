/**
 * The in-page popover: feeds pointer, keys and page events to the state machine and shows what it says.
 * Knows targets only by what it is handed; neither entities nor settings.
 */
import type { ComponentChild } from 'preact';
import { afterFrame } from './after-frame.ts';
import { createHost, HEADING_ID, type WordPosition } from './host.ts';
import { CLOSED, nextState, shownTarget, type PopoverEvent, type PopoverState } from './machine.ts';
import type { Box } from './place.ts';
import { watchPointer, type PointerWatch } from './pointer.ts';
import type { Look } from './shell.ts';

/** What the popover asks of whoever knows the page and its mentions. */
export interface PopoverGuide<Target> {
  /** The target at a point of the viewport (CSS px). */
  targetAt(x: number, y: number): Target | undefined;
  /** Boxes of a target's lines in CSS px; none when it has gone. */
  linesOf(target: Target): Box[];
  /** How the page sets the text around a target. */
  textStyleOf(target: Target): { rightToLeft: boolean; dark: boolean | undefined };
  /** Size of the card's text, in percent. */
  textSize(): number;
  /** The card. @param headingId id to give to its heading */
  cardOf(target: Target, headingId: string): ComponentChild;
  /** Told when another target, or none, is the one in use. */
  onActive(target: Target | undefined): void;
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

/** Narrower than this, in CSS px, a tap opens a sheet at the bottom. */
const SHEET_BELOW = 768;

/** Rest after which the card is drawn, unseen and outside of the page, in ms: Page Previews start no work before. */
const PREPARE_AFTER_MS = 150;

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
  const host = createHost(look, signal);
  let state: PopoverState<Target> = CLOSED;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let preparation: ReturnType<typeof setTimeout> | undefined;
  let tokens = 0;

  const send = (event: PopoverEvent<Target>): void => {
    const before = state;
    const rules = { dwellMs: guide.dwellMs(), leaveMs: guide.leaveMs(), newToken: () => ++tokens };
    state = nextState(state, event, rules);
    if (state === before) return;
    clearTimeout(timer);
    if ('timer' in state && state.timer) {
      const { token, ms } = state.timer;
      timer = setTimeout(() => {
        send({ type: 'timer', token });
      }, ms);
    }
    prepare();
    if (shownTarget(state) !== shownTarget(before)) show(shownTarget(state));
    else if ((state.mode === 'pinned') !== (before.mode === 'pinned')) draw(shownTarget(state));
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
  /** While the pointer rests anyway, so that opening is one frame's work. */
  const prepare = (): void => {
    clearTimeout(preparation);
    if (state.mode !== 'dwelling' || state.timer.ms <= PREPARE_AFTER_MS) return;
    const { target } = state;
    preparation = setTimeout(() => {
      host.prepare(guide.cardOf(target, HEADING_ID));
    }, PREPARE_AFTER_MS);
  };
  const draw = (target: Target | undefined): void => {
    if (target !== undefined) host.draw(guide.cardOf(target, HEADING_ID));
  };

  const positionOf = (target: Target): WordPosition | undefined => {
    const lines = guide.linesOf(target);
    const pointer = watch.position();
    const line = lines.find((box) => pointer.y >= box.top && pointer.y <= box.bottom) ?? lines[0];
    if (!line || line.bottom < 0 || line.top > innerHeight) return undefined;
    const pointerX = Math.max(line.left, Math.min(line.right, pointer.x));
    const sheet = watch.isTouch() && innerWidth <= SHEET_BELOW;
    return {
      word: withNeighbours(line, lines),
      pointerX,
      sheet,
      textSize: guide.textSize(),
      ...guide.textStyleOf(target),
    };
  };

  const watch: PointerWatch = watchPointer<Target>(
    {
      targetAt: (x, y) => guide.targetAt(x, y),
      mayOpen: (event) => guide.mayOpen(event),
      owns: (event) => host.owns(event),
      shown() {
        const target = shownTarget(state);
        const card = host.box();
        const word = target === undefined ? undefined : positionOf(target)?.word;
        return card && word && { word, card };
      },
    },
    send,
    signal,
  );

  const follow = afterFrame(() => {
    const target = shownTarget(state);
    if (target === undefined) return;
    const at = host.isShown() ? positionOf(target) : undefined;
    if (at) host.move(at);
    else send({ type: 'gone' });
  }, signal);

  const dismiss = (): void => {
    send({ type: 'escape' });
    host.giveFocusBack();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !event.isTrusted || shownTarget(state) === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    dismiss();
  };
  const onScroll = (): void => {
    if (state.mode === 'dwelling') send({ type: 'out' });
    follow.ask();
  };
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') send({ type: 'gone' });
  };

  addEventListener('keydown', onKeyDown, { signal, capture: true });
  addEventListener('scroll', onScroll, { signal, capture: true, passive: true });
  addEventListener('resize', follow.ask, { signal });
  document.addEventListener('visibilitychange', onHidden, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(preparation);
  });

  if (first) watch.take(first);
  return {
    open(target, focus) {
      send({ type: 'open', target });
      if (focus && shownTarget(state) === target) host.takeFocus();
    },
    pin() {
      send({ type: 'pin' });
    },
    isPinned: () => state.mode === 'pinned',
    dismiss,
    isOpen: () => shownTarget(state) !== undefined,
    redraw() {
      draw(shownTarget(state));
    },
    copy: (text) => host.copy(text),
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
