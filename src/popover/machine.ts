/**
 * When the popover opens and closes: one pure state machine. It knows targets only by identity. It asks for timers, which come
 * back with their token; a late timer has an old token and is ignored.
 *
 *                  over A                    timer
 *   ┌────────┐ ───────────────▶ ┌──────────┐ ─────────────▶ ┌────────┐ ◀──────────────┐
 *   │ closed │                  │ dwelling │                │ open A │                │ over A,
 *   └────────┘ ◀─────────────── └──────────┘                └────────┘ ──┐            │ over card
 *     ▲  ▲ ▲       out, gone      over B: dwelling B         │  ▲  │     │ out,       │
 *     │  │ │                                          escape │  │  │ pin │ over B   ┌────────────────┐
 *     │  │ └─────────── gone, press ─────────────────────────┼──┼──┼─────┼───────── │ leaving A      │
 *     │  │                                                   ▼  │  ▼     └────────▶ │ (then B)       │
 *     │  │        out            ┌─────────────┐ ◀──────── escape │                 └────────────────┘
 *     │  └────────────────────── │ dismissed A │ ◀──────── ┌──────────┐                │ timer: open B,
 *     │                          └─────────────┘   escape  │ pinned A │                │ or closed
 *     │                            over B: dwelling B      └──────────┘                │ (cooling)
 *     └────────────────────────────────────────────────────────────────────────────────┘
 *
 * `open` (a key, a click, a tap) leads from any state to open A, held: the card stays open without the pointer until the
 * pointer has been there. From pinned A it leads to pinned B. Escape closes a pinned card, and so does the loss of its word.
 * To unpin a card leaves it open and held.
 */

/** Dwell before the next card while one is open, in ms: as in Floating UI's delay group for tooltips. */
export const NEXT_DWELL_MS = 150;
/** For this long after a card closed, the next one opens sooner, in ms. */
export const COOLING_MS = 300;

/** A timer that the machine asks for; it replaces the timer before. */
export interface Timer {
  token: number;
  ms: number;
}

export type PopoverState<Target> =
  /** With a timer for a short time after a card closed. */
  | { mode: 'closed'; timer: Timer | undefined }
  | { mode: 'dwelling'; target: Target; timer: Timer }
  /** Held: opened without the pointer, so it stays open while the pointer is elsewhere. */
  | { mode: 'open'; target: Target; held: boolean }
  | { mode: 'pinned'; target: Target }
  | { mode: 'leaving'; target: Target; next: Target | undefined; timer: Timer }
  /** Closed by the reader: its word opens no card until the pointer has left it. */
  | { mode: 'dismissed'; target: Target };

export type PopoverEvent<Target> =
  /** The pointer is on a mention. `restedMs`: how long it had been there before, in ms. */
  | { type: 'over'; target: Target; restedMs?: number }
  /** The pointer is on the card, or in the corridor from word to card. */
  | { type: 'over-card' }
  /** The pointer is on neither. */
  | { type: 'out' }
  /** The reader asked for a card: by key, click or tap. */
  | { type: 'open'; target: Target }
  /** The reader pinned or unpinned the card. */
  | { type: 'pin' }
  /** A press outside of word and card. */
  | { type: 'press' }
  | { type: 'timer'; token: number }
  | { type: 'escape' }
  /** The target vanished, or the page was hidden. */
  | { type: 'gone' };

export interface PopoverRules {
  /** Dwell before the first card opens, in ms. */
  dwellMs: number;
  /** Time from leaving card and mention until the card closes, in ms. */
  leaveMs: number;
  /** Returns a token that was not used before. */
  newToken: () => number;
}

/** @returns the same object if the event changes nothing */
export function nextState<Target>(
  state: PopoverState<Target>,
  event: PopoverEvent<Target>,
  rules: PopoverRules,
): PopoverState<Target> {
  switch (event.type) {
    case 'over':
      return onOver(state, event.target, restedAlready(rules, event.restedMs));
    case 'over-card':
      return onOverCard(state);
    case 'out':
      return onOut(state, rules);
    case 'open':
      return onOpen(state, event.target);
    case 'pin':
      return onPin(state);
    case 'press':
      return onPress(state);
    case 'timer':
      return onTimer(state, event.token, rules);
    case 'escape':
      return shownTarget(state) === undefined || !('target' in state)
        ? state
        : { mode: 'dismissed', target: state.target };
    case 'gone':
      return state.mode === 'closed' ? state : CLOSED;
  }
}

