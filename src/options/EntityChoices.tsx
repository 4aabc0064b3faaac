/** Which entities are highlighted: the main ones, and the cast around them, of the bundled dataset and of each added one. */
import type { EntityProfile } from '../dataset/index.ts';
import { sayDate } from '../locale/index.ts';
import { AddedEntities, countOn, Entities } from './EntityList.tsx';
import { useLock } from './lock.tsx';
import { More } from './More.tsx';
import type { ControlProps } from './state.ts';

export function EntityChoice(props: ControlProps) {
  const { id, knowledge, say } = props;
  const lock = useLock('entitiesOff', id, say);
  return (
    <>
      <Entities
        {...props}
        {...knowledge}
        lock={lock}
        entities={knowledge.entities.filter(isMain)}
      />
      {lock?.note}
      <p class="note">{say('entitiesNote', sayDate(knowledge.source.date, 'short', props))}</p>
      <Added {...props} lock={lock} isListed={isMain} />
    </>
  );
}

export function CastChoice(props: ControlProps) {
  const { id, knowledge, state, say } = props;
  const lock = useLock('castOn', id, say);
  const cast = knowledge.entities.filter(isCast);
  return (
    <>
      <More summary={say('castSummary', countOn(cast, props), cast.length)}>
        <div class="cast">
          {!state.isFirst && <Entities {...props} {...knowledge} lock={lock} entities={cast} />}
        </div>
        {lock?.note}
      </More>
      <Added {...props} lock={lock} isListed={isCast} />
    </>
  );
}

interface AddedProps extends ControlProps {
  lock: ReturnType<typeof useLock>;
  isListed: (entity: EntityProfile) => boolean;
}

/** The entities of added datasets, each dataset folded. */
function Added({ isListed, ...props }: AddedProps) {
  return props.state.all?.added.map(({ knowledge: added }) => (
    <AddedEntities
      key={added.dataset.id}
      {...props}
      added={added}
      entities={added.entities.filter(isListed)}
    />
  ));
}

const isMain = ({ tier }: EntityProfile): boolean => tier === 'main';
const isCast = ({ tier, detectable }: EntityProfile): boolean => tier === 'cast' && detectable;
