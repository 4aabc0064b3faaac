/**
 * Which entities are highlighted: the main ones, and the cast around them. Those of an added dataset are folded under its title, and of
 * many only some are drawn; a field finds the others.
 */
import { useState } from 'preact/hooks';
import type { EntityProfile, Knowledge } from '../dataset/index.ts';
import { sayDate } from '../locale/index.ts';
import { isEntityOn } from '../settings/index.ts';
import { Check } from './controls.tsx';
import { More } from './More.tsx';
import type { ControlProps, OptionsState } from './state.ts';

/** How many entities of one dataset are drawn at once. */
const DRAWN_MAX = 60;

export function EntityChoice(props: ControlProps) {
  const { knowledge, state, say } = props;
  return (
    <>
      <Entities {...props} {...knowledge} entities={knowledge.entities.filter(isMain)} />
      <p class="note">{say('entitiesNote', sayDate(knowledge.source.date, 'short', props))}</p>
      {state.all?.added.map(({ knowledge: added }) => (
        <AddedEntities
          key={added.dataset.id}
          {...props}
          added={added}
          entities={added.entities.filter(isMain)}
        />
      ))}
    </>
  );
}

export function CastChoice(props: ControlProps) {
  const { knowledge, state, say } = props;
  const cast = knowledge.entities.filter(isCast);
  return (
    <>
      <More summary={say('castSummary', countOn(cast, props), cast.length)}>
        <div class="cast">
          {!state.isFirst && <Entities {...props} {...knowledge} entities={cast} />}
        </div>
      </More>
      {state.all?.added.map(({ knowledge: added }) => (
        <AddedEntities
          key={added.dataset.id}
          {...props}
          added={added}
          entities={added.entities.filter(isCast)}
        />
      ))}
    </>
  );
}

const isMain = ({ tier }: EntityProfile): boolean => tier === 'main';
const isCast = ({ tier, detectable }: EntityProfile): boolean => tier === 'cast' && detectable;

/** Those that are the same in several datasets are switched together. */
const switchOf = (entity: EntityProfile, { all }: OptionsState): EntityProfile => ({
  ...entity,
  ...all?.switchOf(entity),
});

const countOn = (entities: readonly EntityProfile[], { state }: ControlProps): number =>
  entities.filter((entity) => isEntityOn(state.settings, switchOf(entity, state))).length;

interface AddedProps extends ControlProps {
  added: Knowledge;
  entities: readonly EntityProfile[];
}

/** The entities of an added dataset; nothing of them is drawn before somebody unfolds them. */
function AddedEntities(props: AddedProps) {
  const { added, entities, id, say } = props;
  const [isOpen, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  if (entities.length === 0) return null;
  const found = entities.filter(({ names }) => names.some((name) => hasText(name, sought)));
  const left = found.length - DRAWN_MAX;
  const field = `find-${id}-${added.dataset.id}`;
  const { title } = added.dataset;
  return (
    <details
      class="more"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{say('datasetEntities', title, countOn(entities, props), entities.length)}</summary>
      {isOpen && (
        <>
          {entities.length > DRAWN_MAX && (
            <div class="field">
              <label for={field}>{say('entitiesFilter')}</label>
              <input
                id={field}
                class="field-long"
                type="search"
                autocomplete="off"
                value={sought}
                onInput={({ currentTarget }) => {
                  setSought(currentTarget.value);
                }}
              />
            </div>
          )}
          <div class="cast">
            <Entities {...props} {...added} entities={found.slice(0, DRAWN_MAX)} />
          </div>
          <p class="note" role="status">
            {left > 0 && say('entitiesMore', left)}
          </p>
        </>
      )}
    </details>
  );
}

/** Whether a name has a text, without regard to capitals and accents. */
const hasText = (name: string, text: string): boolean => plain(name).includes(plain(text.trim()));

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

function Entities(
  props: ControlProps & { entities: readonly EntityProfile[]; dataset: Knowledge['dataset'] },
) {
  const { entities, dataset, state, actions } = props;
  const { language } = dataset;
  return entities.map((entity) => (
    <Check
      key={entity.id}
      name={`entity-${entity.id}`}
      checked={isEntityOn(state.settings, switchOf(entity, state))}
      onSwitch={(on) => {
        actions.switchEntity(switchOf(entity, state), on);
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
