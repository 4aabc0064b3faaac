/**
 * Says which entities of different datasets are the same, or may be: by their id in Wikidata alone, or by name and type. Pure and linear.
 * Two entities of one dataset are never alike: its author tells them apart.
 */
import { grouped, type EntityProfile, type Knowledge } from '../dataset/index.ts';
import { foldPhrase } from '../detect/index.ts';
import type { Alike, AlikeNote } from './compiled-set.ts';
import { datasetOfKey } from './registry.ts';

/** What two datasets can agree on about an entity. */
export interface Identity extends Pick<EntityProfile, 'name' | 'type' | 'sameAs'> {
  key: string;
}

export const identitiesOf = ({ entities }: Pick<Knowledge, 'entities'>): Identity[] =>
  entities.map(({ id, name, type, sameAs }) => ({
    ...{ key: id, name, type },
    ...(sameAs === undefined ? {} : { sameAs }),
  }));

/** How many others of the same name a card can tell of. */
const MAYBE_MAX = 8;

/** @param identities of all datasets, in the reader's order, the bundled dataset first */
export function alikeOf(identities: readonly Identity[]): Alike {
  const notes = new Map<string, AlikeNote>();
  const note = (key: string, more: AlikeNote): void => {
    notes.set(key, { ...notes.get(key), ...more });
  };
  const bySameAs = grouped(identities, ({ sameAs }) => (sameAs === undefined ? [] : [sameAs]));
  for (const group of bySameAs.values()) {
    const keys = onePerDataset(group).map(({ key }) => key);
    const [first] = keys;
    if (first === undefined || keys.length < 2) continue;
    for (const key of keys) {
      const same = keys.filter((other) => other !== key);
      note(key, key === first ? { same } : { first, same });
    }
  }
  const byName = grouped(identities, ({ name, type }) => [`${type} ${foldPhrase(name)}`]);
  for (const namesakes of byName.values()) {
    const others = onePerDataset(namesakes);
    if (others.length < 2) continue;
    for (const one of others) {
      const maybe = others
        .filter((other) => mayBeSame(one, other))
        .slice(0, MAYBE_MAX)
        .map(({ key }) => key);
      if (maybe.length > 0) note(one.key, { maybe });
    }
  }
  return Object.fromEntries(notes);
}

const mayBeSame = (one: Identity, other: Identity): boolean =>
  datasetOfKey(one.key) !== datasetOfKey(other.key) &&
  (one.sameAs === undefined || other.sameAs === undefined);

/** The first entity of each dataset, in the reader's order. */
function onePerDataset(identities: readonly Identity[]): Identity[] {
  const firsts = new Map<string | undefined, Identity>();
  for (const identity of identities) {
    const dataset = datasetOfKey(identity.key);
    if (!firsts.has(dataset)) firsts.set(dataset, identity);
  }
  return [...firsts.values()];
}
