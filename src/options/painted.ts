/**
 * Paints names in this page as the content script paints them in others: by the same stylesheet, under the same
 * highlight names, without an element around them.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HighlightStyle } from '../settings/index.ts';

/** @returns takes the paint away */
export function paint(ranges: readonly AbstractRange[], style: HighlightStyle): () => void {
  const name = `backgrounder-${style}`;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set(name, highlight);
  return () => {
    for (const range of ranges) highlight.delete(range);
    if (highlight.size === 0) CSS.highlights.delete(name);
  };
}

/** Where each of the names stands in an element's text nodes. */
export function rangesOf(
  element: Element,
  names: readonly string[],
): { name: string; range: StaticRange }[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: { name: string; range: StaticRange }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    for (const name of names) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const ends = { startOffset: at, endOffset: at + name.length };
        const range = new StaticRange({ startContainer: node, endContainer: node, ...ends });
        found.push({ name, range });
      }
    }
  }
  return found;
}

/** For an element whose text names somebody: paints what `choose` leaves of the places. */
export function usePaint<Host extends Element>(
  names: readonly string[],
  style: HighlightStyle,
  choose: (
    found: { name: string; range: StaticRange }[],
    element: Host,
  ) => { range: StaticRange }[] = (found) => found,
) {
  const ref = useRef<Host>(null);
  useLayoutEffect(() => {
    if (!ref.current) return undefined;
    const chosen = choose(rangesOf(ref.current, names), ref.current);
    return paint(
      chosen.map(({ range }) => range),
      style,
    );
  });
  return ref;
}
