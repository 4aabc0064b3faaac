/** Which entities are highlighted: the main ones, and the cast around them. */
import type { EntityProfile } from '../dataset/index.ts';
import { sayDate } from '../locale/index.ts';
import { isEntityOn } from '../settings/index.ts';
import { Check } from './controls.tsx';
import { useLock, type Lock } from './lock.tsx';
import { More } from './More.tsx';
import type { ControlProps } from './state.ts';

export function EntityChoice(props: ControlProps) {
  const { id, knowledge, say } = props;
  const lock = useLock('entitiesOff', id, say);
  const main = knowledge.entities.filter(({ tier }) => tier === 'main');
  return (
    <>
      <Entities {...props} lock={lock} entities={main} />
      {lock?.note}
      <p class="note">{say('entitiesNote', sayDate(knowledge.source.date, 'short', props))}</p>
    </>
  );
}

export function CastChoice(props: ControlProps) {
  const { id, knowledge, state, say } = props;
  const lock = useLock('castOn', id, say);
  const cast = knowledge.entities.filter(({ tier, detectable }) => tier === 'cast' && detectable);
  const on = cast.filter((entity) => isEntityOn(state.settings, entity));
  return (
    <More summary={say('castSummary', on.length, cast.length)}>
      <div class="cast">
        {!state.isFirst && <Entities {...props} lock={lock} entities={cast} />}
      </div>
      {lock?.note}
    </More>
  );
}

interface EntitiesProps extends ControlProps {
  entities: readonly EntityProfile[];
  lock: Lock | undefined;
}

function Entities(props: EntitiesProps) {
  const { entities, lock, knowledge, state, actions } = props;
  const { language } = knowledge.dataset;
  return entities.map((entity) => (
    <Check
      key={entity.id}
      name={`entity-${entity.id}`}
      checked={isEntityOn(state.settings, entity)}
      // One note for all of them, which the caller draws.
      lock={lock && { ...lock, note: null }}
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
