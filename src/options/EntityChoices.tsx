/** Which entities are highlighted: the main ones, and the cast around them. */
import type { EntityProfile } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { isEntityOn, type Settings } from '../settings/index.ts';
import { Check } from './Choices.tsx';
import { Section } from './Section.tsx';

export interface EntityChoicesProps {
  entities: readonly EntityProfile[];
  settings: Settings;
  onSwitch: (entity: EntityProfile, on: boolean) => void;
  say: Say;
}

export function EntityChoices(props: EntityChoicesProps) {
  const ofTier = (tier: EntityProfile['tier']) =>
    props.entities.filter((entity) => entity.tier === tier);
  return (
    <>
      <Section id="entities">
        <Entities {...props} entities={ofTier('main')} />
      </Section>
      <Section id="cast">
        <Entities {...props} entities={ofTier('cast').filter(({ detectable }) => detectable)} />
      </Section>
    </>
  );
}

function Entities({ entities, settings, onSwitch, say }: EntityChoicesProps) {
  return entities.map((entity) => (
    <Check
      key={entity.id}
      name={`entity-${entity.id}`}
      checked={isEntityOn(settings, entity)}
      onSwitch={(on) => {
        onSwitch(entity, on);
      }}
    >
      <span class="choice-name">{entity.name}</span>
      <span class="choice-note">
        {entity.role.volatile ? say('roleThen', entity.role.text) : entity.role.text}
      </span>
    </Check>
  ));
}
