/**
 * What an element is to the line of text that it stands in, by its name and its styles. Knows no text but that of
 * initials and notes.
 */
import { boxOf, matches, nameOf, parentElementOf, textOf } from './dom.ts';
import { isSkipped } from './prose.ts';

export type LineRole =
  /** The line goes through it. */
  | 'inline'
  /** The large letter that begins a paragraph, out of the line, and yet the beginning of its first word. */
  | 'initial'
  /** One of the boxes that a row or a grid is made of: the line may go on in the next one. */
  | 'item'
  /** A note, or how something is read: a line of its own beside this one. */
  | 'aside'
  /** Not in the line, or not to be seen. */
  | 'nothing'
  /** Something that is no text. */
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
/** The same as selectors. */
export const ASIDE_SELECTOR = 'rt,rp,rtc,sup,sub';
export const READING_SELECTOR = 'rt,rp,rtc';
/** "21st", "Mme": raised letters that end a word. */
const RAISED_ENDING = /^\p{Ll}{2,4}$/u;
/** A letter, perhaps after an opening quotation mark. */
const INITIAL = /^[\s\p{Pi}\p{Ps}"'«»¿¡]*\p{L}\p{M}*[’']?\s*$/u;
/** Longest text of an initial, in UTF-16 code units. */
const INITIAL_MAX = 8;
/** What is raised or lowered and this much smaller than the text around it is a note. */
const NOTE_SIZE = 0.85;
/** Least width and height of a box that text can be read in, in CSS px. */
const LEAST_BOX = 3;

/** What elements are to their lines, each asked once: the styles of one are a dozen looks into the browser. */
export interface LineRoles {
  of(element: Element): LineRole;
  /** Whether the children of an element are boxes of their own, and white space between them is not shown. */
  isRow(element: Element): boolean;
}

/** Good for one reading of a page; styles that change meanwhile count for the next. */
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

/** Whether an element holds how the text before it is read, and not a note. */
export const isReading = (element: Element): boolean => READING.test(nameOf(element));

/** Whether text in an element stands beside the line by the names of its elements alone, which is quickly asked. */
export function isNamedAside(parent: Element | null): boolean {
  let element = parent;
  // A note is often a link, and an annotation has words of its own.
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

/** Whether an element that is not in the flow holds the first letter of a word. */
function isInitial(element: Element): boolean {
  const text = textOf(element) ?? '';
  return text.length <= INITIAL_MAX && INITIAL.test(text);
}

/** Whether the row that a box stands in goes on in the next line. */
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
  return width < LEAST_BOX || height < LEAST_BOX;
}
