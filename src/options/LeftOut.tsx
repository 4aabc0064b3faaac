/** What the reader said is not meant, by site, with the way to take it back. */
import type { EntityProfile } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import type { NotThis } from '../settings/index.ts';
import { Section } from './Section.tsx';

export interface LeftOutProps {
  notThis: readonly NotThis[];
  entities: readonly EntityProfile[];
  onRemove: (mention: NotThis) => void;
  say: Say;
}

export function LeftOut({ notThis, entities, onRemove, say }: LeftOutProps) {
  const nameOf = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? id;
  return (
    <Section id="left-out">
      {notThis.length === 0 ? (
        <p class="sites-none">{say('leftOutNone')}</p>
      ) : (
        <ul class="sites">
          {notThis.map((mention) => (
            <li key={`${mention.site} ${mention.entity} ${mention.surface}`}>
              <span>
                {say('leftOutLine', mention.surface, nameOf(mention.entity), mention.site)}
              </span>
              <button
                type="button"
                class="link"
                aria-label={say('ruleRemoveLong', mention.surface)}
                onClick={() => {
                  document.getElementById('left-out-heading')?.focus();
                  onRemove(mention);
                }}
              >
                {say('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
