/** The paragraphs of the source that carry a statement, as a reader sees and hears them. */
import type { Say } from '../locale/index.ts';
import { shortList } from './paragraphs.ts';

export interface CitationProps {
  /** Numbers from 1, in order. */
  paragraphs: readonly number[];
  say: Say;
}

export function Citation({ paragraphs, say }: CitationProps) {
  if (paragraphs.length === 0) return null;
  const list = paragraphs.join(', ');
  return (
    <span class="card-citation">
      <span aria-hidden="true">¶&nbsp;{shortList(paragraphs)}</span>
      <span class="spoken">
        {say(paragraphs.length === 1 ? 'citationOne' : 'citationOther', list)}
      </span>
    </span>
  );
}
