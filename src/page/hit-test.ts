/**
 * Finds the mark at a point of the screen: by the browser's caret position and our own offsets. It then checks the mark's
 * boxes, because to the right of a line the caret position is still that of the last letter.
 * (`highlightsFromPoint` took 15 ms with 1,000 ranges in one node.)
 */
import { boxesBetween, contains, parentAcross, parentElementOf, type TextSpan } from './dom.ts';
import type { Mark, MarkStore } from './marks.ts';
import { isHit, isPainted, isSeenThrough, linkAt } from './over-word.ts';

/** How many ancestors of a link are searched for the words below it, and how many marks they may have. */
const TEASER = { levels: 6, marks: 100 };

/**
 * @param x,y CSS px in the viewport
 * @param shadowRoots open shadow trees: the browser looks only into those that it is given
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
  // In a text with thousands of marks, any other check would take as long as the text.
  return store
    .in(offsetNode)
    .filter((mark) => isAt(mark, offsetNode, offset))
    .find((mark) => isOn(mark, x, y));
}

/** Whether a caret in a mark's first or last node is inside the mark or at its edge. */
function isAt(mark: TextSpan, node: Text, offset: number): boolean {
  const isBehindStart = mark.startContainer !== node || offset >= mark.startOffset;
  return isBehindStart && (mark.endContainer !== node || offset <= mark.endOffset);
}

/** Whether a point is on text. Most points without a mark are. */
function isAtCaret(caret: CaretPosition, { x, y }: { x: number; y: number }): boolean {
  const box = caret.getClientRect();
  if (!box || !(caret.offsetNode instanceof Text)) return false;
  // A letter is never wider than its line is high.
  return y >= box.top && y <= box.bottom && Math.abs(x - box.left) <= box.height;
}

/** The mark in a teaser whose link covers its words, or whose words do not take presses. */
function markUnderLink<Label>(
  store: MarkStore<Label>,
  point: { x: number; y: number },
): Mark<Label> | undefined {
  const link = linkAt(point);
  let node: Node | null = link ?? null;
  for (let level = 0; node && node !== document.body && level < TEASER.levels; level++) {
    const around = node;
    const inside = [...store.all()].filter((mark) => contains(around, mark.startContainer));
    if (inside.length > TEASER.marks) return undefined;
    const found = inside.find((mark) => isOn(mark, point.x, point.y));
    if (found) return isSeenThrough(found.startContainer, point) ? found : undefined;
    node = parentAcross(node);
  }
  return undefined;
}

/** The boxes of a mark, as in `linesOf`; none if the mark is invisible. */
export function seenLinesOf<Label>(mark: Mark<Label>): DOMRect[] {
  const parent = parentElementOf(mark.startContainer);
  return parent && isPainted(parent) ? linesOf(mark) : [];
}

/** The boxes of a mark, one for each line that it is on, in CSS px of the viewport. */
export function linesOf<Label>(mark: Mark<Label>): DOMRect[] {
  return boxesBetween(mark);
}

function isOn<Label>(mark: Mark<Label>, x: number, y: number): boolean {
  return linesOf(mark).some(
    ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
