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

/** What a reader takes for a section: below the same heading, or in the same part of the page. */
export function sectionOf<Label>({ startContainer }: Mark<Label>): Node | undefined {
  for (let node: Node | null = startContainer; node; node = node.parentNode) {
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      if (/^H[1-6]$/i.test(before.nodeName)) return before;
    }
    if (/^(?:ARTICLE|SECTION|ASIDE|MAIN)$/i.test(node.nodeName)) return node;
  }
  return undefined;
}
