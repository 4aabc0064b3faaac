/**
 * Runs the state machine: holds its state and its one timer. Knows targets only by identity; what a state looks like is for
 * others.
 */
import { CLOSED, nextState, nextTarget, type PopoverEvent, type PopoverState } from './machine.ts';

export interface Driver<Target> {
  state(): PopoverState<Target>;
  send: (event: PopoverEvent<Target>) => void;
  /** Tells of every change from now on. */
  start(onChange: (now: PopoverState<Target>, before: PopoverState<Target>) => void): void;
}

export interface DriverRules<Target> {
  /** Rest before opening, in ms. */
  dwellMs(): number;
  /** From leaving card and mention until the card closes, in ms. */
  leaveMs(): number;
  /** Whether the pointer that rested on a target is still on it. */
  isStillOn(target: Target): boolean;
}

export function createDriver<Target>(
  rules: DriverRules<Target>,
  signal: AbortSignal,
): Driver<Target> {
  /** All three are owned by `send`. */
  let state: PopoverState<Target> = CLOSED;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tokens = 0;
  /** Owned by `start`. */
  let tell: Parameters<Driver<Target>['start']>[0] = () => undefined;

  const onTimer = (token: number): void => {
    const target = nextTarget(state);
    // The word has moved away from under a resting pointer: no event tells so.
    const isLost = target !== undefined && !rules.isStillOn(target);
    send(isLost ? { type: 'out' } : { type: 'timer', token });
  };
  const send = (event: PopoverEvent<Target>): void => {
    const before = state;
    const [dwellMs, leaveMs] = [rules.dwellMs(), rules.leaveMs()];
    state = nextState(before, event, { dwellMs, leaveMs, newToken: () => ++tokens });
    if (state === before) return;
    clearTimeout(timer);
    if ('timer' in state && state.timer) {
      const { token, ms } = state.timer;
      timer = setTimeout(() => {
        onTimer(token);
      }, ms);
    }
    tell(state, before);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });
  return {
    state: () => state,
    send,
    start(onChange) {
      tell = onChange;
    },
  };
}
