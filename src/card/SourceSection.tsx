/** What the card rests on, for whoever wants to check it: paragraphs, fingerprint, dataset. */
import type { EntityContext } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { paragraphsOf } from './paragraphs.ts';

export interface SourceSectionProps {
  context: EntityContext;
  say: Say;
}

export function SourceSection({ context, say }: SourceSectionProps) {
  const { entity, facts, source, dataset } = context;
  const cited = [...entity.role.citations, ...entity.summaryCitations];
  const paragraphs = paragraphsOf(facts, cited).join(', ');
  return (
    <details class="card-section card-sources">
      <summary>{say('sourcesHeading')}</summary>
      <p>{say('sourcesParagraphs', paragraphs, source.paragraphs)}</p>
      <p>{say('datasetHash', source.sha256)}</p>
      <p>{say('sourcesDataset', dataset.id, dataset.version)}</p>
    </details>
  );
}
