/** Which entities are highlighted. */
import type { EntityProfile } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { Section } from './Section.tsx';

export interface EntityChoicesProps {
  entities: readonly EntityProfile[];
  entitiesOff: readonly string[];
  onSwitch: (entity: EntityProfile, on: boolean) => void;
  say: Say;
}

export function EntityChoices({ entities, entitiesOff, onSwitch, say }: EntityChoicesProps) {
  return (
    <Section id="entities" heading={say('entitiesHeading')} hint={say('entitiesHint')}>
      {entities.map((entity) => {
        const { id, name, role } = entity;
        return (
          <label key={id} class="choice">
            <input
              type="checkbox"
              name="entity"
              value={id}
              checked={!entitiesOff.includes(id)}
              onChange={({ currentTarget }) => {
                onSwitch(entity, currentTarget.checked);
              }}
            />
            <span class="choice-text">
              <span class="choice-name">{name}</span>
              <span class="choice-note">
                {role.volatile ? say('roleThen', role.text) : role.text}
              </span>
            </span>
          </label>
        );
      })}
    </Section>
  );
}
