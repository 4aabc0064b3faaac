/**
 * The popover's one element in the page, made on first use from shell, frame, press guard and focus. Draws what it is given;
 * popover.ts decides when.
 */
import { render, type ComponentChild } from 'preact';
import { copyText } from './clipboard.ts';
import { borrowFocus } from './focus.ts';
import { createFrame, type Frame, type WordPosition } from './frame.ts';
import { createKeySilence } from './key-silence.ts';
import { keepOwnEvents } from './own-events.ts';
import type { Box } from './placement.ts';
import { createPressGuard } from './press-guard.ts';
import { createShell, type Appearance, type Shell } from './shell.ts';
import { watchVisiblePart, type VisiblePart } from './visible-part.ts';

export { HEADING_ID, type WordPosition } from './frame.ts';

export interface PopoverHost {
  /** Draws content before it is shown, without touching the page. */
  drawAhead(content: ComponentChild): void;
  /** Shows content at a word. @throws DOMException if the page cannot show popovers */
  show(content: ComponentChild, at: WordPosition): void;
  /** Draws other content in the same position. */
  draw(content: ComponentChild): void;
  /** Follows the word. */
  move(at: WordPosition): void;
  hide(): void;
  /** Whether an event happened in the card. */
  owns(event: Event): boolean;
  /** Sets a listener for each time the page is found to cover the card. It returns whether the card was raised. */
  onCovered(listener: (isHit: boolean) => boolean): void;
  /** Raises the card above everything else again. */
  raise(): void;
  /** The card's box in CSS px; undefined while it is closed. */
  box(): Box | undefined;
  /** The visible part of the document while the card is shown, in CSS px; also asks the browser for the next answer. */
  view(): Box | undefined;
  /** Moves the focus into the card. */
  takeFocus(): void;
  /** Moves the focus back to where it was before the card took it. */
  giveFocusBack(): void;
  /** Copies text to the clipboard. @throws Error if the browser refuses */
  copy: (text: string) => Promise<void>;
  /** False after the page removed or closed the element. */
  isShown(): boolean;
}

export function createHost(appearance: Appearance, signal: AbortSignal): PopoverHost {
  /** Owned by `built`. */
  let parts: ReturnType<typeof build> | undefined;
  /** Owned by `onCovered`. */
  let coveredListener: (isHit: boolean) => boolean = () => false;
  const onCovered = (isHit: boolean): boolean => coveredListener(isHit);
  const built = () => (parts ??= build({ ...appearance, onCovered }, signal));
  return {
    drawAhead(content) {
      render(content, built().frame.surface);
    },
    show(content, at) {
      built().show(content, at);
    },
    draw(content) {
      if (!parts) return;
      render(content, parts.frame.surface);
      parts.frame.fit();
    },
    move(at) {
      parts?.place(at, false);
    },
    hide() {
      parts?.hide();
    },
    owns: (event) => event.target === parts?.shell.host,
    onCovered(listener) {
      coveredListener = listener;
    },
    raise() {
      parts?.raise();
    },
    box: () => (parts?.shell.isOpen() ? parts.frame.pane.getBoundingClientRect() : undefined),
    view: () => parts?.view(),
    takeFocus() {
      parts?.takeFocus();
    },
    giveFocusBack() {
      parts?.focus.giveBack();
    },
    async copy(text) {
      await copyText(text, built().frame.pane);
    },
    isShown: () => parts?.shell.isOpen() === true,
  };
}

function build(
  { onCovered, ...appearance }: Appearance & { onCovered: (isHit: boolean) => boolean },
  signal: AbortSignal,
) {
  const shell = createShell(appearance);
  const frame = createFrame(shell, appearance);
  const focus = borrowFocus(shell.host);
  const guard = createPressGuard({ shell, pane: frame.pane, onCovered });
  const silence = createKeySilence(signal);
  const position = createPosition(shell, frame);
  /** Ends what runs while the card is shown; owned by `show` and `hide`. */
  let showing: AbortController | undefined;

  const hide = (): void => {
    showing?.abort();
    showing = undefined;
    position.end();
    shell.close();
    render(null, frame.surface);
  };
  signal.addEventListener('abort', () => {
    shell.host.remove();
  });

  return {
    ...{ shell, frame, focus, hide, place: position.place, view: position.view },
    show(content: ComponentChild, at: WordPosition): void {
      render(content, frame.surface);
      frame.surface.scrollTop = 0;
      shell.open(at.textSize);
      if (showing) guard.renew();
      else {
        showing = new AbortController();
        const shown = AbortSignal.any([signal, showing.signal]);
        keepOwnEvents({ shell, guard, silence }, shown);
        guard.begin(shown);
        position.begin(shown);
      }
      position.place(at, true);
    },
    raise(): void {
      shell.raise();
    },
    takeFocus(): void {
      focus.take(frame.surface);
      guard.focus(undefined, true);
    },
  };
}

/** Keeps the frame at the requested position, inside the part of the document that can be seen. */
function createPosition(shell: Shell, frame: Frame) {
  /** The position that was requested last; owned by `place`. */
  let last: WordPosition | undefined;
  /** The part of the document that can be seen; owned by `begin` and `end`. */
  let part: VisiblePart | undefined;
  const place = (at: WordPosition, isNew: boolean): void => {
    last = at;
    shell.fit();
    const seen = part?.now();
    // In a frame the part takes a moment to become known. Until then the card stays invisible.
    shell.stage.toggleAttribute('data-waiting', !seen);
    frame.place(at, seen ?? shell.stage.getBoundingClientRect(), isNew);
  };
  const onKnown = (): void => {
    if (last) place(last, shell.stage.hasAttribute('data-waiting'));
  };
  return {
    place,
    begin(shown: AbortSignal): void {
      part = watchVisiblePart(shell.stage, onKnown, shown);
    },
    end(): void {
      part = undefined;
    },
    view: (): Box | undefined => {
      part?.ask();
      return part?.now();
    },
  };
}
