/**
 * What the built extension carries of a dataset: cards and the data of detection, as two JSON strings.
 * Knows the format that `compileDataset` writes; validates nothing (the build did).
 */
import type { Dataset, Entity, EntityDetection, Fact, Source } from './schema.ts';

/** An entity as cards and search see it: the names as plain text, without the rules of detection. */
export type EntityProfile = Omit<Entity, 'detection'> & { names: string[] };

/** Everything that a card or the search can say. */
export interface Knowledge {
  dataset: { id: string; version: number };
  source: Source;
  entities: EntityProfile[];
  facts: Fact[];
}

/** The two strings that are built into the extension; a string costs a quarter of the same bytes as code. */
export interface CompiledDataset {
  /** JSON of `EntityDetection[]`, needed at the start of every page. */
  detection: string;
  /** JSON of `Knowledge`, needed at the first dwell. */
  knowledge: string;
}

export function compileDataset(dataset: Dataset): CompiledDataset {
  const detection: EntityDetection[] = dataset.entities.map((entity) => ({
    id: entity.id,
    ...entity.detection,
  }));
  const knowledge: Knowledge = {
    dataset: { id: dataset.id, version: dataset.version },
    source: dataset.source,
    entities: dataset.entities.map(({ detection: rules, ...profile }) => ({
      ...profile,
      names: [...new Set([profile.name, ...rules.names.map((name) => name.text)])],
    })),
    facts: dataset.facts,
  };
  return { detection: JSON.stringify(detection), knowledge: JSON.stringify(knowledge) };
}

/** One entity with the facts that concern it: what a card is drawn from. */
export interface EntityContext {
  entity: EntityProfile;
  facts: Fact[];
  source: Source;
}

/** @returns undefined for an id that the dataset does not have. */
export function contextOf(knowledge: Knowledge, entityId: string): EntityContext | undefined {
  const entity = knowledge.entities.find(({ id }) => id === entityId);
  if (!entity) return undefined;
  return {
    entity,
    facts: knowledge.facts.filter(({ entities }) => entities.includes(entityId)),
    source: knowledge.source,
  };
}
