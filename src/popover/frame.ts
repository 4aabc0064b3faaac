/**
 * The card's frame: the surface to draw on, its caret, and the position of both beside a word. Knows our own elements and
 * numbers; it gets the boxes of the page.
 */
import { chooseSide, GAP_PX, placeCard, type Box, type Side } from './placement.ts';
import { directionOf, type Shell } from './shell.ts';

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
}

/** Id of the card's heading in the shadow root. It names the dialog. */
export const HEADING_ID = 'heading';

/** Greatest height of the card, in rem. */
const HEIGHT_MAX_REM = 30;
/** With less room than this, the whole card scrolls and not only its middle, in px. Parts that unfold need as much. */
const TIGHT_ROOM_PX = 320;
/** A sheet: its width, for lines of about 75 letters on a tablet, and its share of the screen's height. */
const SHEET = { widthRem: 36, heightShare: 0.55 };

export function createFrame(shell: Shell, lang: string): Frame {
  const { frame, pane, surface, caret } = build(shell, lang);
  /** The height that the content wants, in px, and the side of the word that it got. Owned by `place`. */
  let [wanted, side]: [number, Side | undefined] = [0, undefined];

  const measure = (at: WordPosition, width: number, heightMax: number): number => {
    frame.toggleAttribute('data-sheet', at.sheet);
    frame.removeAttribute('data-tight');
    setTheme(frame, at.dark);
    setPixels(frame, { width });
    setPixels(surface, { 'max-height': heightMax });
    return Math.max(surface.offsetHeight, Math.min(heightMax, TIGHT_ROOM_PX));
  };

  return {
    surface,
    pane,
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
      if (isNew) [wanted, side] = [measure(at, width, heightMax), undefined];
      side = chooseSide(card.rooms, wanted, side);
      const room = Math.min(heightMax, card.rooms[side]);
      const isBelow = side === 'below';
      const edge = isBelow ? at.word.bottom + GAP_PX : at.word.top - GAP_PX;
      const screenEdge = isBelow ? view.bottom : view.top;
      setPixels(frame, { left, width, top: at.sheet ? screenEdge : edge });
      setPixels(surface, { 'max-height': room });
      setPixels(caret, { left: card.caret });
      frame.toggleAttribute('data-tight', room < TIGHT_ROOM_PX);
      // A sheet is at the edge of the screen, so its side is the opposite one.
      frame.dataset['side'] = isBelow !== at.sheet ? 'below' : 'above';
    },
  };
}

function build({ stage, make }: Shell, lang: string) {
  const [frame, pane, surface, caret] = [make('div'), make('div'), make('section'), make('div')];
  frame.className = 'frame';
  pane.className = 'pane';
  caret.className = 'caret';
  surface.className = 'surface';
  surface.lang = lang;
  // `all: initial` does not reset the direction of the page.
  frame.dir = directionOf(lang);
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

/** In the middle of the visible part. */
function sheetIn({ left, right }: Box, max: number): { left: number; width: number } {
  const width = Math.min(max, right - left);
  return { left: left + (right - left - width) / 2, width };
}

/** Sets properties of the moving elements. A custom property would be inherited, and restyle the whole card. */
function setPixels(element: HTMLElement, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, `${value}px`);
}
