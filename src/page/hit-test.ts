/**
 * From a point on the screen to the mark under it: the browser's caret position, our own offsets, and a check
 * of the mark's boxes, since right of a line's end the caret position is still the last letter's.
 * (`highlightsFromPoint` is not used: it took 15 ms with 1,000 ranges in one node.)
 */
import { boxesBetween, type TextSpan } from './dom.ts';
import type { Mark, MarkStore } from './marks.ts';

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
  if (!caret || !(caret.offsetNode instanceof Text)) return undefined;
  const { offsetNode, offset } = caret;
  // In a text of thousands of marks every other question would cost its length.
  return store
    .in(offsetNode)
    .filter((mark) => isAt(mark, offsetNode, offset))
    .find((mark) => linesOf(mark).some((box) => contains(box, x, y)));
}

/** Whether a caret in a mark's first or last node stands at it, or at its edge. */
function isAt(mark: TextSpan, node: Text, offset: number): boolean {
  const isBehindStart = mark.startContainer !== node || offset >= mark.startOffset;
  return isBehindStart && (mark.endContainer !== node || offset <= mark.endOffset);
}

/** The boxes of a mark, one for each line that it stands on, in CSS px of the viewport. */
export function linesOf<Label>(mark: Mark<Label>): DOMRect[] {
  return boxesBetween(mark);
}

function contains(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
