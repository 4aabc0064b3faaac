/** Cuts a long text to the part around its first found word. */
import type { TextRange } from './search.ts';

export interface Snippet {
  text: string;
  ranges: TextRange[];
}

const ELLIPSIS = '…';

/**
 * Cuts at word boundaries, and puts an ellipsis where it cuts.
 * @param limit longest result without ellipses, in UTF-16 code units
 */
export function snippetOf({ text, ranges }: Snippet, limit: number): Snippet {
  if (text.length <= limit) return { text, ranges };
  const first = ranges[0]?.[0] ?? 0;
  // A third of the text stands before the word.
  const wanted = Math.max(0, Math.min(first - Math.floor(limit / 3), text.length - limit));
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted - 1) + 1;
  const end = endOfSnippet(text, start, limit);
  const lead = start > 0 ? ELLIPSIS : '';
  const shift = lead.length - start;
  return {
    text: lead + text.slice(start, end) + (end < text.length ? ELLIPSIS : ''),
    ranges: ranges
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift]),
  };
}

function endOfSnippet(text: string, start: number, limit: number): number {
  if (start + limit >= text.length) return text.length;
  const space = text.lastIndexOf(' ', start + limit);
  return space > start ? space : start + limit;
}
