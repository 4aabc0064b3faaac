/** Finds texts that are cut off, texts that stand on each other, and boxes that scroll sideways. Runs in the page. */

/** How far a letter may reach beyond its own box, in px. */
const SLACK = 1.5;
/** The part of a line's box, around its middle, that letters without strokes above or below fill: boxes of lines may touch. */
const LETTERS = 0.5;

/** A text, and where one of its lines is. */
interface Line {
  text: Text;
  box: DOMRect;
}

/** Each text that a box hides in part, or that goes beyond the window's side. What scrolls can be read, and so can what is for screen readers alone. */
export const clippedTexts = (): string[] => [
  ...new Set(
    seenLines()
      .filter(({ text, box }) => isCut(box, text))
      .map(({ text }) => text.data.trim()),
  ),
];

/** Each box that scrolls sideways, by its class. Fields do so by themselves. */
export const sidewaysBoxes = (): string[] =>
  [...document.querySelectorAll('body *:not(input)')]
    .filter(
      (box) => box.scrollWidth > box.clientWidth && isScrolling(getComputedStyle(box).overflowX),
    )
    .map(({ classList, tagName }) => `${tagName.toLowerCase()}.${classList.value}`);

/** Each two texts of which one is written over the other, as "one / other". */
export function gluedTexts(): string[] {
  const lines = seenLines()
    .filter(({ text, box }) => !isOutOfSight(box, text))
    .map(({ text, box: { left, right, top, height } }) => ({
      ...{ text, left: left + SLACK, right: right - SLACK },
      ...{ top: top + (height * (1 - LETTERS)) / 2, bottom: top + (height * (1 + LETTERS)) / 2 },
    }))
    .sort((a, b) => a.top - b.top);
  const found = new Set<string>();
  lines.forEach((one, at) => {
    for (const other of lines.slice(at + 1)) {
      if (other.top >= one.bottom) break;
      if (other.text === one.text) continue;
      if (other.left < one.right && one.left < other.right && !isOver(one.text, other.text))
        found.add(`${one.text.data.trim()} / ${other.text.data.trim()}`);
    }
  });
  return [...found];
}

function seenLines(): Line[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines: Line[] = [];
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    const parent = text.parentElement;
    if (text.data.trim() === '' || !parent?.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest('.spoken')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) lines.push({ text, box });
  }
  return lines;
}

const isHiding = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
const isScrolling = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';

function isCut(box: DOMRect, text: Text): boolean {
  if (box.left < -SLACK || box.right > innerWidth + SLACK) return true;
  for (let at = text.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const around = at.getBoundingClientRect();
    const isBeside = box.left < around.left - SLACK || box.right > around.right + SLACK;
    const isBelow = box.top < around.top - SLACK || box.bottom > around.bottom + SLACK;
    if ((isHiding(overflowX) && isBeside) || (isHiding(overflowY) && isBelow)) return true;
    if (isScrolling(overflowX) || isScrolling(overflowY)) return false;
  }
  return false;
}

/** Whether a line is scrolled out of a box around it. */
function isOutOfSight({ top, bottom, left, right }: DOMRect, text: Text): boolean {
  for (let at = text.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (!isScrolling(overflowX) && !isScrolling(overflowY)) continue;
    const around = at.getBoundingClientRect();
    if (bottom > around.bottom || top < around.top) return true;
    if (right > around.right || left < around.left) return true;
  }
  return false;
}

/** Whether one of two texts lies over the page on purpose, on a ground of its own. */
const isOver = (one: Text, other: Text): boolean => layerOf(one) !== layerOf(other);

function layerOf(text: Text): Element | null {
  for (let at = text.parentElement; at; at = at.parentElement) {
    const { position, zIndex } = getComputedStyle(at);
    if (position === 'fixed' || position === 'sticky' || zIndex !== 'auto') return at;
  }
  return null;
}
