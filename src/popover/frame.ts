/**
 * The card's frame: the surface to draw on, its caret, and the position of both beside a word. Knows our own elements and
 * numbers; it gets the boxes of the page.
 */
import { chooseSide, GAP_PX, placeCard, type Box, type Side } from './placement.ts';
import type { Appearance, Shell } from './shell.ts';

export interface WordPosition {
  /**
   * The box that the card must not cover, in px of the viewport: as wide as the line under the pointer, and as high as all
   * lines of the word.
   */
  word: Box;
  pointerX: number;
  /** Size of the card's text, in percent; 100 by default. */
  textSize?: number;
  rightToLeft: boolean;
  /** Whether the card is a sheet at the edge of the screen. */
  sheet: boolean;
  /** Whether the page's own text is light on dark; undefined leaves it to the system. */
  dark: boolean | undefined;
}

export interface Frame {
  /** The element that the card is drawn in. */
  surface: HTMLElement;
  /** The visible box around surface and caret. */
  pane: HTMLElement;
  /** Places the card beside a word. @param view the visible part of the page @param isNew whether content or word changed */
  place(at: WordPosition, view: Box, isNew: boolean): void;
  /** Shows as many of the card's parts as have room. Call it when the content has changed at the same place. */
  fit(): void;
}

/** Id of the card's heading in the shadow root. It names the dialog. */
export const HEADING_ID = 'heading';

/** Greatest height of the card, in rem. */
const HEIGHT_MAX_REM = 30;
/** Parts that are shown only if they have room. */
const IF_ROOM = '[data-if-room]';
/** They are shown in a card of at most this height, in rem. */
const FIRST_SIGHT_REM = 20;
/** So many of these parts are shown even in a higher card, if there is room beside the word. */
const PARTS_MIN = 2;
/** A card may unfold, so it looks for a side of the word with at least this room, in px. */
const UNFOLD_ROOM_PX = 320;
/** A sheet: its width, for lines of about 75 letters on a tablet, and its share of the screen's height. */
const SHEET = { widthRem: 36, heightShare: 0.55 };

export function createFrame(shell: Shell, appearance: Appearance): Frame {
  const { frame, pane, surface, caret } = build(shell, appearance);
  /** The height that the content wants, in px, and the side of the word that it got. Owned by `place`. */
  let [wanted, side]: [number, Side | undefined] = [0, undefined];
  /** The greatest height that the card may have there, in px. Owned by `place`. */
  let room = 0;

  const measure = (at: WordPosition, width: number): number => {
    frame.toggleAttribute('data-sheet', at.sheet);
    setTheme(frame, at.dark);
    setPixels(frame, { width });
    return showWhole(surface, FIRST_SIGHT_REM * shell.rem(), Infinity);
  };

  const fit = (): void => {
    // To measure it would scroll it back to its top.
    if (!surface.querySelector(IF_ROOM)) return;
    showWhole(surface, Math.min(room, FIRST_SIGHT_REM * shell.rem()), room);
    setPixels(surface, { 'max-height': room });
  };

  return {
    surface,
    pane,
    fit,
    place(at, view, isNew) {
      const { left: edgeLeft, top: edgeTop, right, bottom } = view;
      const seen = {
        left: edgeLeft,
        top: edgeTop,
        width: right - edgeLeft,
        height: bottom - edgeTop,
      };
      const card = placeCard(at.word, at.pointerX, { ...seen, ...at });
      const { left, width } = at.sheet ? sheetIn(view, SHEET.widthRem * shell.rem()) : card;
      const heightMax = at.sheet ? SHEET.heightShare * seen.height : HEIGHT_MAX_REM * shell.rem();
      const height = isNew ? measure(at, width) : 0;
      if (isNew) {
        wanted = Math.min(heightMax, Math.max(height, UNFOLD_ROOM_PX));
        side = undefined;
      }
      side = chooseSide(card.rooms, wanted, side);
      room = Math.min(heightMax, card.rooms[side]);
      const isBelow = side === 'below';
      const edge = isBelow ? at.word.bottom + GAP_PX : at.word.top - GAP_PX;
      const screenEdge = isBelow ? view.bottom : view.top;
      setPixels(frame, { left, width, top: at.sheet ? screenEdge : edge });
      if (height > room) fit();
      setPixels(surface, { 'max-height': room });
      setPixels(caret, { left: card.caret });
      // A sheet is at the edge of the screen, so its side is the opposite one.
      frame.dataset['side'] = isBelow !== at.sheet ? 'below' : 'above';
    },
  };
}

function build({ stage, make }: Shell, { lang, dir }: Appearance) {
  const [frame, pane, surface, caret] = [make('div'), make('div'), make('section'), make('div')];
  frame.className = 'frame';
  pane.className = 'pane';
  caret.className = 'caret';
  surface.className = 'surface';
  surface.lang = lang;
  // Ours, whatever the page's is.
  surface.dir = dir;
  surface.role = 'dialog';
  surface.tabIndex = -1;
  surface.setAttribute('aria-labelledby', HEADING_ID);
  pane.append(surface, caret);
  frame.append(pane);
  stage.append(frame);
  return { frame, pane, surface, caret };
}

function setTheme(frame: HTMLElement, dark: boolean | undefined): void {
  if (dark === undefined) delete frame.dataset['theme'];
  else frame.dataset['theme'] = dark ? 'dark' : 'light';
}

/**
 * Leaves out parts from the end that would make the card higher than wanted, so that none is cut.
 * @param wanted greatest height, in px; the first parts may exceed it @param room what they may not exceed, in px
 * @returns the height, in px
 */
function showWhole(surface: HTMLElement, wanted: number, room: number): number {
  surface.style.removeProperty('max-height');
  const parts = [...surface.querySelectorAll<HTMLElement>(IF_ROOM)];
  for (const part of parts) part.hidden = false;
  for (let count = parts.length; count > 1; count--) {
    const most = count > PARTS_MIN ? wanted : room;
    if (surface.offsetHeight <= most) break;
    const last = parts[count - 1];
    if (last) last.hidden = true;
  }
  return surface.offsetHeight;
}

/** In the middle of the visible part. */
function sheetIn({ left, right }: Box, max: number): { left: number; width: number } {
  const width = Math.min(max, right - left);
  return { left: left + (right - left - width) / 2, width };
}

/** Sets properties of the moving elements. A custom property would be inherited, and restyle the whole card. */
function setPixels(element: HTMLElement, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, `${value}px`);
}
