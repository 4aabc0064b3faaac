/**
 * What the reader does in an element of ours, kept from the page: presses and keys reach our controls if they were meant
 * (press-guard.ts), and no listener of the page, unless it is on the window and older than ours. So a page does not close
 * its own layer because of a press in ours, and cannot forbid what it does not hear: selecting, copying, scrolling.
 */
import type { KeySilence } from './key-silence.ts';
import type { Press, PressGuard } from './press-guard.ts';
import type { Shell } from './shell.ts';
import { controlAt, controlOf } from './sight.ts';

/** All that happens in ours and is nobody else's business. */
const KEPT = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick'],
  ...['keydown', 'keypress', 'keyup', 'focusin', 'focusout'],
  ...['selectstart', 'contextmenu', 'dragstart', 'copy', 'cut'],
];
/** Whoever could prevent these would make the browser wait for every one of them. */
const KEPT_PASSIVELY = ['wheel', 'touchstart', 'touchmove', 'touchend'];

export interface OwnEventParts {
  shell: Shell;
  guard: PressGuard;
  silence: KeySilence;
}

/** Listens until the signal aborts. */
export function keepOwnEvents(parts: OwnEventParts, signal: AbortSignal): void {
  const { shell, guard } = parts;
  const { host, root } = shell;
  const presses = createPresses(parts);
  const keys = createKeys(parts);
  const onEvent = (event: Event): void => {
    keys.note(event);
    // One that nobody began is by assistive technology; only the tree inside knows of which control.
    if (event.target !== host || presses.isUnbegun(event)) return;
    event.stopImmediatePropagation();
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent) keys.take(event, presses);
    else if (event instanceof MouseEvent) presses.take(event);
    else if (event.type === 'focusin') keys.focus();
  };
  for (const type of KEPT) addEventListener(type, onEvent, { signal, capture: true });
  const passively = { signal, capture: true, passive: true };
  for (const type of KEPT_PASSIVELY) addEventListener(type, onEvent, passively);
  const onMove = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const isHere = event.target === host;
    guard.point(event, isHere ? controlAt(shell, event.clientX, event.clientY) : undefined);
  };
  addEventListener('pointermove', onMove, passively);
  root.addEventListener('click', presses.judgeInside, { signal, capture: true });
  // From one control to the next the focus does not leave our tree, and nobody outside hears of it.
  root.addEventListener('focusin', keys.focus, { signal });
  const stop = (event: Event): void => {
    event.stopPropagation();
  };
  root.addEventListener('click', stop, { signal });
}

type Presses = ReturnType<typeof createPresses>;

/** From where a press begins to what it does. */
function createPresses({ shell, guard }: OwnEventParts) {
  /** The press in progress, of a pointer or a key, and whether it may be meant; owned by `begin` and `end`. */
  let begun:
    { control?: Element | undefined; press?: Press | undefined; isByKey: boolean } | undefined;
  const ours = new WeakSet<Event>();

  const begin = (event: PointerEvent | KeyboardEvent, control: Element | undefined): void => {
    const isByKey = event instanceof KeyboardEvent;
    begun = { control, press: control && guard.press(event, control), isByKey };
  };
  const end = (event: MouseEvent): void => {
    const last = begun;
    begun = undefined;
    event.preventDefault();
    const control = last?.isByKey ? last.control : controlAt(shell, event.clientX, event.clientY);
    if (!control || !last?.press || !guard.counts(last.press, control)) return;
    // Not composed: it does not leave our tree.
    const inside = new MouseEvent('click', { bubbles: true, cancelable: true });
    ours.add(inside);
    guard.act(() => control.dispatchEvent(inside));
  };

  return {
    begin,
    isUnbegun: (event: Event): boolean =>
      event.type === 'click' && event.isTrusted && begun === undefined,
    take(event: MouseEvent): void {
      const { type, clientX, clientY, button } = event;
      if (event instanceof PointerEvent && type === 'pointerdown' && button === 0) {
        const control = controlAt(shell, clientX, clientY);
        if (event.pointerType !== 'touch') guard.point(event, control);
        begin(event, control);
      } else if (type === 'mousedown') {
        // The page keeps its focus, and whatever it would close without it.
        if (begun?.control && !shell.root.activeElement) event.preventDefault();
      } else if (type === 'click') end(event);
    },
    judgeInside: (event: Event): void => {
      const control = event.target instanceof Element ? controlOf(event.target) : undefined;
      if (ours.has(event) || (event.isTrusted && control && guard.counts(undefined, control))) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    },
  };
}

/** Keys that press, and keys that move the focus. */
function createKeys({ shell, guard, silence }: OwnEventParts) {
  /** Whether Tab is down, by which the reader moves the focus; owned by `note`. */
  let isTab = false;
  const control = () => controlOf(shell.root.activeElement);
  return {
    note(event: Event): void {
      if (event instanceof KeyboardEvent && event.isTrusted && event.key === 'Tab') {
        isTab = event.type === 'keydown';
      }
    },
    take(event: KeyboardEvent, presses: Presses): void {
      if (event.type !== 'keydown') return;
      silence.begin(event);
      if (event.key === 'Enter' || event.key === ' ') presses.begin(event, control());
    },
    focus: (): void => {
      guard.focus(control(), isTab);
    },
  };
}
