/**
 * The card's frame: a surface to draw on, its caret, and where both stand beside a word. Knows numbers and elements of
 * our own; the page only by the boxes that it is handed.
 */
import { chooseSide, GAP, placeCard, type Box, type Side } from './place.ts';
import { directionOf, type Shell } from './shell.ts';

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
  /** Whether the card is a sheet at the edge of the screen instead. */
  sheet: boolean;
  /** Whether the page's own text is light on dark; undefined leaves it to the system. */
  dark: boolean | undefined;
}

export interface Frame {
  /** What is drawn on. */
  surface: HTMLElement;
  /** The visible box around surface and caret. */
  pane: HTMLElement;
  /** Puts the card beside a word. @param view what can be seen of the page. @param isNew content or word are others */
  place(at: WordPosition, view: Box, isNew: boolean): void;
}

/** Id of the card's heading in the shadow root, by which the dialog is named. */
export const HEADING_ID = 'heading';

/** Most height of the card, in rem. */
const MOST_HEIGHT = 30;
/** Room below which the card scrolls as a whole instead of its middle, in px. What unfolds needs as much. */
const TIGHT_ROOM = 320;
/** A sheet: its width in rem, for lines of some 75 letters on a tablet, and its share of the screen's height. */
const SHEET = { width: 36, share: 0.55 };

export function createFrame(shell: Shell, lang: string): Frame {
  const { frame, pane, surface, caret } = build(shell, lang);
  /** Owned by `place`: the height that the content asks for, in px, and the side that it was given. */
  let [wanted, side]: [number, Side | undefined] = [0, undefined];

  const measure = (at: WordPosition, width: number, most: number): number => {
    frame.toggleAttribute('data-sheet', at.sheet);
    frame.removeAttribute('data-tight');
    setTheme(frame, at.dark);
    setPixels(frame, { width });
    setPixels(surface, { 'max-height': most });
    return Math.max(surface.offsetHeight, Math.min(most, TIGHT_ROOM));
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
      const { left, width } = at.sheet ? sheetIn(view, SHEET.width * shell.rem()) : card;
      const most = at.sheet ? SHEET.share * seen.height : MOST_HEIGHT * shell.rem();
      if (isNew) [wanted, side] = [measure(at, width, most), undefined];
      side = chooseSide(card.rooms, wanted, side);
      const room = Math.min(most, card.rooms[side]);
      const isBelow = side === 'below';
      const edge = isBelow ? at.word.bottom + GAP : at.word.top - GAP;
      const screenEdge = isBelow ? view.bottom : view.top;
      setPixels(frame, { left, width, top: at.sheet ? screenEdge : edge });
      setPixels(surface, { 'max-height': room });
      setPixels(caret, { left: card.caret });
      frame.toggleAttribute('data-tight', room < TIGHT_ROOM);
      // A sheet stands at the edge of the screen, with its back to the word.
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
  // `all: initial` leaves the page's own direction alone.
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

/** In the middle of what can be seen. */
function sheetIn({ left, right }: Box, most: number): { left: number; width: number } {
  const width = Math.min(most, right - left);
  return { left: left + (right - left - width) / 2, width };
}

/** As properties of the elements that move: a custom property is inherited, and costs the style of the whole card. */
function setPixels(element: HTMLElement, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, `${value}px`);
}
