/**
 * Sees the highlights of a page, in both browsers: the registry is shared with the page's own scripts.
 */

/** One highlighted span. */
export interface SeenMark {
  /** Name of the highlight: `backgrounder-dotted`. */
  highlight: string;
  surface: string;
  /** Text of the block around it. */
  block: string;
  /** Middle of its first line, in CSS px of the viewport. */
  x: number;
  y: number;
  /** Boxes of its lines. */
  lines: { left: number; top: number; right: number; bottom: number }[];
}

/** Surface forms of the mention that the pointer or a key has reached: one, or none. */
export const activeSurfaces = (marks: readonly SeenMark[]): string[] =>
  marks.flatMap(({ highlight, surface }) => (highlight === 'backgrounder-active' ? surface : []));

/** To be run in the page: a function of its own, without anything from around it. */
export function seeMarks(): SeenMark[] {
  const marks: SeenMark[] = [];
  CSS.highlights.forEach((highlight, name) => {
    if (!name.startsWith('backgrounder-')) return;
    highlight.forEach((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      let block: Node | null = range.commonAncestorContainer;
      while (block && !(block instanceof Element && getComputedStyle(block).display !== 'inline')) {
        block = block.parentNode;
      }
      const lines = [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
        left,
        top,
        right,
        bottom,
      }));
      const first = lines[0] ?? { left: 0, top: 0, right: 0, bottom: 0 };
      marks.push({
        highlight: name,
        surface: range.toString(),
        block: block?.textContent ?? '',
        x: (first.left + first.right) / 2,
        y: (first.top + first.bottom) / 2,
        lines,
      });
    });
  });
  return marks;
}
