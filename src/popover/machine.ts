/**
 * When the popover opens and closes: one pure state machine. It knows targets only by identity, and time only
 * as timers that it asks for and that come back with their token; a late timer finds another token and is
 * ignored.
 *
 *                  over A                    timer
 *   ┌────────┐ ───────────────▶ ┌──────────┐ ─────────────▶ ┌────────┐ ◀──────────────┐
 *   │ closed │                  │ dwelling │                │ open A │                │ over A,
 *   └────────┘ ◀─────────────── └──────────┘                └────────┘ ──┐            │ over card
 *     ▲  ▲ ▲       out, gone      over B: dwelling B           │         │ out,       │
 *     │  │ │                                            escape │         │ over B   ┌────────────────┐
 *     │  │ └───────────────────── gone ────────────────────────┼─────────┼───────── │ leaving A      │
 *     │  │                                                     ▼         └────────▶ │ (then B)       │
 *     │  │        out            ┌─────────────┐ ◀──────────────────── escape ───── └────────────────┘
 *     │  └────────────────────── │ dismissed A │                                       │ timer: open B,
 *     │                          └─────────────┘ over B: dwelling B                    │ or closed
 *     └────────────────────────────────────────────────────────────────────────────────┘
 */

/** Rest before the next card when one is open already, in ms: Floating UI's delay group for tooltips. */
export const NEXT_DWELL_MS = 150;
/** From leaving word and card to closing, in ms: Wikipedia's Page Previews and Wikipedia Preview both use 300. */
export const LEAVE_MS = 300;

/** A timer that the machine wants to run; it replaces the one before. */
export interface Timer {
  token: number;
  ms: number;
}

export type PopoverState<Target> =
  | { mode: 'closed' }
  | { mode: 'dwelling'; target: Target; timer: Timer }
  | { mode: 'open'; target: Target }
  | { mode: 'leaving'; target: Target; next: Target | undefined; timer: Timer }
  /** Closed by the reader: the word stays quiet until the pointer has left it. */
  | { mode: 'dismissed'; target: Target };

export type PopoverEvent<Target> =
  /** The pointer is on a mention. */
  | { type: 'over'; target: Target }
  | { type: 'over-card' }
  /** The pointer is on neither. */
  | { type: 'out' }
  | { type: 'timer'; token: number }
  | { type: 'escape' }
  /** The target vanished, or the page was hidden. */
  | { type: 'gone' };

export interface PopoverRules {
  /** Rest before the first card opens, in ms. */
  dwellMs: number;
  /** A token never given before. */
  newToken: () => number;
}

/** @returns the same object where the event changes nothing */
export function nextState<Target>(
  state: PopoverState<Target>,
  event: PopoverEvent<Target>,
  rules: PopoverRules,
): PopoverState<Target> {
  switch (event.type) {
    case 'over':
      return onOver(state, event.target, rules);
    case 'over-card':
      return state.mode === 'leaving' ? { mode: 'open', target: state.target } : state;
    case 'out':
      return onOut(state, rules);
    case 'timer':
      return onTimer(state, event.token);
    case 'escape':
      return state.mode === 'open' || state.mode === 'leaving'
        ? { mode: 'dismissed', target: state.target }
        : state;
    case 'gone':
      return state.mode === 'closed' ? state : { mode: 'closed' };
  }
}

/** The target whose card is to be seen in a state. */
export function shownTarget<Target>(state: PopoverState<Target>): Target | undefined {
  return state.mode === 'open' || state.mode === 'leaving' ? state.target : undefined;
}

function onOver<Target>(
  state: PopoverState<Target>,
  target: Target,
  { dwellMs, newToken }: PopoverRules,
): PopoverState<Target> {
  const timer = (ms: number): Timer => ({ token: newToken(), ms });
  switch (state.mode) {
    case 'closed':
      return { mode: 'dwelling', target, timer: timer(dwellMs) };
    case 'dwelling':
    case 'dismissed':
      return state.target === target ? state : { mode: 'dwelling', target, timer: timer(dwellMs) };
    case 'open':
      if (state.target === target) return state;
      return { mode: 'leaving', target: state.target, next: target, timer: timer(NEXT_DWELL_MS) };
    case 'leaving':
      if (state.target === target) return { mode: 'open', target };
      return state.next === target
        ? state
        : { ...state, next: target, timer: timer(NEXT_DWELL_MS) };
  }
}

function onOut<Target>(
  state: PopoverState<Target>,
  { newToken }: PopoverRules,
): PopoverState<Target> {
  switch (state.mode) {
    case 'closed':
      return state;
    case 'dwelling':
    case 'dismissed':
      return { mode: 'closed' };
    case 'leaving':
      if (state.next === undefined) return state;
      break;
    case 'open':
      break;
  }
  const timer = { token: newToken(), ms: LEAVE_MS };
  return { mode: 'leaving', target: state.target, next: undefined, timer };
}

function onTimer<Target>(state: PopoverState<Target>, token: number): PopoverState<Target> {
  if (state.mode === 'dwelling' && state.timer.token === token) {
    return { mode: 'open', target: state.target };
  }
  if (state.mode === 'leaving' && state.timer.token === token) {
    return state.next === undefined ? { mode: 'closed' } : { mode: 'open', target: state.next };
  }
  return state;
}
