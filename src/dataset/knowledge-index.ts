/**
 * Look-up tables of one dataset, so that the contexts of all of its entities cost what they hold, and not the dataset once for each.
 * Pure. Knows what refers to what, and no card.
 */
import {
  PARTS,
  type EntityProfile,
  type Fact,
  type Knowledge,
  type Part,
  type Position,
  type Relation,
} from './knowledge.ts';
import type { Quote, TimelineEvent } from './structure-schema.ts';

type Groups<Item> = ReadonlyMap<string, readonly Item[]>;

/** All lists have the order of the dataset. */
export interface KnowledgeIndex {
  entities: ReadonlyMap<string, EntityProfile>;
  facts: ReadonlyMap<string, Fact>;
  /** By entity. */
  factsAbout: Readonly<Record<Part, Groups<Fact>>>;
  /** By question. */
  positionsOn: Groups<Position>;
  /** The positions that an entity holds, or of which it is the question. */
  positionsOf: Groups<Position>;
  /** By fact. */
  eventsOf: Groups<TimelineEvent>;
  /** By either of the two entities. */
  relationsOf: Groups<Relation>;
  quotesBy: Groups<Quote>;
  /** By fact. */
  quotesFrom: Groups<Quote>;
  /** The place of an entity, fact, event or quote in its list. */
  order: ReadonlyMap<object, number>;
}

export function indexKnowledge(knowledge: Knowledge): KnowledgeIndex {
  const { entities, facts, positions, timeline, relations, quotes } = knowledge;
  const about = (part: Part): Groups<Fact> => grouped(facts, (fact) => fact.about[part] ?? []);
  const lists: readonly object[][] = [entities, facts, timeline, quotes];
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    factsAbout: {
      subject: about('subject'),
      addressee: about('addressee'),
      topic: about('topic'),
    },
    positionsOn: grouped(positions, ({ question }) => [question]),
    positionsOf: grouped(positions, ({ question, holder }) => [question, holder]),
    eventsOf: grouped(timeline, (event) => event.facts),
    relationsOf: grouped(relations, ({ from, to }) => [from, to]),
    quotesBy: grouped(quotes, ({ speaker }) => [speaker]),
    quotesFrom: grouped(quotes, ({ fact }) => [fact]),
    order: new Map(lists.flatMap((list) => list.map((item, at) => [item, at] as const))),
  };
}

/** @param keysOf an item stands once under each of them */
export function grouped<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** Each item once, in the order of the dataset. */
export const inOrder = <Item extends object>(
  order: ReadonlyMap<object, number>,
  items: readonly Item[],
): Item[] => [...new Set(items)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));

/** The ids of all entities that a fact is about, each once. */
export const aboutOf = ({ about }: Fact): Set<string> =>
  new Set(PARTS.flatMap((part) => about[part] ?? []));
