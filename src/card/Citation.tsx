/** The paragraphs of the source that carry a statement, as a reader sees and hears them. */
import type { Say } from '../locale/index.ts';
import { shortList } from './paragraphs.ts';

export interface CitationProps {
  /** Numbers from 1, in order. */
  paragraphs: readonly number[];
  /** Whether it follows other small type on its line, and is separated from it. */
  isAfter?: boolean;
  say: Say;
}

export function Citation({ paragraphs, isAfter = false, say }: CitationProps) {
  if (paragraphs.length === 0) return null;
  const list = paragraphs.join(', ');
  const spoken = say(paragraphs.length === 1 ? 'citationOne' : 'citationOther', list);
  return (
    <>
      {/* The separator stays on the line before; what is separated does not break. */}
      {isAfter && '\u00a0· '}
      <span class="card-citation" title={spoken}>
        <span aria-hidden="true">¶&nbsp;{shortList(paragraphs)}</span>
        <span class="spoken">{spoken}</span>
      </span>
    </>
  );
}