/** The target whose card is shown in a state. */
export function shownTarget<Target>(state: PopoverState<Target>): Target | undefined {
  return state.mode === 'open' || state.mode === 'leaving' || state.mode === 'pinned'
    ? state.target
    : undefined;
}

/** The target whose card opens when the state's timer ends. */
export function nextTarget<Target>(state: PopoverState<Target>): Target | undefined {
  if (state.mode === 'dwelling') return state.target;
  return state.mode === 'leaving' ? state.next : undefined;
}

/** Nothing is open, and nothing was open just now. */
export const CLOSED = { mode: 'closed', timer: undefined } as const;

const restedAlready = (rules: PopoverRules, restedMs = 0): PopoverRules => ({
  ...rules,
  dwellMs: Math.max(0, rules.dwellMs - restedMs),
});

function onOver<Target>(
  state: PopoverState<Target>,
  target: Target,
  { dwellMs, newToken }: PopoverRules,
): PopoverState<Target> {
  const timer = (ms: number): Timer => ({ token: newToken(), ms });
  switch (state.mode) {
    case 'closed': {
      const ms = state.timer ? Math.min(dwellMs, NEXT_DWELL_MS) : dwellMs;
      return { mode: 'dwelling', target, timer: timer(ms) };
    }
    case 'dwelling':
    case 'dismissed':
      return state.target === target ? state : { mode: 'dwelling', target, timer: timer(dwellMs) };
    case 'open':
      if (state.target === target) return state.held ? { ...state, held: false } : state;
      return { mode: 'leaving', target: state.target, next: target, timer: timer(NEXT_DWELL_MS) };
    case 'pinned':
      return state;
    case 'leaving':
      if (state.target === target) return { mode: 'open', target, held: false };
      return state.next === target
        ? state
        : { ...state, next: target, timer: timer(NEXT_DWELL_MS) };
  }
}

function onOverCard<Target>(state: PopoverState<Target>): PopoverState<Target> {
  const isOpen = state.mode === 'leaving' || (state.mode === 'open' && state.held);
  return isOpen ? { mode: 'open', target: state.target, held: false } : state;
}

function onOut<Target>(
  state: PopoverState<Target>,
  { leaveMs, newToken }: PopoverRules,
): PopoverState<Target> {
  switch (state.mode) {
    case 'closed':
    case 'pinned':
      return state;
    case 'dwelling':
    case 'dismissed':
      return CLOSED;
    case 'leaving':
      if (state.next === undefined) return state;
      break;
    case 'open':
      if (state.held) return state;
      break;
  }
  const timer = { token: newToken(), ms: leaveMs };
  return { mode: 'leaving', target: state.target, next: undefined, timer };
}

function onOpen<Target>(state: PopoverState<Target>, target: Target): PopoverState<Target> {
  if (state.mode === 'pinned') return state.target === target ? state : { ...state, target };
  return state.mode === 'open' && state.target === target
    ? state
    : { mode: 'open', target, held: true };
}

function onPin<Target>(state: PopoverState<Target>): PopoverState<Target> {
  if (state.mode === 'pinned') return { mode: 'open', target: state.target, held: true };
  const target = shownTarget(state);
  return target === undefined ? state : { mode: 'pinned', target };
}

function onPress<Target>(state: PopoverState<Target>): PopoverState<Target> {
  switch (state.mode) {
    case 'closed':
    case 'pinned':
    case 'dismissed':
      return state;
    case 'dwelling':
    case 'open':
    case 'leaving':
      return CLOSED;
  }
}

function onTimer<Target>(
  state: PopoverState<Target>,
  token: number,
  { newToken }: PopoverRules,
): PopoverState<Target> {
  if (!('timer' in state) || state.timer?.token !== token) return state;
  switch (state.mode) {
    case 'closed':
      return CLOSED;
    case 'dwelling':
      return { mode: 'open', target: state.target, held: false };
    case 'leaving':
      return state.next === undefined
        ? { mode: 'closed', timer: { token: newToken(), ms: COOLING_MS } }
        : { mode: 'open', target: state.next, held: false };
  }
}
