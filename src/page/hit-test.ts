/**
 * From a point on the screen to the mark under it: the browser's caret position, our own offsets, and a check
 * of the mark's boxes, since right of a line's end the caret position is still the last letter's.
 * (`highlightsFromPoint` is not used: it took 15 ms with 1,000 ranges in one node.)
 */
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
  return store
    .in(caret.offsetNode)
    .find((mark) => linesOf(mark).some((box) => contains(box, x, y)));
}

/** The boxes of a mark, one for each line that it stands on, in CSS px of the viewport. */
export function linesOf<Label>(mark: Mark<Label>): DOMRect[] {
  const { startContainer, startOffset, endContainer, endOffset } = mark;
  if (startOffset > startContainer.length || endOffset > endContainer.length) return [];
  // A live range costs the page at every DOM change, so this one lives for two lines only.
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return [...range.getClientRects()];
}

function contains(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
