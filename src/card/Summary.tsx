/** What an entity is and why it is in the news, in one or two sentences, with their paragraphs. */
import type { EntityContext } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { Citation } from './Citation.tsx';

export interface SummaryProps extends Pick<EntityContext, 'entity' | 'dataset'> {
  say: Say;
}

export function Summary({ entity, dataset, say }: SummaryProps) {
  return (
    <p class="card-summary" dir="auto">
      <span lang={dataset.language}>{entity.summary}</span>{' '}
      <Citation paragraphs={entity.summaryCitations} say={say} />
    </p>
  );
}
