/**
 * The popover's one element in the page, made on the first use: shell, frame, press guard and focus put together. Draws what
 * it is given; when to show is for popover.ts.
 */
import { render, type ComponentChild } from 'preact';
import { copyText } from './clipboard.ts';
import { borrowFocus } from './focus.ts';
import { createFrame, type WordPosition } from './frame.ts';
import { createKeySilence } from './key-silence.ts';
import { keepOwnEvents } from './own-events.ts';
import type { Box } from './place.ts';
import { createPressGuard } from './press-guard.ts';
import { createShell, type Look } from './shell.ts';
import { watchVisiblePart, type VisiblePart } from './visible-part.ts';

export { HEADING_ID, type WordPosition } from './frame.ts';

export interface PopoverHost {
  /** Draws content before it is shown, without touching the page. */
  prepare(content: ComponentChild): void;
  /** Shows content at a word. @throws DOMException where the page cannot show popovers */
  show(content: ComponentChild, at: WordPosition): void;
  /** Draws other content where the card is. */
  draw(content: ComponentChild): void;
  /** Follows the word. */
  move(at: WordPosition): void;
  hide(): void;
  /** Whether an event of the page happened in the card. */
  owns(event: Event): boolean;
  /** Told each time that something of the page is found to lie over the card. It returns whether the card was raised. */
  onCovered(listener: (isHit: boolean) => boolean): void;
  /** Goes on top again, where something of the page lies over the card. */
  raise(): void;
  /** The card's box in CSS px; undefined while it is not to be seen. */
  box(): Box | undefined;
  /** What can be seen of the document while the card is shown, in CSS px; asked anew for the next time. */
  view(): Box | undefined;
  /** Moves the focus into the card. */
  takeFocus(): void;
  /** Moves the focus back to where it was before the card took it. */
  giveFocusBack(): void;
  /** Puts text on the clipboard. @throws Error where the browser refuses */
  copy: (text: string) => Promise<void>;
  /** False after the page took the element away or closed it. */
  isShown(): boolean;
}

export function createHost(look: Look, signal: AbortSignal): PopoverHost {
  /** Owned by `built`. */
  let parts: ReturnType<typeof build> | undefined;
  /** Owned by `onCovered`. */
  let tell: (isHit: boolean) => boolean = () => false;
  const onCovered = (isHit: boolean): boolean => tell(isHit);
  const built = () => (parts ??= build({ ...look, onCovered }, signal));
  return {
    prepare(content) {
      render(content, built().frame.surface);
    },
    show(content, at) {
      built().show(content, at);
    },
    draw(content) {
      if (parts) render(content, parts.frame.surface);
    },
    move(at) {
      parts?.place(at, false);
    },
    hide() {
      parts?.hide();
    },
    owns: (event) => event.target === parts?.shell.host,
    onCovered(listener) {
      tell = listener;
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
  { onCovered, ...look }: Look & { onCovered: (isHit: boolean) => boolean },
  signal: AbortSignal,
) {
  const shell = createShell(look);
  const frame = createFrame(shell, look.lang);
  const focus = borrowFocus(shell.host);
  const guard = createPressGuard({ shell, pane: frame.pane, onCovered });
  const silence = createKeySilence(signal);
  /** While the card is shown; owned by `show` and `hide`. */
  let showing: { end: AbortController; part: VisiblePart } | undefined;
  /** Where the card was last asked to be; owned by `place`. */
  let last: WordPosition | undefined;

  const place = (at: WordPosition, isNew: boolean): void => {
    last = at;
    shell.fit();
    const part = showing?.part.now();
    // Where the part of a frame is not known yet, the card waits unseen for the moment until it is.
    shell.stage.toggleAttribute('data-waiting', !part);
    frame.place(at, part ?? shell.stage.getBoundingClientRect(), isNew);
  };
  const onKnown = (): void => {
    if (last) place(last, shell.stage.hasAttribute('data-waiting'));
  };
  const open = (): typeof showing => {
    const end = new AbortController();
    const life = AbortSignal.any([signal, end.signal]);
    keepOwnEvents({ shell, guard, silence }, life);
    guard.begin(life);
    return { end, part: watchVisiblePart(shell.stage, onKnown, life) };
  };
  const hide = (): void => {
    showing?.end.abort();
    showing = undefined;
    shell.close();
    render(null, frame.surface);
  };
  signal.addEventListener('abort', () => {
    shell.host.remove();
  });

  return {
    ...{ shell, frame, focus, place, hide },
    show(content: ComponentChild, at: WordPosition): void {
      render(content, frame.surface);
      frame.surface.scrollTop = 0;
      shell.open(at.textSize);
      if (showing) guard.renew();
      else showing = open();
      place(at, true);
    },
    raise(): void {
      shell.raise();
    },
    view(): Box | undefined {
      showing?.part.ask();
      return showing?.part.now();
    },
    takeFocus(): void {
      focus.take(frame.surface);
      guard.focus(undefined, true);
    },
  };
}
