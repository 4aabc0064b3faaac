import { describe, expect, test } from 'vitest';
import {
  CLOSED,
  COOLING_MS,
  NEXT_DWELL_MS,
  nextState,
  shownTarget,
  type PopoverEvent,
  type PopoverState,
} from '../../../src/popover/machine.ts';

/** Time from leaving to closing in these cases, in ms. */
const LEAVE_MS = 300;

type Step = PopoverEvent<string> | 'timer';
const over = (target: string): Step => ({ type: 'over', target });
const OUT: Step = { type: 'out' };
const CARD: Step = { type: 'over-card' };
const ESCAPE: Step = { type: 'escape' };
const GONE: Step = { type: 'gone' };
const PIN: Step = { type: 'pin' };
const PRESS: Step = { type: 'press' };
const open = (target: string): Step => ({ type: 'open', target });
const TIMER = 'timer';

/** Sends events one after another; `timer` is the one that the machine waits for. */
function run(steps: Step[], dwellMs = 500): PopoverState<string> {
  let tokens = 0;
  const rules = { dwellMs, leaveMs: LEAVE_MS, newToken: () => ++tokens };
  return steps.reduce<PopoverState<string>>((state, step) => {
    const token = 'timer' in state ? (state.timer?.token ?? -1) : -1;
    return nextState(state, step === TIMER ? { type: 'timer', token } : step, rules);
  }, CLOSED);
}

