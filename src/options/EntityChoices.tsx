/** Which entities are highlighted: the main ones, and the cast around them. */
import type { EntityProfile } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { isEntityOn, type Settings } from '../settings/index.ts';
import { Section } from './Section.tsx';

export interface EntityChoicesProps {
  entities: readonly EntityProfile[];
  settings: Settings;
  onSwitch: (entity: EntityProfile, on: boolean) => void;
  say: Say;
}

export function EntityChoices(props: EntityChoicesProps) {
  const { entities, say } = props;
  const ofTier = (tier: EntityProfile['tier']) => entities.filter((entity) => entity.tier === tier);
  return (
    <>
      <Section id="entities" heading={say('entitiesHeading')} hint={say('entitiesHint')}>
        <Choices {...props} entities={ofTier('main')} />
      </Section>
      <Section id="cast" heading={say('castHeading')} hint={say('castHint')}>
        <Choices {...props} entities={ofTier('cast').filter(({ detectable }) => detectable)} />
      </Section>
    </>
  );
}

function Choices({ entities, settings, onSwitch, say }: EntityChoicesProps) {
  return (
    <>
      {entities.map((entity) => {
        const { id, name, role } = entity;
        return (
          <label key={id} class="choice">
            <input
              type="checkbox"
              name="entity"
              value={id}
              checked={isEntityOn(settings, entity)}
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
    </>
  );
}
