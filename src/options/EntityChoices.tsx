/** Which entities are highlighted: the main ones, and the cast around them. */
import type { EntityProfile } from '../dataset/index.ts';
import { sayDate } from '../locale/index.ts';
import { isEntityOn } from '../settings/index.ts';
import { Check } from './controls.tsx';
import { More } from './More.tsx';
import type { ControlProps } from './state.ts';

export function EntityChoice(props: ControlProps) {
  const { knowledge, say } = props;
  return (
    <>
      <Entities {...props} entities={knowledge.entities.filter(({ tier }) => tier === 'main')} />
      <p class="note">{say('entitiesNote', sayDate(knowledge.source.date, 'short', props))}</p>
    </>
  );
}

export function CastChoice(props: ControlProps) {
  const { knowledge, state, say } = props;
  const cast = knowledge.entities.filter(({ tier, detectable }) => tier === 'cast' && detectable);
  const on = cast.filter((entity) => isEntityOn(state.settings, entity));
  return (
    <More summary={say('castSummary', on.length, cast.length)}>
      <div class="cast">{!state.isFirst && <Entities {...props} entities={cast} />}</div>
    </More>
  );
}

function Entities(props: ControlProps & { entities: readonly EntityProfile[] }) {
  const { entities, knowledge, state, actions } = props;
  const { language } = knowledge.dataset;
  return entities.map((entity) => (
    <Check
      key={entity.id}
      name={`entity-${entity.id}`}
      checked={isEntityOn(state.settings, entity)}
      onSwitch={(on) => {
        actions.switchEntity(entity, on);
      }}
    >
      <bdi lang={language} class="choice-name">
        {entity.name}
      </bdi>{' '}
      <bdi lang={language} class="note">
        {entity.role.text}
      </bdi>
    </Check>
  ));
}