/** Every arrow of the drawing in machine.ts. */
const ARROWS: [
  name: string,
  steps: Step[],
  ...result: [mode: string, target?: string | undefined, ms?: number],
][] = [
  ['closed, over A: dwells', [over('A')], 'dwelling', 'A', 500],
  ['dwelling, timer: opens', [over('A'), TIMER], 'open', 'A'],
  ['dwelling, out: closed', [over('A'), OUT], 'closed'],
  ['dwelling, gone: closed', [over('A'), GONE], 'closed'],
  ['dwelling, over A again: goes on', [over('A'), over('A')], 'dwelling', 'A', 500],
  ['dwelling, over B: dwells anew', [over('A'), over('B')], 'dwelling', 'B', 500],
  ['open, out: leaving', [over('A'), TIMER, OUT], 'leaving', 'A', LEAVE_MS],
  ['open, over A: stays', [over('A'), TIMER, over('A')], 'open', 'A'],
  ['open, over card: stays', [over('A'), TIMER, CARD], 'open', 'A'],
  ['open, over B: leaving for B', [over('A'), TIMER, over('B')], 'leaving', 'A', NEXT_DWELL_MS],
  ['open, escape: dismissed', [over('A'), TIMER, ESCAPE], 'dismissed', 'A'],
  ['open, gone: closed', [over('A'), TIMER, GONE], 'closed'],
  ['leaving, over card: open', [over('A'), TIMER, OUT, CARD], 'open', 'A'],
  ['leaving, over A: open', [over('A'), TIMER, OUT, over('A')], 'open', 'A'],
  ['leaving, timer: closed', [over('A'), TIMER, OUT, TIMER], 'closed', undefined, COOLING_MS],
  ['closed just now, timer: closed', [over('A'), TIMER, OUT, TIMER, TIMER], 'closed'],
  [
    'closed just now, over B: sooner',
    [over('A'), TIMER, OUT, TIMER, over('B')],
    'dwelling',
    'B',
    150,
  ],
  ['closed, open A: held', [open('A')], 'open', 'A'],
  ['dwelling, open B', [over('A'), open('B')], 'open', 'B'],
  ['open, open B', [over('A'), TIMER, open('B')], 'open', 'B'],
  ['held, out: stays', [open('A'), OUT], 'open', 'A'],
  ['held, over A, out: leaving', [open('A'), over('A'), OUT], 'leaving', 'A', LEAVE_MS],
  ['held, over card, out: leaving', [open('A'), CARD, OUT], 'leaving', 'A', LEAVE_MS],
  ['held, over B: leaving for B', [open('A'), over('B')], 'leaving', 'A', NEXT_DWELL_MS],
  ['held, press elsewhere: closed', [open('A'), PRESS], 'closed'],
  ['open, press elsewhere: closed', [over('A'), TIMER, PRESS], 'closed'],
  ['dwelling, press elsewhere: closed', [over('A'), PRESS], 'closed'],
  ['open, pin: pinned', [over('A'), TIMER, PIN], 'pinned', 'A'],
  ['closed, pin: nothing', [PIN], 'closed'],
  ['pinned, out: stays', [open('A'), PIN, OUT], 'pinned', 'A'],
  ['pinned, over B: stays', [open('A'), PIN, over('B')], 'pinned', 'A'],
  ['pinned, press elsewhere: stays', [open('A'), PIN, PRESS], 'pinned', 'A'],
  ['pinned, open B: pinned B', [open('A'), PIN, open('B')], 'pinned', 'B'],
  ['pinned, pin: held', [open('A'), PIN, PIN, OUT], 'open', 'A'],
  ['pinned, escape: dismissed', [open('A'), PIN, ESCAPE], 'dismissed', 'A'],
  ['pinned, gone: closed', [open('A'), PIN, GONE], 'closed'],
  ['dismissed, open A: open', [open('A'), ESCAPE, open('A')], 'open', 'A'],
  ['leaving for B, timer: opens B', [over('A'), TIMER, over('B'), TIMER], 'open', 'B'],
  ['leaving for B, over card: A stays', [over('A'), TIMER, over('B'), CARD], 'open', 'A'],
  ['leaving for B, out: leaving', [over('A'), TIMER, over('B'), OUT], 'leaving', 'A', LEAVE_MS],
  ['leaving, out again: the wait goes on', [over('A'), TIMER, OUT, OUT], 'leaving', 'A', LEAVE_MS],
  ['leaving, escape: dismissed', [over('A'), TIMER, OUT, ESCAPE], 'dismissed', 'A'],
  ['leaving, gone: closed', [over('A'), TIMER, OUT, GONE], 'closed'],
  ['dismissed, over A: stays quiet', [over('A'), TIMER, ESCAPE, over('A')], 'dismissed', 'A'],
  ['dismissed, over B: dwells', [over('A'), TIMER, ESCAPE, over('B')], 'dwelling', 'B', 500],
  ['dismissed, out: closed', [over('A'), TIMER, ESCAPE, OUT], 'closed'],
  ['closed, escape: nothing', [ESCAPE], 'closed'],
  ['closed, over card: nothing', [CARD], 'closed'],
];

describe('the popover', () => {
  test.each(ARROWS)('%s', (_name, steps, ...[mode, target, ms]) => {
    const state = run(steps);
    expect(state.mode).toBe(mode);
    expect('target' in state ? state.target : undefined).toBe(target);
    expect('timer' in state ? state.timer?.ms : undefined).toBe(ms);
  });

  test('ignores a late timer', () => {
    const late: Step = { type: 'timer', token: 1 };
    expect(run([over('A'), OUT, late]).mode).toBe('closed');
    expect(run([over('A'), over('B'), late]).mode).toBe('dwelling');
    expect(run([over('A'), TIMER, OUT, CARD, { type: 'timer', token: 2 }]).mode).toBe('open');
  });

  test('shows its card while open and while leaving, and at no other time', () => {
    expect(shownTarget(run([over('A')]))).toBeUndefined();
    expect(shownTarget(run([over('A'), TIMER]))).toBe('A');
    expect(shownTarget(run([over('A'), TIMER, OUT]))).toBe('A');
    expect(shownTarget(run([over('A'), TIMER, ESCAPE]))).toBeUndefined();
  });

  test('takes the dwell from the settings', () => {
    expect(run([over('A')], 0)).toMatchObject({ timer: { ms: 0 } });
  });
});
