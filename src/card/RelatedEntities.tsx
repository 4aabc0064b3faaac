/** Who and what else the entity has to do with, and how; each a way to its own card. */
import type { Related } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { Citation } from './Citation.tsx';
import { paragraphsOf } from './paragraphs.ts';
import { EntityLink, type OpenEntity } from './EntityLink.tsx';

/** Most entities that are only named together with it. */
const TOGETHER_MAX = 6;

export interface RelatedEntitiesProps {
  related: readonly Related[];
  /** Language of the names, and of how they have to do with the entity. */
  lang: string;
  onOpen?: OpenEntity | undefined;
  say: Say;
}

export function RelatedEntities({ related, lang, onOpen, say }: RelatedEntitiesProps) {
  const groups = new Map<string | undefined, Related[]>();
  for (const one of related) {
    groups.set(one.label, [...(groups.get(one.label) ?? []), one]);
  }
  return (
    <dl class="card-related">
      {[...groups].map(([label, group]) => (
        <div key={label}>
          <dt>{label === undefined ? say('relationTogether') : <bdi lang={lang}>{label}</bdi>}</dt>
          <dd>
            {group
              .slice(0, label === undefined ? TOGETHER_MAX : undefined)
              .map(({ entity, facts }) => (
                <span key={entity.id}>
                  <EntityLink {...{ entity, lang, onOpen }} />{' '}
                  {label !== undefined && <Citation paragraphs={paragraphsOf(facts)} say={say} />}
                </span>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
