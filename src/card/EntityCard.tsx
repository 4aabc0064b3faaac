/**
 * The card of one entity as the bundled dataset knows it: at first sight who, as of when, a summary and the facts that matter here; as
 * a whole also the rest, folded under headings. The same view in the popover, the popup and the options page. Props in, no storage,
 * no settings.
 */
import type { EntityContext } from '../dataset/index.ts';
import { SourcesCard, type SourcesCardProps } from './SourcesCard.tsx';

export interface EntityCardProps extends Omit<SourcesCardProps, 'parts' | 'missing'> {
  context: EntityContext;
}

export const EntityCard = ({ context, ...props }: EntityCardProps) => (
  <SourcesCard {...props} parts={[{ context, isBundled: true, relation: 'own' }]} />
);
