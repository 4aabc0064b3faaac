/** A text with the found words marked. */
import type { TextRange } from '../search/index.ts';

export interface MarkedTextProps {
  text: string;
  /** UTF-16 code units, in order and without overlap. */
  ranges: readonly TextRange[];
}

export function MarkedText({ text, ranges }: MarkedTextProps) {
  const starts = [0, ...ranges.map(([, end]) => end)];
  return (
    <>
      {starts.map((from, index) => {
        const [start, end] = ranges[index] ?? [text.length, text.length];
        return (
          <>
            {text.slice(from, start)}
            {end > start && <mark>{text.slice(start, end)}</mark>}
          </>
        );
      })}
    </>
  );
}
