/**
 * Compares what is marked on a page with its twin, by surface form and offset. The functions that run in the page
 * stand alone, and are meant for a world that the page's scripts cannot reach.
 */
import type { Paragraph } from './fixtures.ts';

/** What a page has of the article. */
export interface SeenArticle {
  /** Marks in the article, as `paragraph:offset:surface form`. */
  marks: string[];
  /** Surface forms that are marked anywhere else, be it in text that has left the document. */
  elsewhere: string[];
  /** How often the whole article was found. */
  copies: number;
}

/** The twin's marks in the form of `SeenArticle`. */
export function twinMarks(article: readonly Paragraph[], copies: number): string[] {
  const once = article.flatMap(({ mentions }, at) =>
    mentions.map(([start, surface]) => `${at}:${start}:${surface}`),
  );
  return Array.from({ length: copies }, () => once)
    .flat()
    .sort();
}

/**
 * To be run in the page.
 * @param texts the article's paragraphs
 * @param ignore regular expression for characters that are not counted; empty for none
 */
export function seeArticle(texts: string[], ignore: string): SeenArticle {
  const clean = (text: string) => (ignore ? text.replace(new RegExp(ignore, 'gu'), '') : text);
  const startOf = new Map<Node, number>();
  const parts: string[] = [];
  let length = 0;
  // By prototype: on a form the page's own inputs stand in for the members.
  const shadowOf = (node: Element) =>
    Reflect.get<Element, 'shadowRoot'>(Element.prototype, 'shadowRoot', node);
  const isProse = (node: Node): boolean =>
    !Element.prototype.matches.call(node, 'script,style,noscript,textarea,title');
  const read = (root: Node): void => {
    const walker = document.createTreeWalker(
      root,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) =>
        node instanceof Text || isProse(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
    );
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node instanceof Text) {
        startOf.set(node, length);
        parts.push(node.data);
        length += node.data.length;
      } else if (node instanceof Element) {
        const shadow = shadowOf(node);
        if (shadow) read(shadow);
      }
    }
  };
  read(document);
  const raw = parts.join('');
  const text = clean(raw);

  const spans: { at: number; start: number; end: number }[] = [];
  let copies = 0;
  for (let from = 0; ; copies++) {
    const found = texts.map((paragraph, at) => {
      const start = from < 0 ? -1 : text.indexOf(paragraph, from);
      from = start < 0 ? -1 : start + paragraph.length;
      return { at, start, end: from };
    });
    if (from < 0) break;
    spans.push(...found);
  }

  // By halves: the page is asked while it is being read, and has a thousand copies.
  const spanAt = (start: number) => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? Infinity) <= start) low = middle + 1;
      else high = middle;
    }
    const span = spans[low];
    return span && span.start <= start ? span : undefined;
  };

  const marks: string[] = [];
  const elsewhere: string[] = [];
  CSS.highlights.forEach((highlight, name) => {
    if (!name.startsWith('backgrounder-') || name === 'backgrounder-active') return;
    highlight.forEach(({ startContainer, startOffset, endContainer, endOffset }) => {
      const [first, last] = [startOf.get(startContainer), startOf.get(endContainer)];
      if (first === undefined || last === undefined) {
        elsewhere.push((startContainer.nodeValue ?? '').slice(startOffset, startOffset + 40));
        return;
      }
      const surface = clean(raw.slice(first + startOffset, last + endOffset));
      const before = raw.slice(0, first + startOffset);
      const start = ignore ? clean(before).length : before.length;
      const span = spanAt(start);
      if (span) marks.push(`${span.at}:${start - span.start}:${surface}`);
      else elsewhere.push(surface);
    });
  });
  return { marks: marks.sort(), elsewhere: elsewhere.sort(), copies };
}

/** To be run in the page. How many marks there are, wherever they stand: a quick look. */
export function countMarks(): number {
  let count = 0;
  CSS.highlights.forEach((highlight, name) => {
    if (name.startsWith('backgrounder-') && name !== 'backgrounder-active') count += highlight.size;
  });
  return count;
}

/** To be run in the page. @returns the middle of a text's first line in CSS px, scrolled into view */
export function placeOfText(words: string): { x: number; y: number } | null {
  const find = (root: Node): Text | null => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && node.data.includes(words)) {
        const range = document.createRange();
        range.selectNode(node);
        if (range.getClientRects().length > 0) return node;
      }
      const inside = node instanceof Element && node.shadowRoot && find(node.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const node = find(document);
  if (!node) return null;
  const range = document.createRange();
  range.setStart(node, node.data.indexOf(words));
  range.setEnd(node, node.data.indexOf(words) + words.length);
  const place = range.getClientRects()[0];
  return place ? { x: (place.left + place.right) / 2, y: (place.top + place.bottom) / 2 } : null;
}

/** To be run in the page. Whether a press at a point (CSS px) would go to an open popover. */
export function isPopoverAt(x: number, y: number): boolean {
  const hit = document.elementFromPoint(x, y);
  return hit !== null && Element.prototype.matches.call(hit, ':popover-open');
}
