/** Entities as the options show and switch them: by their names in all datasets, those that are the same as one. */
import type { Knowledge } from '../dataset/index.ts';
import type { Switchable } from '../settings/index.ts';
import type { OptionsState } from './state.ts';

interface Known {
  state: Pick<OptionsState, 'all'>;
  knowledge: Knowledge;
}

/** The name of an entity; its key where no dataset that is on has it. */
export const nameOfEntity = (key: string, { state, knowledge }: Known): string =>
  (state.all?.entityOf(key) ?? knowledge.entities.find(({ id }) => id === key))?.name ?? key;

/** Those that are the same in several datasets are switched together. */
export const switchableOf = <Entity extends Switchable>(
  entity: Entity,
  { all }: Pick<OptionsState, 'all'>,
): Entity => ({ ...entity, ...all?.switchOf(entity) });
