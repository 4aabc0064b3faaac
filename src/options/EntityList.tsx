/**
 * Switches for the entities of one dataset. Those of an added dataset are folded under its title, and of many only some are drawn; a
 * field finds the others.
 */
import { useState } from 'preact/hooks';
import type { EntityProfile, Knowledge } from '../dataset/index.ts';
import { isEntityOn } from '../settings/index.ts';
import { Check } from './controls.tsx';
import { switchableOf } from './entities.ts';
import type { Lock } from './lock.tsx';
import type { ControlProps } from './state.ts';

/** How many entities of one dataset are drawn at once. */
const DRAWN_MAX = 60;

interface ListProps extends ControlProps {
  entities: readonly EntityProfile[];
  lock: Lock | undefined;
}

/** The entities of an added dataset; nothing of them is drawn before somebody unfolds them. */
export function AddedEntities(props: ListProps & { added: Knowledge }) {
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

/** @returns a switch for each entity */
export function Entities(props: ListProps & Pick<Knowledge, 'dataset'>) {
  const { entities, lock, dataset, state, actions } = props;
  const { language } = dataset;
  return entities.map((entity) => (
    <Check
      key={entity.id}
      name={`entity-${entity.id}`}
      checked={isEntityOn(state.settings, switchableOf(entity, state))}
      // One note for all of them, which the caller draws.
      lock={lock && { ...lock, note: null }}
      onSwitch={(on) => {
        actions.switchEntity(switchableOf(entity, state), on);
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

export const countOn = (entities: readonly EntityProfile[], { state }: ControlProps): number =>
  entities.filter((entity) => isEntityOn(state.settings, switchableOf(entity, state))).length;
