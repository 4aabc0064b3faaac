/** The paragraphs of the source that carry a statement, as a reader sees and hears them. */
import { sayCount, sayList, type Say } from '../locale/index.ts';
import { runsOf } from './paragraphs.ts';

/** More numbers or ranges than this are only spoken, and shown where the pointer rests on them. */
const RUNS_MAX = 8;

export interface CitationProps {
  /** Numbers from 1, in order. */
  paragraphs: readonly number[];
  /** Whether it follows other small type on its line, and is separated from it. */
  isAfter?: boolean;
  say: Say;
}

export function Citation({ paragraphs, isAfter = false, say }: CitationProps) {
  if (paragraphs.length === 0) return null;
  const spoken = sayCount(say, 'citation', paragraphs.length, sayList(say, paragraphs));
  const runs = runsOf(paragraphs);
  const shown = [...runs.slice(0, RUNS_MAX), ...(runs.length > RUNS_MAX ? ['…'] : [])];
  return (
    <>
      {/* The separator stays on the line before; what is separated does not break. */}
      {isAfter && '\u00a0· '}
      <span class="card-citation" title={spoken}>
        <span aria-hidden="true">¶&nbsp;{sayList(say, shown)}</span>
        <span class="spoken">{spoken}</span>
      </span>
    </>
  );
}
