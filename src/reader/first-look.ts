/**
 * Watches for the first time that the reader points at a mention, so that the card's script comes only then. Stops when the popover
 * runs, which has its own listeners. Knows targets, not what is shown at them.
 */
import { afterFrame } from '../popover/after-frame.ts';
import { createHand } from '../popover/hand.ts';
import { asksForCard, FINGER_PX, targetNear } from '../popover/press.ts';
import type { FirstMove } from '../popover/index.ts';

export interface FirstLookParts<Target> {
  /** The target at a point of the viewport (CSS px). */
  targetAt: (x: number, y: number) => Target | undefined;
  /** Called when the pointer comes onto a target, and for a click or a tap that asks for its card. */
  onLook: () => void;
}

export interface FirstLook<Target> {
  start(): void;
  /** @returns what the pointer did last, for the popover that starts now */
  stop: () => FirstMove<Target> | undefined;
}

const EVENTS = ['pointermove', 'pointerdown', 'click', 'dblclick'] as const;

export function createFirstLook<Target>(
  parts: FirstLookParts<Target>,
  signal: AbortSignal,
): FirstLook<Target> {
  const isByHand = createHand();
  /** Owned by `onPointer`. */
  let last: PointerEvent | undefined;
  /** The target under the pointer, and since when it is there; owned by `look`. */
  let on: { target: Target; since: number } | undefined;
  /** The target whose card a click asked for. Owned by `onPointer` and `onClick`: the next press takes it back. */
  let pressed: Target | undefined;

  const reach = (): number => (last?.pointerType === 'touch' ? FINGER_PX : 0);
  // Layout is read after the frame, when it costs nothing.
  const look = afterFrame(() => {
    const target = last && targetNear(parts.targetAt, last, reach());
    if (target === undefined) on = undefined;
    else if (target !== on?.target) {
      on = { target, since: performance.now() };
      parts.onLook();
    }
    return false;
  }, signal);
  const onPointer = (event: PointerEvent): void => {
    if (!event.isTrusted || (event.type === 'pointermove' && !isByHand(event))) return;
    if (event.type === 'pointerdown') pressed = undefined;
    last = event;
    look.ask();
  };
  const onClick = (event: MouseEvent): void => {
    // A double click selects the word, and so it asks for no card.
    const asks = event.type === 'click' && asksForCard(event);
    pressed = asks ? targetNear(parts.targetAt, event, reach()) : undefined;
    if (pressed !== undefined) parts.onLook();
  };
  const isClick = (type: string): boolean => type.endsWith('click');
  const listener = (event: Event): void => {
    if (isClick(event.type)) onClick(event as MouseEvent);
    else onPointer(event as PointerEvent);
  };
  return {
    start() {
      for (const type of EVENTS) {
        // A page may prevent a click until its last listener.
        const capture = !isClick(type);
        addEventListener(type, listener, { signal, capture, passive: true });
      }
    },
    stop() {
      look.cancel();
      for (const type of EVENTS) {
        removeEventListener(type, listener, { capture: !isClick(type) });
      }
      return last && { event: last, pressed, restedMs: on ? performance.now() - on.since : 0 };
    },
  };
}
