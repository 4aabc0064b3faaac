/** Marks as a reader meets them: in the order of the document. Knows positions, not labels. */
import {
  closest,
  nameOf,
  parentAcross,
  parentElementOf,
  previousOf,
  rootOf,
  scrollIntoView,
  textOf,
} from './dom.ts';
import type { Mark } from './marks.ts';

/**
 * A new list in document order. By one walk over the text: comparing places two by two costs the more, the more siblings
 * stand between them.
 */
export function inOrder<Label>(marks: Iterable<Mark<Label>>): Mark<Label>[] {
  const byNode = new Map<Node, Mark<Label>[]>();
  for (const mark of marks) {
    const known = byNode.get(mark.startContainer);
    if (known) known.push(mark);
    else byNode.set(mark.startContainer, [mark]);
  }
  const hosts = hostsOf(byNode.keys());
  const ordered: Mark<Label>[] = [];
  const shown = NodeFilter.SHOW_TEXT | (hosts.size > 0 ? NodeFilter.SHOW_ELEMENT : 0);
  const visit = (root: Node): void => {
    const walker = document.createTreeWalker(root, shown);
    for (let node = walker.nextNode(); node && byNode.size > 0; node = walker.nextNode()) {
      const found = byNode.get(node);
      if (found) {
        ordered.push(...found.sort((a, b) => a.startOffset - b.startOffset));
        byNode.delete(node);
      }
      const tree = hosts.get(node);
      if (tree) visit(tree);
    }
  };
  visit(document);
  return ordered;
}

/** The shadow trees that nodes are in, by the elements that they hang on. */
function hostsOf(nodes: Iterable<Node>): Map<Node, ShadowRoot> {
  const hosts = new Map<Node, ShadowRoot>();
  for (const node of nodes) {
    let root = rootOf(node);
    while (root instanceof ShadowRoot && !hosts.has(root.host)) {
      hosts.set(root.host, root);
      root = rootOf(root.host);
    }
  }
  return hosts;
}

/** Scrolls as little as it takes to have a mark on the screen, the page and whatever scrolls in it. */
export function bringIntoView<Label>({ startContainer }: Mark<Label>): void {
  const parent = parentElementOf(startContainer);
  if (parent) scrollIntoView(parent, { block: 'nearest', inline: 'nearest' });
}

/** The last heading before a node among its siblings; null where there is none. */
export type Headings = Map<Node, Node | null>;

/**
 * What a reader takes for a section: below the same heading, or in the same part of the page.
 * @param headings what was found for other marks, so that no siblings are gone through twice
 */
export function sectionOf<Label>(
  { startContainer }: Mark<Label>,
  headings: Headings,
): Node | undefined {
  for (let node: Node | null = startContainer; node; node = parentAcross(node)) {
    const heading = headingBefore(node, headings);
    if (heading) return heading;
    if (/^(?:ARTICLE|SECTION|ASIDE|MAIN)$/i.test(nameOf(node))) return node;
  }
  return undefined;
}

function headingBefore(node: Node, headings: Headings): Node | null {
  const passed: Node[] = [];
  let found: Node | null = null;
  for (let at: Node | null = node; at && !found; at = previousOf(at)) {
    const known = headings.get(at);
    if (known !== undefined) {
      found = known;
      break;
    }
    passed.push(at);
    const before = previousOf(at);
    if (before && /^H[1-6]$/i.test(nameOf(before))) found = before;
  }
  for (const each of passed) headings.set(each, found);
  return found;
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
