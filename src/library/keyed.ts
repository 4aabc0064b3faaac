/**
 * Gives an added dataset the ids that it has among all datasets: `dataset/entity`, and in the same way for facts and events. Pure.
 * Everything behind it knows no other ids.
 */
import type { Dataset, DatasetFact } from '../dataset/authoring.ts';
import { entityKey } from './registry.ts';

export function withKeys(dataset: Dataset): Dataset {
  const key = (id: string): string => entityKey(dataset.id, id);
  const keys = (ids: readonly string[]): string[] => ids.map(key);
  return {
    ...dataset,
    entities: dataset.entities.map((entity) => ({ ...entity, id: key(entity.id) })),
    facts: dataset.facts.map((fact) => keyedFact(fact, key)),
    positions: dataset.positions.map((position) => ({
      ...position,
      question: key(position.question),
      holder: key(position.holder),
      facts: keys(position.facts),
    })),
    timeline: dataset.timeline.map((event) => ({
      ...event,
      id: key(event.id),
      facts: keys(event.facts),
    })),
    relations: dataset.relations.map((relation) => ({
      ...relation,
      from: key(relation.from),
      to: key(relation.to),
      facts: keys(relation.facts),
    })),
    quotes: dataset.quotes.map((quote) => ({
      ...quote,
      speaker: key(quote.speaker),
      fact: key(quote.fact),
    })),
  };
}

function keyedFact(fact: DatasetFact, key: (id: string) => string): DatasetFact {
  const { speaker, also, ...attribution } = fact.attribution;
  return {
    ...fact,
    id: key(fact.id),
    about: fact.about.map((part) => ({ ...part, entity: key(part.entity) })),
    attribution: {
      ...attribution,
      ...(speaker === undefined ? {} : { speaker: key(speaker) }),
      ...(also === undefined ? {} : { also: also.map(key) }),
    },
  };
}
