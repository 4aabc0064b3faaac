/**
 * The role of an element in its line of text, by its name and its styles. Reads no text but that of initials and notes.
 */
import { boxOf, matches, nameOf, parentElementOf, textOf } from './dom.ts';
import { isSkipped } from './prose.ts';

export type LineRole =
  /** The line continues through it. */
  | 'inline'
  /** The large letter that begins a paragraph: outside the line, but part of its first word. */
  | 'initial'
  /** A box of a row or a grid: the line may continue in the next box. */
  | 'item'
  /** A note or a reading (ruby): a separate line beside this one. */
  | 'aside'
  /** Not in the line, or invisible. */
  | 'nothing'
  /** Something that is not text. */
  | 'object'
  | 'break'
  /** The line ends here. */
  | 'block';

const INLINE_DISPLAY = /^(inline|contents|ruby)/;
const ROW_DISPLAY = /flex|grid/;
const REPLACED = 'img,video,audio,embed';
/** Readings of ruby, and footnotes. */
const ASIDE = /^(?:RT|RP|RTC|SUP|SUB)$/i;
const READING = /^(?:RT|RP|RTC)$/i;
/** The same names as selectors. */
export const ASIDE_SELECTOR = 'rt,rp,rtc,sup,sub';
export const READING_SELECTOR = 'rt,rp,rtc';
/** "21st", "Mme": raised letters that end a word. */
const RAISED_ENDING = /^\p{Ll}{2,4}$/u;
/** A letter, perhaps after an opening quotation mark. */
const INITIAL = /^[\s\p{Pi}\p{Ps}"'«»¿¡]*\p{L}\p{M}*[’']?\s*$/u;
/** Longest text of an initial with its marks, in UTF-16 code units. */
const INITIAL_MAX = 8;
/** Raised or lowered text is a note if its size is below this share of the text around it. */
const NOTE_SIZE = 0.85;
/** Smallest width and height of a box with readable text, in CSS px. */
const BOX_MIN_PX = 3;

/** The roles of elements. Each is found once, because it takes a dozen style values. */
export interface LineRoles {
  of(element: Element): LineRole;
  /** Whether the children of an element are separate boxes, so that white space between them is not shown. */
  isRow(element: Element): boolean;
}

/** For one reading of a page: a style that changes meanwhile counts in the next reading. */
export function createLineRoles(): LineRoles {
  const roles = new WeakMap<Element, LineRole>();
  const rows = new WeakMap<Element, boolean>();
  const isRow = (element: Element): boolean => {
    const known = rows.get(element);
    if (known !== undefined) return known;
    const answer = ROW_DISPLAY.test(getComputedStyle(element).display);
    rows.set(element, answer);
    return answer;
  };
  return {
    of(element) {
      const known = roles.get(element);
      if (known !== undefined) return known;
      const role = roleOf(element, isRow);
      roles.set(element, role);
      return role;
    },
    isRow,
  };
}

function roleOf(element: Element, isRow: LineRoles['isRow']): LineRole {
  const name = nameOf(element);
  if (/^br$/i.test(name)) return 'break';
  const style = getComputedStyle(element);
  const { display, visibility, opacity } = style;
  if (display === 'none') return 'nothing';
  if (display === 'contents') return isSkipped(element) ? 'object' : 'inline';
  if (visibility !== 'visible' || opacity === '0' || style.fontSize === '0px') return 'nothing';
  if (isAside(element, style)) return 'aside';
  const isOut =
    style.float !== 'none' || style.position === 'absolute' || style.position === 'fixed';
  if (isOut) return isInitial(element) && !isEmptyBox(element, style) ? 'initial' : 'nothing';
  if (!INLINE_DISPLAY.test(display)) {
    const parent = parentElementOf(element);
    return parent && isRow(parent) ? 'item' : 'block';
  }
  if (isSkipped(element) || matches(element, REPLACED)) return 'object';
  return isEmptyBox(element, style) ? 'nothing' : 'inline';
}

/** Whether an element holds a reading (ruby) of the text before it, not a note. */
export const isReading = (element: Element): boolean => READING.test(nameOf(element));

/** Whether text is beside the line. Looks only at the names of its elements, which is fast. */
export function isNamedAside(parent: Element | null): boolean {
  let element = parent;
  // A note is often a link, and a ruby annotation may have inner elements.
  for (let up = 0; element && up < 3; up++) {
    if (ASIDE.test(nameOf(element))) return true;
    element = parentElementOf(element);
  }
  return false;
}

function isAside(element: Element, style: CSSStyleDeclaration): boolean {
  if (READING.test(nameOf(element)) || style.display === 'ruby-text') return true;
  if (!ASIDE.test(nameOf(element)) && !isRaised(element, style)) return false;
  return !RAISED_ENDING.test((textOf(element) ?? '').trim());
}

function isRaised(element: Element, style: CSSStyleDeclaration): boolean {
  const { verticalAlign, fontVariantPosition, position, top, bottom } = style;
  if (verticalAlign === 'super' || verticalAlign === 'sub') return true;
  if (fontVariantPosition === 'super' || fontVariantPosition === 'sub') return true;
  const isMoved =
    /^-?[\d.]*[1-9]/.test(verticalAlign) || (position === 'relative' && /[1-9]/.test(top + bottom));
  const parent = isMoved ? parentElementOf(element) : null;
  return parent !== null && sizeIn(element) < NOTE_SIZE * sizeIn(parent);
}

/** Size of an element's text in CSS px. */
export const sizeIn = (element: Element): number =>
  Number.parseFloat(getComputedStyle(element).fontSize);

/** Whether an element outside the flow holds the first letter of a word. */
function isInitial(element: Element): boolean {
  const text = textOf(element) ?? '';
  return text.length <= INITIAL_MAX && INITIAL.test(text);
}

/** Whether the row of a box continues on the next line. */
export function isWrapping(item: Element): boolean {
  const parent = parentElementOf(item);
  const { display, flexDirection, flexWrap } = parent ? getComputedStyle(parent) : NO_ROW;
  return display.includes('flex') && flexDirection.startsWith('row') && flexWrap !== 'nowrap';
}
const NO_ROW = { display: '', flexDirection: '', flexWrap: '' };

function isEmptyBox(
  element: Element,
  { display, overflowX, overflowY }: CSSStyleDeclaration,
): boolean {
  if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) return false;
  const { width, height } = boxOf(element);
  return width < BOX_MIN_PX || height < BOX_MIN_PX;
}
