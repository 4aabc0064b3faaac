/**
 * Reports what the pointer does to the state machine: it rests, leaves, clicks or taps. Knows targets only through its parts,
 * and of time only the pointer's speed.
 */
import { afterFrame } from './after-frame.ts';
import { isOnTheWay, type Point } from './corridor.ts';
import type { PopoverEvent } from './machine.ts';
import { createHand } from './hand.ts';
import { createSpeedGate } from './pointer-speed.ts';
import { asksForCard, FINGER_PX, targetNear } from './press.ts';
import type { Box } from './placement.ts';

/** Where the pointer is, in CSS px, and whether it is a finger. */
export interface Pointer {
  /** The last position outside the card, to which the card belongs. */
  position(): Point;
  isTouch(): boolean;
  moveTo(event: MouseEvent): void;
  pressWith(event: PointerEvent): void;
  /** Whether the reader moved it: browsers also send an event when the page moves below it. */
  isByHand(event: MouseEvent): boolean;
}

/** What the pointer's listeners need to know about the page and the card. */
export interface PointerParts<Target> {
  pointer: Pointer;
  /** The target at a point of the viewport (CSS px). */
  targetAt: (x: number, y: number) => Target | undefined;
  /** Whether the reader holds the chosen key for opening; true if no key is chosen. */
  mayOpen(event: PointerEvent): boolean;
  host: {
    /** Whether an event happened in the card. */
    owns(event: Event): boolean;
    /** The card, in CSS px; undefined while there is none. */
    box(): Box | undefined;
  };
  card: {
    /** The word whose card is open, in CSS px. */
    word(): Box | undefined;
  };
}

type Send<Target> = (event: PopoverEvent<Target>) => void;

/** After a fast move we look at the page again once the pointer has been still for this long, in ms. */
const SETTLE_MS = 60;
/** What the pointer did last before the popover ran. */
export interface FirstMove<Target> {
  /** Its last move or press. */
  event: PointerEvent;
  /** The target whose card the reader asked for by a click or a tap. */
  pressed: Target | undefined;
  /** How long the pointer had been on the target below it by then, in ms. */
  restedMs: number;
}

export function createPointer(): Pointer {
  /** Both are owned by `moveTo` and `pressWith`, in this order. */
  let position: Point = { x: -1, y: -1 };
  let isTouch = false;
  return {
    position: () => position,
    isTouch: () => isTouch,
    moveTo({ clientX, clientY }) {
      position = { x: clientX, y: clientY };
    },
    pressWith({ pointerType }) {
      isTouch = pointerType === 'touch';
    },
    isByHand: createHand(),
  };
}

/**
 * Listens until the signal aborts.
 * @returns handles what the pointer did before the listeners were added
 */
export function listenToPointer<Target>(
  parts: PointerParts<Target>,
  send: Send<Target>,
  signal: AbortSignal,
): (first: FirstMove<Target>) => void {
  const { pointer, host } = parts;
  const watch = watchRest(parts, send, signal);
  const onDown = (event: PointerEvent): void => {
    if (!event.isTrusted) return;
    pointer.pressWith(event);
    if (host.owns(event)) return;
    watch.stop();
    if (parts.targetAt(event.clientX, event.clientY) === undefined) send({ type: 'press' });
    else if (!host.box()) send({ type: 'out' });
  };
  const onOut = (event: PointerEvent): void => {
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    watch.stop();
    send({ type: 'out' });
  };
  const openAt = (event: MouseEvent, target: Target): void => {
    watch.stop();
    pointer.moveTo(event);
    watch.noteExit();
    send({ type: 'open', target });
  };
  const onClick = (event: MouseEvent): void => {
    if (host.owns(event) || !asksForCard(event)) return;
    const target = targetNear(parts.targetAt, event, pointer.isTouch() ? FINGER_PX : 0);
    if (target !== undefined) openAt(event, target);
  };
  const onDoubleClick = (): void => {
    // The second click selects the word, and the card of the first click would cover it.
    send({ type: 'press' });
  };

  const quietly = { signal, capture: true, passive: true };
  const onMove = (event: PointerEvent): void => {
    watch.onMove(event);
  };

  addEventListener('pointermove', onMove, quietly);
  addEventListener('pointerdown', onDown, quietly);
  addEventListener('pointerout', onOut, quietly);
  addEventListener('click', onClick, { signal, passive: true });
  addEventListener('dblclick', onDoubleClick, { signal, passive: true });
  return ({ event, pressed, restedMs }) => {
    if (event.type === 'pointermove') watch.onMove(event, restedMs);
    else onDown(event);
    if (pressed !== undefined) openAt(event, pressed);
  };
}

/** Where the pointer rests, and in which direction it leaves. */
function watchRest<Target>(parts: PointerParts<Target>, send: Send<Target>, signal: AbortSignal) {
  const { pointer, host, card } = parts;
  const gate = createSpeedGate();
  /** The last position on a word; owned by `noteExit`. */
  let exit = pointer.position();
  /** How long the pointer had been on the word below it before we listened, in ms. Owned by `onMove` and `look`. */
  let rested = 0;
  /** Owned by `onMove` and `stop`. */
  let settling: ReturnType<typeof setTimeout> | undefined;

  const noteExit = (): void => {
    exit = pointer.position();
  };
  const isOnWayToCard = (): boolean => {
    const [word, box] = [card.word(), host.box()];
    return Boolean(word && box && isOnTheWay(pointer.position(), exit, { word, card: box }));
  };
  const look = afterFrame(() => {
    const { x, y } = pointer.position();
    const target = parts.targetAt(x, y);
    if (target === undefined) send({ type: isOnWayToCard() ? 'over-card' : 'out' });
    else {
      noteExit();
      send({ type: 'over', target, restedMs: rested });
    }
    rested = 0;
    return false;
  }, signal);
  const stop = (): void => {
    look.cancel();
    clearTimeout(settling);
  };
  signal.addEventListener('abort', stop);

  return {
    noteExit,
    stop,
    onMove: (event: PointerEvent, restedMs = 0): void => {
      rested += restedMs;
      if (!event.isTrusted || event.pointerType === 'touch' || !pointer.isByHand(event)) return;
      pointer.pressWith(event);
      clearTimeout(settling);
      if (host.owns(event)) {
        look.cancel();
        send({ type: 'over-card' });
        return;
      }
      pointer.moveTo(event);
      const isPassing = gate.passes(event.clientX, event.clientY, event.timeStamp);
      // While a button is pressed, the reader selects or drags.
      if (event.buttons !== 0 || !parts.mayOpen(event)) send({ type: 'out' });
      else if (isPassing && !host.box()) {
        look.cancel();
        send({ type: 'out' });
        settling = setTimeout(look.ask, SETTLE_MS);
      } else look.ask();
    },
  };
}
