/**
 * From a point on the screen to the mark under it: the browser's caret position, our own offsets, and a check
 * of the mark's boxes, since right of a line's end the caret position is still the last letter's.
 * (`highlightsFromPoint` is not used: it took 15 ms with 1,000 ranges in one node.)
 */
import { boxesBetween, contains, parentAcross, parentElementOf, type TextSpan } from './dom.ts';
import type { Mark, MarkStore } from './marks.ts';
import { isHit, isPainted, isSeenThrough, linkAt } from './veil.ts';

/** From a link over a word to what holds both: so many elements, with so many marks in them at most. */
const TEASER = { levels: 6, marks: 100 };

/**
 * @param x,y CSS px in the viewport
 * @param shadowRoots open shadow trees, into which the browser looks only by name
 */
export function markAt<Label>(
  store: MarkStore<Label>,
  { x, y }: { x: number; y: number },
  shadowRoots: ShadowRoot[] = [],
): Mark<Label> | undefined {
  if (store.size === 0) return undefined;
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  const mark = caret && markAtCaret(store, caret, { x, y });
  if (mark && isHit(caret.offsetNode, { x, y })) return mark;
  return caret && !mark && isAtCaret(caret, { x, y }) ? undefined : markUnderLink(store, { x, y });
}

function markAtCaret<Label>(
  store: MarkStore<Label>,
  { offsetNode, offset }: CaretPosition,
  { x, y }: { x: number; y: number },
): Mark<Label> | undefined {
  if (!(offsetNode instanceof Text)) return undefined;
  // In a text of thousands of marks every other question would cost its length.
  return store
    .in(offsetNode)
    .filter((mark) => isAt(mark, offsetNode, offset))
    .find((mark) => isOn(mark, x, y));
}

/** Whether a caret in a mark's first or last node stands at it, or at its edge. */
function isAt(mark: TextSpan, node: Text, offset: number): boolean {
  const isBehindStart = mark.startContainer !== node || offset >= mark.startOffset;
  return isBehindStart && (mark.endContainer !== node || offset <= mark.endOffset);
}

/** Whether a point is on text, as most are where no mark is. */
function isAtCaret(caret: CaretPosition, { x, y }: { x: number; y: number }): boolean {
  const box = caret.getClientRect();
  if (!box || !(caret.offsetNode instanceof Text)) return false;
  // No letter is wider than its line is high.
  return y >= box.top && y <= box.bottom && Math.abs(x - box.left) <= box.height;
}

/** The mark in a teaser whose link lies over its words, or whose words take no presses of their own. */
function markUnderLink<Label>(
  store: MarkStore<Label>,
  point: { x: number; y: number },
): Mark<Label> | undefined {
  const link = linkAt(point);
  let place: Node | null = link ?? null;
  for (let level = 0; place && place !== document.body && level < TEASER.levels; level++) {
    const around = place;
    const inside = [...store.all()].filter((mark) => contains(around, mark.startContainer));
    if (inside.length > TEASER.marks) return undefined;
    const found = inside.find((mark) => isOn(mark, point.x, point.y));
    if (found) return isSeenThrough(found.startContainer, point) ? found : undefined;
    place = parentAcross(place);
  }
  return undefined;
}

/** The boxes of a mark that can be seen; none where it is invisible. As `linesOf`. */
export function seenLinesOf<Label>(mark: Mark<Label>): DOMRect[] {
  const parent = parentElementOf(mark.startContainer);
  return parent && isPainted(parent) ? linesOf(mark) : [];
}

/** The boxes of a mark, one for each line that it stands on, in CSS px of the viewport. */
export function linesOf<Label>(mark: Mark<Label>): DOMRect[] {
  return boxesBetween(mark);
}

function isOn<Label>(mark: Mark<Label>, x: number, y: number): boolean {
  return linesOf(mark).some(
    ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
