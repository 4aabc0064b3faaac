/** Finds texts that are cut off. Its function runs in the page, and must stand alone. */

/**
 * To be run in the page.
 * @returns each text that a box hides in part, or that goes beyond the window's side. What scrolls can be read, and so can what is
 * for screen readers alone.
 */
export function clippedTexts(): string[] {
  /** How far a letter may reach beyond its own box, in px. */
  const SLACK = 1.5;
  const isHiding = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  const isScrolling = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
  const isCut = (box: DOMRect, text: Text): boolean => {
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
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    const parent = text.parentElement;
    if (text.data.trim() === '' || !parent?.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest('.spoken')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const line = text;
    if ([...range.getClientRects()].some((box) => isCut(box, line))) found.push(text.data.trim());
  }
  return found;
}
