/** Which entities are highlighted: the main ones, and the cast around them. */
import type { EntityProfile } from '../dataset/index.ts';
import { isEntityOn } from '../settings/index.ts';
import { Check } from './controls.tsx';
import type { ControlProps } from './state.ts';

export const EntityChoice = (props: ControlProps) => (
  <Entities {...props} entities={props.knowledge.entities.filter(({ tier }) => tier === 'main')} />
);

export const CastChoice = (props: ControlProps) => (
  <Entities
    {...props}
    entities={props.knowledge.entities.filter(
      ({ tier, detectable }) => tier === 'cast' && detectable,
    )}
  />
);

function Entities(props: ControlProps & { entities: readonly EntityProfile[] }) {
  const { entities, state, actions, say } = props;
  return entities.map((entity) => (
    <Check
      key={entity.id}
      name={`entity-${entity.id}`}
      checked={isEntityOn(state.settings, entity)}
      onSwitch={(on) => {
        actions.switchEntity(entity, on);
      }}
    >
      <span class="choice-name">{entity.name}</span>
      <span class="choice-note">
        {entity.role.volatile ? say('roleThen', entity.role.text) : entity.role.text}
      </span>
    </Check>
  ));
}
