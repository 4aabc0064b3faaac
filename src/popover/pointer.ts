/**
 * What the pointer does, told to the state machine: rests, leaves, clicks and taps. Knows targets only by what
 * it is handed, and nothing of time but the pointer's own speed.
 */
import { afterFrame } from './after-frame.ts';
import { isOnTheWay, type Point } from './corridor.ts';
import type { PopoverEvent } from './machine.ts';
import { createMotionGate } from './motion.ts';
import type { Box } from './place.ts';

/** Where the pointer is, in CSS px, and whether it is a finger. */
export interface Pointer {
  /** Outside of the card: the card hangs there. */
  position(): Point;
  isTouch(): boolean;
  moveTo(event: MouseEvent): void;
  pressWith(event: PointerEvent): void;
  /** Whether the hand has moved it: browsers also tell of a page that has moved below it. */
  isByHand(event: MouseEvent): boolean;
}

/** What the pointer's listener asks about the page and the card. */
export interface PointerParts<Target> {
  pointer: Pointer;
  /** The target at a point of the viewport (CSS px). */
  targetAt(x: number, y: number): Target | undefined;
  /** Whether the key that the reader chose for opening is held; true where none is needed. */
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

/** After a fast move the page is looked at again once the pointer has been still for this long, in ms. */
const SETTLE_MS = 60;
/** How far beside a finger's point a word is looked for, in CSS px. */
const FINGER = 10;
/** What has a use of its own for a click. */
const INTERACTIVE =
  'a[href], area, button, input, select, textarea, label, summary, video, audio, iframe, [contenteditable], [role=button], [role=link], [role=menuitem], [role=tab], [role=checkbox], [role=option]';

export function createPointer(): Pointer {
  /** Owned by `moveTo`, `pressWith` and `isByHand`, in this order. */
  let position: Point = { x: -1, y: -1 };
  let isTouch = false;
  let onScreen: Point | undefined;
  return {
    position: () => position,
    isTouch: () => isTouch,
    moveTo({ clientX, clientY }) {
      position = { x: clientX, y: clientY };
    },
    pressWith({ pointerType }) {
      isTouch = pointerType === 'touch';
    },
    isByHand({ screenX, screenY }) {
      const before = onScreen;
      onScreen = { x: screenX, y: screenY };
      return before?.x !== screenX || before.y !== screenY;
    },
  };
}

/**
 * Listens until the signal aborts.
 * @returns deals with an event that came before the listeners
 */
export function listenToPointer<Target>(
  parts: PointerParts<Target>,
  send: Send<Target>,
  signal: AbortSignal,
): (event: PointerEvent) => void {
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
  const onClick = (event: MouseEvent): void => {
    if (!isPlainClick(event) || host.owns(event)) return;
    if (isInteractive(event.composedPath()[0]) || getSelection()?.isCollapsed === false) return;
    const target = targetNear(parts, event, pointer.isTouch() ? FINGER : 0);
    if (target === undefined) return;
    watch.stop();
    pointer.moveTo(event);
    watch.leaveWordHere();
    send({ type: 'open', target });
  };
  const onDoubleClick = (): void => {
    // The second click selects the word: the card of the first would be in the way.
    send({ type: 'press' });
  };

  const quietly = { signal, capture: true, passive: true };
  addEventListener('pointermove', watch.onMove, quietly);
  addEventListener('pointerdown', onDown, quietly);
  addEventListener('pointerout', onOut, quietly);
  addEventListener('click', onClick, { signal, passive: true });
  addEventListener('dblclick', onDoubleClick, { signal, passive: true });
  return (event) => {
    if (event.type === 'pointermove') watch.onMove(event);
    else if (event.type === 'pointerdown') onDown(event);
  };
}

/** Where the pointer rests, and on which way it leaves. */
function watchRest<Target>(parts: PointerParts<Target>, send: Send<Target>, signal: AbortSignal) {
  const { pointer, host, card } = parts;
  const gate = createMotionGate();
  /** Where the pointer was last on a word; owned by `leaveWordHere`. */
  let exit = pointer.position();
  /** Owned by `onMove` and `stop`. */
  let settling: ReturnType<typeof setTimeout> | undefined;

  const leaveWordHere = (): void => {
    exit = pointer.position();
  };
  const isOnWayToCard = (): boolean => {
    const [word, box] = [card.word(), host.box()];
    return word !== undefined && box !== undefined
      ? isOnTheWay(pointer.position(), exit, { word, card: box })
      : false;
  };
  const look = afterFrame(() => {
    const { x, y } = pointer.position();
    const target = parts.targetAt(x, y);
    if (target === undefined) send({ type: isOnWayToCard() ? 'over-card' : 'out' });
    else {
      leaveWordHere();
      send({ type: 'over', target });
    }
    return false;
  }, signal);
  const stop = (): void => {
    look.cancel();
    clearTimeout(settling);
  };
  signal.addEventListener('abort', stop);

  return {
    leaveWordHere,
    stop,
    onMove: (event: PointerEvent): void => {
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
      // A pressed button is a selection or a drag in progress.
      if (event.buttons !== 0 || !parts.mayOpen(event)) send({ type: 'out' });
      else if (isPassing && !host.box()) {
        look.cancel();
        send({ type: 'out' });
        settling = setTimeout(look.ask, SETTLE_MS);
      } else look.ask();
    },
  };
}

/** One that the reader has made, that the page leaves alone, and that asks for nothing else. */
function isPlainClick(event: MouseEvent): boolean {
  const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  return event.isTrusted && !event.defaultPrevented && event.button === 0 && !hasModifier;
}

/** By prototype: a form hands out an input named "closest" in place of the method. */
function isInteractive(target: EventTarget | undefined): boolean {
  return target instanceof Element && Element.prototype.closest.call(target, INTERACTIVE) !== null;
}

function targetNear<Target>(
  { targetAt }: Pick<PointerParts<Target>, 'targetAt'>,
  { clientX: x, clientY: y }: MouseEvent,
  reach: number,
): Target | undefined {
  const exact = targetAt(x, y);
  if (exact !== undefined || reach === 0) return exact;
  return [
    targetAt(x, y - reach),
    targetAt(x, y + reach),
    targetAt(x - reach, y),
    targetAt(x + reach, y),
  ].find((target) => target !== undefined);
}
