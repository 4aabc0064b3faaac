/**
 * The popover's one element in the page: made on the first use, a bare `div` with a closed shadow root in
 * the top layer. Draws what it is given; when to show is for popover.ts.
 */
import { render, type ComponentChild } from 'preact';
import { placeCard, type Box } from './place.ts';
import { appendTo, createShell, directionOf, shownSize, type Look } from './shell.ts';

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
  /** The card's box in CSS px; undefined while it is not to be seen. */
  box(): Box | undefined;
  /** Moves the focus into the card. */
  takeFocus(): void;
  /** Moves the focus back to where it was before the card took it. */
  giveFocusBack(): void;
  /** Puts text on the clipboard. @throws Error where the browser refuses */
  copy(text: string): Promise<void>;
  /** False after the page took the element away or closed it. */
  isShown(): boolean;
}

export interface WordPosition {
  /**
   * What the card must not cover, in px of the viewport: as wide as the line under the pointer, as high as
   * all lines that the word stands on.
   */
  word: Box;
  pointerX: number;
  /** Size of the card's text, in percent; 100 where it is not given. */
  textSize?: number;
  rightToLeft: boolean;
  /** Whether the card is a sheet at the bottom of the screen instead. */
  sheet: boolean;
  /** Whether the page's own text is light on dark; undefined leaves it to the system. */
  dark: boolean | undefined;
}

/** Id of the card's heading in the shadow root, by which the dialog is named. */
export const HEADING_ID = 'heading';

/** A press on the card counts only this long after it came, in ms: nobody can have meant one before. */
const GUARD_MS = 300;

/** What the card's text sizes count in where nothing else was chosen, in px: a page's own must not change it. */
const TEXT_PX = 16;

/** Room below which the card scrolls as a whole instead of its middle, in px. */
const TIGHT_ROOM = 320;

export function createHost({ css, lang }: Look, signal: AbortSignal): PopoverHost {
  let parts: ReturnType<typeof build> | undefined;
  signal.addEventListener('abort', () => {
    parts?.host.remove();
  });

  let shownAt = 0;
  let focusBefore: HTMLElement | undefined;

  const isShown = (): boolean => parts?.host.matches(':popover-open') === true;

  /** Presses that the page made up, that came with the card itself, or that hit what lies over it. */
  const guard = (event: MouseEvent): void => {
    const isOnTop = document.elementFromPoint(event.clientX, event.clientY) === parts?.host;
    // A key on a button gives a click without a place.
    const isByKey = event.detail === 0;
    const isEarly = !isByKey && performance.now() - shownAt < GUARD_MS;
    if (event.isTrusted && !isEarly && (isOnTop || isByKey)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const move = ({ word, pointerX, rightToLeft, sheet, textSize = 100 }: WordPosition): void => {
    if (!parts) return;
    const { anchor, frame, surface, caret } = parts;
    frame.toggleAttribute('data-sheet', sheet);
    const { width, height } = shownSize();
    const place = placeCard(word, pointerX, {
      width,
      height: document.compatMode === 'BackCompat' ? innerHeight : height,
      rightToLeft,
      textSize,
    });
    setPixels(anchor, {
      left: word.left,
      top: word.top,
      width: word.right - word.left,
      height: word.bottom - word.top,
    });
    // As properties of their own: a custom property is inherited, and so costs the style of the whole card.
    setPixels(frame, { left: place.left, width: place.width });
    surface.style.maxHeight = `min(30 * var(--rem), ${place.room}px)`;
    setPixels(caret, { left: place.caret });
    frame.toggleAttribute('data-tight', place.room < TIGHT_ROOM);
    frame.dataset['side'] = frame.getBoundingClientRect().top >= word.bottom ? 'below' : 'above';
  };

  const built = () => {
    if (!parts) {
      parts = build(css, lang);
      parts.frame.addEventListener('click', guard, { capture: true });
    }
    return parts;
  };

  return {
    prepare(content) {
      render(content, built().surface);
    },
    show(content, at) {
      const { host, frame, surface } = built();
      const home = homeOfTopLayer();
      if (host.parentNode !== home) appendTo(home, host);
      render(content, surface);
      surface.scrollTop = 0;
      frame.style.setProperty('--rem', `${(TEXT_PX * (at.textSize ?? 100)) / 100}px`);
      if (at.dark === undefined) delete frame.dataset['theme'];
      else frame.dataset['theme'] = at.dark ? 'dark' : 'light';
      if (!isShown()) {
        host.showPopover();
        shownAt = performance.now();
      }
      move(at);
    },
    draw(content) {
      if (parts) render(content, parts.surface);
    },
    move,
    hide() {
      if (!parts) return;
      if (isShown()) parts.host.hidePopover();
      render(null, parts.surface);
    },
    owns: (event) => event.target === parts?.host,
    box: () => (isShown() ? parts?.frame.getBoundingClientRect() : undefined),
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // No clipboard API on http pages, and none in frames that were not given it.
        if (!parts || !copyBySelection(text, parts.frame)) throw new Error('The browser refused.');
      }
    },
    takeFocus() {
      const before = document.activeElement;
      if (before instanceof HTMLElement && before !== parts?.host) focusBefore = before;
      parts?.surface.focus({ preventScroll: true });
    },
    giveFocusBack() {
      focusBefore?.focus({ preventScroll: true });
      focusBefore = undefined;
    },
    isShown,
  };
}

/** An open modal dialog makes everything outside of it inert, the top layer included; full screen hides it. */
function homeOfTopLayer(): Element {
  const modals = document.querySelectorAll('dialog:modal');
  return modals[modals.length - 1] ?? document.fullscreenElement ?? document.documentElement;
}

function build(css: string, lang: string) {
  const { host, root, make } = createShell({ css, lang });
  const [anchor, frame, caret, surface] = [make('div'), make('div'), make('div'), make('section')];
  anchor.className = 'anchor';
  frame.className = 'frame';
  caret.className = 'caret';
  surface.className = 'surface';
  surface.lang = lang;
  // The page's own direction would be inherited: `all: initial` leaves it alone.
  frame.dir = directionOf(lang);
  surface.role = 'dialog';
  surface.tabIndex = -1;
  surface.setAttribute('aria-labelledby', HEADING_ID);
  frame.append(surface, caret);
  root.append(anchor, frame);
  return { host, anchor, frame, surface, caret };
}

function setPixels(element: HTMLElement, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, `${value}px`);
}

/** The old way: what is selected in a field of our own. */
function copyBySelection(text: string, home: HTMLElement): boolean {
  const field = document.createElementNS('http://www.w3.org/1999/xhtml', 'textarea');
  if (!(field instanceof HTMLTextAreaElement)) return false;
  field.value = text;
  field.style.cssText = 'position: fixed; opacity: 0';
  const focused = (home.getRootNode() as ShadowRoot).activeElement;
  home.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where there is no clipboard API
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
