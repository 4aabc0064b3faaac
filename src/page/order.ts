/** Marks as a reader meets them: in the order of the document. Knows positions, not labels. */
import {
  closest,
  compare,
  nameOf,
  parentAcross,
  parentElementOf,
  previousOf,
  rootOf,
  scrollIntoView,
  textOf,
} from './dom.ts';
import type { Mark } from './marks.ts';

/** A new list in document order. */
export function inOrder<Label>(marks: Iterable<Mark<Label>>): Mark<Label>[] {
  return [...marks].sort((a, b) => {
    if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
    const [one, other] = inOneTree(a.startContainer, b.startContainer);
    return compare(one, other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/** Two nodes, or the elements on which their shadow trees hang, so that they can be compared. */
function inOneTree(a: Node, b: Node): [Node, Node] {
  if (rootOf(a) === rootOf(b)) return [a, b];
  return [inDocument(a), inDocument(b)];
}

function inDocument(node: Node): Node {
  const root = rootOf(node);
  return root instanceof ShadowRoot ? inDocument(root.host) : node;
}

/** Scrolls as little as it takes to have a mark on the screen, the page and whatever scrolls in it. */
export function bringIntoView<Label>({ startContainer }: Mark<Label>): void {
  const parent = parentElementOf(startContainer);
  if (parent) scrollIntoView(parent, { block: 'nearest', inline: 'nearest' });
}

/** What a reader takes for a section: below the same heading, or in the same part of the page. */
export function sectionOf<Label>({ startContainer }: Mark<Label>): Node | undefined {
  for (let node: Node | null = startContainer; node; node = parentAcross(node)) {
    for (let before = previousOf(node); before; before = previousOf(before)) {
      if (/^H[1-6]$/i.test(nameOf(before))) return before;
    }
    if (/^(?:ARTICLE|SECTION|ASIDE|MAIN)$/i.test(nameOf(node))) return node;
  }
  return undefined;
}

/** What a reader takes for the paragraph around a mark. */
const PARAGRAPH = 'p, li, td, blockquote, h1, h2, h3, div';

/** Text around a mark, and where in it the mark begins, in UTF-16 code units. */
export interface Surroundings {
  text: string;
  at: number;
}

/** The paragraph around a mark, at most so many UTF-16 code units of it. */
export function textAround<Label>(
  { startContainer, startOffset }: Mark<Label>,
  units: number,
): Surroundings {
  const parent = parentElementOf(startContainer);
  const paragraph = parent && closest(parent, PARAGRAPH);
  const text = (paragraph && textOf(paragraph)) ?? startContainer.data;
  const middle = Math.max(0, text.indexOf(startContainer.data) + startOffset);
  const from = Math.max(0, middle - Math.floor(units / 2));
  return { text: text.slice(from, from + units), at: middle - from };
}
