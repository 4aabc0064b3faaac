/**
 * What the pointer does, told to the state machine: rests, leaves, clicks and taps. Knows targets only by what
 * it is handed, and nothing of time but the pointer's own speed.
 */
import { afterFrame } from './after-frame.ts';
import { isOnTheWay, type Point } from './corridor.ts';
import type { PopoverEvent } from './machine.ts';
import { createMotionGate } from './motion.ts';
import type { Box } from './place.ts';

/** What the pointer's listener asks about the page and the card. */
export interface PointerGuide<Target> {
  /** The target at a point of the viewport (CSS px). */
  targetAt(x: number, y: number): Target | undefined;
  /** Whether an event happened in the card. */
  owns(event: Event): boolean;
  /** The word whose card is to be seen, and the card, in CSS px; undefined while there is none. */
  shown(): { word: Box; card: Box } | undefined;
  /** Whether the key that the reader chose for opening is held; true where none is needed. */
  mayOpen(event: PointerEvent): boolean;
}

export interface PointerWatch {
  /** Where the pointer was last, in CSS px. */
  position(): Point;
  /** Whether the last press was a finger's. */
  isTouch(): boolean;
  /** Deals with an event that came before the listeners. */
  take(event: PointerEvent): void;
}

/** After a fast move the page is looked at again once the pointer has been still for this long, in ms. */
const SETTLE_MS = 60;
/** How far beside a finger's point a word is looked for, in CSS px. */
const FINGER = 10;
/** What has a use of its own for a click. */
const INTERACTIVE =
  'a[href], area, button, input, select, textarea, label, summary, video, audio, iframe, [contenteditable], [role=button], [role=link], [role=menuitem], [role=tab], [role=checkbox], [role=option]';

export function watchPointer<Target>(
  guide: PointerGuide<Target>,
  send: (event: PopoverEvent<Target>) => void,
  signal: AbortSignal,
): PointerWatch {
  const gate = createMotionGate();
  let pointer: Point = { x: -1, y: -1 };
  let exit: Point = pointer;
  let isTouch = false;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const look = afterFrame(() => {
    const target = guide.targetAt(pointer.x, pointer.y);
    if (target !== undefined) {
      exit = pointer;
      send({ type: 'over', target });
      return;
    }
    const shown = guide.shown();
    send({ type: shown && isOnTheWay(pointer, exit, shown) ? 'over-card' : 'out' });
  }, signal);
  const stopLooking = (): void => {
    look.cancel();
    clearTimeout(settling);
  };

  const onMove = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    isTouch = false;
    clearTimeout(settling);
    if (guide.owns(event)) {
      look.cancel();
      send({ type: 'over-card' });
      return;
    }
    pointer = { x: event.clientX, y: event.clientY };
    const isPassing = gate.passes(pointer.x, pointer.y, event.timeStamp);
    // A pressed button is a selection or a drag in progress.
    if (event.buttons !== 0 || !guide.mayOpen(event)) send({ type: 'out' });
    else if (isPassing && !guide.shown()) {
      look.cancel();
      send({ type: 'out' });
      settling = setTimeout(look.ask, SETTLE_MS);
    } else look.ask();
  };
  const onDown = (event: PointerEvent): void => {
    if (!event.isTrusted) return;
    isTouch = event.pointerType === 'touch';
    if (guide.owns(event)) return;
    stopLooking();
    if (guide.targetAt(event.clientX, event.clientY) === undefined) send({ type: 'press' });
    else if (!guide.shown()) send({ type: 'out' });
  };
  const onOut = (event: PointerEvent): void => {
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    stopLooking();
    send({ type: 'out' });
  };
  const onClick = (event: MouseEvent): void => {
    if (!event.isTrusted || event.defaultPrevented || event.button !== 0 || guide.owns(event))
      return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (isInteractive(event.composedPath()[0])) return;
    if (getSelection()?.isCollapsed === false) return;
    const target = targetNear(guide, event.clientX, event.clientY, isTouch ? FINGER : 0);
    if (target === undefined) return;
    pointer = exit = { x: event.clientX, y: event.clientY };
    stopLooking();
    send({ type: 'open', target });
  };

  const quietly = { signal, capture: true, passive: true };
  addEventListener('pointermove', onMove, quietly);
  addEventListener('pointerdown', onDown, quietly);
  addEventListener('pointerout', onOut, quietly);
  addEventListener('click', onClick, { signal, passive: true });
  // The second click selects the word: the card of the first would be in the way.
  addEventListener(
    'dblclick',
    () => {
      send({ type: 'press' });
    },
    { signal, passive: true },
  );
  signal.addEventListener('abort', stopLooking);
  return {
    position: () => pointer,
    isTouch: () => isTouch,
    take(event) {
      if (event.type === 'pointermove') onMove(event);
      else if (event.type === 'pointerdown') onDown(event);
    },
  };
}

/** By prototype: a form hands out an input named "closest" in place of the method. */
function isInteractive(target: EventTarget | undefined): boolean {
  return target instanceof Element && Element.prototype.closest.call(target, INTERACTIVE) !== null;
}

function targetNear<Target>(
  guide: PointerGuide<Target>,
  x: number,
  y: number,
  reach: number,
): Target | undefined {
  const targetAt = (px: number, py: number) => guide.targetAt(px, py);
  const exact = targetAt(x, y);
  if (exact !== undefined || reach === 0) return exact;
  return [
    targetAt(x, y - reach),
    targetAt(x, y + reach),
    targetAt(x - reach, y),
    targetAt(x + reach, y),
  ].find((target) => target !== undefined);
}
