/** Who and what else the entity has to do with, and how; each a way to its own card. */
import type { Related, RelationKind } from '../dataset/index.ts';
import type { MessageKey, Say } from '../locale/index.ts';
import { Citation } from './Citation.tsx';
import { paragraphsOf } from './paragraphs.ts';
import { EntityLink, type OpenEntity } from './EntityLink.tsx';

/** How it reads on the card of who does it, and of whom it is done to. */
const RELATION_KEYS: Record<RelationKind, { from: MessageKey; to: MessageKey }> = {
  'travelled-with': { from: 'relationTravelled', to: 'relationTravelled' },
  met: { from: 'relationMet', to: 'relationMet' },
  asked: { from: 'relationAsked', to: 'relationAskedBy' },
  accused: { from: 'relationAccused', to: 'relationAccusedBy' },
  'differed-from': { from: 'relationDiffered', to: 'relationDiffered' },
  debated: { from: 'relationDebated', to: 'relationDebated' },
  'would-brief': { from: 'relationBrief', to: 'relationBriefedBy' },
  'would-meet': { from: 'relationMeet', to: 'relationMeet' },
};

/** Most entities that are only named together with it. */
const TOGETHER_MAX = 6;

export interface RelatedEntitiesProps {
  related: readonly Related[];
  onOpen?: OpenEntity | undefined;
  say: Say;
}

export function RelatedEntities({ related, onOpen, say }: RelatedEntitiesProps) {
  const groups = new Map<MessageKey, Related[]>();
  for (const one of related) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return (
    <section class="card-section">
      <h3>{say('relatedHeading')}</h3>
      <dl class="card-related">
        {[...groups].map(([key, group]) => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd>
              {group
                .slice(0, key === 'relationTogether' ? TOGETHER_MAX : undefined)
                .map(({ entity, how, facts }) => (
                  <span key={entity.id}>
                    <EntityLink entity={entity} onOpen={onOpen} />{' '}
                    {how !== 'together' && <Citation paragraphs={paragraphsOf(facts)} say={say} />}
                  </span>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function keyOf({ how }: Related): MessageKey {
  return how === 'together' ? 'relationTogether' : RELATION_KEYS[how.relation][how.as];
}
