/** Marks as a reader meets them: in the order of the document. Knows positions, not labels. */
import type { Mark } from './marks.ts';

/** A new list in document order. */
export function inOrder<Label>(marks: Iterable<Mark<Label>>): Mark<Label>[] {
  return [...marks].sort((a, b) => {
    if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
    const position = a.startContainer.compareDocumentPosition(b.startContainer);
    return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/** Scrolls as little as it takes to have a mark on the screen, the page and whatever scrolls in it. */
export function bringIntoView<Label>({ startContainer }: Mark<Label>): void {
  startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
