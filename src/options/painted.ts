/**
 * Highlights names in the options page as the content script does in others: with the same stylesheet and highlight names, and
 * without an element around them.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HighlightStyle } from '../settings/index.ts';

/** @param style or `active`, for the mention in use. @returns removes the highlights */
export function paint(
  ranges: readonly AbstractRange[],
  style: HighlightStyle | 'active',
): () => void {
  if (ranges.length === 0) return () => undefined;
  const name = `backgrounder-${style}`;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  for (const range of ranges) highlight.add(range);
  if (style === 'active') highlight.priority = 1;
  CSS.highlights.set(name, highlight);
  return () => {
    for (const range of ranges) highlight.delete(range);
    if (highlight.size === 0) CSS.highlights.delete(name);
  };
}

/** The ranges of the names in an element's text nodes. */
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

/** Highlights names in an element. @param choose which of the found ranges to highlight; all by default */
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
