/** A text of the dataset with the found words marked, in its own language and direction. */
import type { TextRange } from '../search/index.ts';

export interface MarkedTextProps {
  text: string;
  /** Its language; empty if nobody knows. */
  lang: string;
  /** UTF-16 code units, in order and without overlap. */
  ranges: readonly TextRange[];
}

export function MarkedText({ text, lang, ranges }: MarkedTextProps) {
  const starts = [0, ...ranges.map(([, end]) => end)];
  return (
    <bdi lang={lang}>
      {starts.map((from, index) => {
        const [start, end] = ranges[index] ?? [text.length, text.length];
        return (
          <>
            {text.slice(from, start)}
            {end > start && <mark>{text.slice(start, end)}</mark>}
          </>
        );
      })}
    </bdi>
  );
}
