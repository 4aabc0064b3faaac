/**
 * One entity with everything about it: what a card is drawn from. Ids become names and facts here, so no view looks
 * anything up. Pure. It does not rank facts.
 */
import { dayNumber, firstDayOf, lastDayOf } from './age.ts';
import type { SourceDate } from './date-schema.ts';
import {
  aboutOf,
  grouped,
  indexKnowledge,
  inOrder,
  type KnowledgeIndex,
} from './knowledge-index.ts';
import {
  PARTS,
  type EntityProfile,
  type Fact,
  type Knowledge,
  type SourceNote,
} from './knowledge.ts';
import type { TimelineEvent } from './structure-schema.ts';

/** An entity as another entity's card names it. */
export type EntityRef = Pick<EntityProfile, 'id' | 'name'>;

/** One stance on a question, with all who share it. */
export interface PositionNote {
  /** For readers: "Open to it". */
  stance: string;
  holders: EntityRef[];
  /** The facts that carry it; a card shows the first. */
  facts: Fact[];
}

/** Who stands where on one question. */
export interface PositionGroup {
  question: EntityRef;
  positions: PositionNote[];
}

export interface EventNote {
  id: string;
  label: string;
  date: SourceDate;
  state: TimelineEvent['state'];
  facts: Fact[];
  /**
   * First and last day on which it can have been, counted from 1 January 1970. A reported event is not after the
   * source's own date, and a planned one is not before it.
   */
  days: readonly [first: number, last: number];
}

export interface Related {
  entity: EntityRef;
  /** How it has to do with the card's entity, to be read before its name: "was asked by". None if facts only name both. */
  label?: string;
  /** The facts that carry it. */
  facts: Fact[];
}

export interface QuoteNote {
  /** At most eight words. */
  words: string;
  speaker: EntityRef;
  fact: Fact;
}

export interface EntityContext {
  entity: EntityProfile;
  /** What the entity did or said first, then what others did to it, then what only touches it. */
  facts: Fact[];
  /** For a thing: other facts about the questions that its own facts are about. Empty for all other types. */
  background: Fact[];
  /** Questions that the entity is or has a stance on. Its own stance comes first. */
  positions: PositionGroup[];
  /** Events of its facts, in the order of time. */
  timeline: EventNote[];
  /** Named relations first, then entities in the same facts, the most frequent first. */
  related: Related[];
  /** The entity's own words first, then what others said about it. */
  quotes: QuoteNote[];
  source: SourceNote;
  dataset: Knowledge['dataset'];
}

/** @returns undefined for an id that the dataset does not have */
export const contextOf = (knowledge: Knowledge, entityId: string): EntityContext | undefined =>
  createContexts(knowledge)(entityId);

/**
 * For many entities of the same dataset: looks at the whole dataset once.
 * @returns what gives the context of an id; undefined for an id that the dataset does not have
 */
export function createContexts(knowledge: Knowledge): (id: string) => EntityContext | undefined {
  const index = indexKnowledge(knowledge);
  const notesOn = createNotes(index);
  const sourceDay = dayNumber(firstDayOf(knowledge.source.date));
  return (id) => {
    const entity = index.entities.get(id);
    if (!entity) return undefined;
    const facts = [...new Set(PARTS.flatMap((part) => index.factsAbout[part].get(id) ?? []))];
    return {
      ...{ entity, facts },
      background: backgroundOf(index, entity, facts),
      positions: positionsOf(index, id, notesOn),
      timeline: timelineOf(index, facts, sourceDay),
      related: relatedOf(index, id, facts),
      quotes: quotesOf(index, id, facts),
      source: knowledge.source,
      dataset: knowledge.dataset,
    };
  };
}

/** A thing has few facts of its own. A reader wants to know what was decided or proposed about it. */
function backgroundOf(
  { positionsOn, factsAbout, order }: KnowledgeIndex,
  { type }: EntityProfile,
  facts: readonly Fact[],
): Fact[] {
  if (type !== 'thing') return [];
  const own = new Set(facts);
  const others = [...new Set(facts.flatMap((fact) => [...aboutOf(fact)]))]
    .filter((id) => positionsOn.has(id))
    .flatMap((id) => PARTS.flatMap((part) => factsAbout[part].get(id) ?? []))
    .filter((fact) => !own.has(fact));
  return inOrder(order, others);
}

/** The stances on a question. Positions with the same stance and the same first fact are shown as one. */
function createNotes(index: KnowledgeIndex): (question: string) => readonly PositionNote[] {
  const known = new Map<string, readonly PositionNote[]>();
  const notesOf = (question: string): PositionNote[] => {
    const positions = index.positionsOn.get(question) ?? [];
    const shared = grouped(positions, ({ stance, facts }) => [`${stance} ${facts[0] ?? ''}`]);
    return [...shared.values()].map((same) => ({
      stance: same[0]?.stance ?? '',
      holders: refsOf(
        index,
        same.map(({ holder }) => holder),
      ),
      facts: factsOf(
        index,
        same.flatMap(({ facts }) => facts),
      ),
    }));
  };
  return (question) => {
    const notes = known.get(question) ?? notesOf(question);
    known.set(question, notes);
    return notes;
  };
}

function positionsOf(
  index: KnowledgeIndex,
  entityId: string,
  notesOn: (question: string) => readonly PositionNote[],
): PositionGroup[] {
  const own = index.positionsOf.get(entityId) ?? [];
  const isOwn = ({ holders }: PositionNote): boolean => holders.some(({ id }) => id === entityId);
  return [...new Set(own.map(({ question }) => question))].flatMap((id) =>
    refsOf(index, [id]).map((question) => ({
      question,
      positions: ownFirst(notesOn(id), isOwn),
    })),
  );
}

function timelineOf(index: KnowledgeIndex, facts: readonly Fact[], sourceDay: number): EventNote[] {
  const events = facts.flatMap(({ id }) => index.eventsOf.get(id) ?? []);
  return inOrder(index.order, events)
    .map((event): EventNote => {
      const first = dayNumber(firstDayOf(event.date));
      const last = dayNumber(lastDayOf(event.date));
      const days: [number, number] =
        event.state === 'planned'
          ? [Math.max(first, sourceDay), Math.max(last, sourceDay)]
          : [Math.min(first, sourceDay), Math.min(last, sourceDay)];
      return { ...event, facts: factsOf(index, event.facts), days };
    })
    .sort((a, b) => a.days[1] - b.days[1] || a.days[0] - b.days[0]);
}

function relatedOf(index: KnowledgeIndex, entityId: string, facts: readonly Fact[]): Related[] {
  const named = (index.relationsOf.get(entityId) ?? []).flatMap(
    ({ from, to, label, inverse, facts: ids }): Related[] => {
      const isFrom = from === entityId;
      const [entity] = refsOf(index, [isFrom ? to : from]);
      return entity
        ? [{ entity, label: isFrom ? label : inverse, facts: factsOf(index, ids) }]
        : [];
    },
  );
  const known = new Set([entityId, ...named.map(({ entity }) => entity.id)]);
  const shared = grouped(facts, (fact) => [...aboutOf(fact)].filter((id) => !known.has(id)));
  const others = [...shared.keys()].flatMap((id) => index.entities.get(id) ?? []);
  const together = inOrder(index.order, others).map(({ id, name }) => ({
    entity: { id, name },
    facts: shared.get(id) ?? [],
  }));
  return [...named, ...together.sort((a, b) => b.facts.length - a.facts.length)];
}

function quotesOf(index: KnowledgeIndex, entityId: string, facts: readonly Fact[]): QuoteNote[] {
  const quotes = [
    ...(index.quotesBy.get(entityId) ?? []),
    ...facts.flatMap(({ id }) => index.quotesFrom.get(id) ?? []),
  ];
  const notes = inOrder(index.order, quotes).flatMap(
    ({ words, speaker: id, fact: factId }): QuoteNote[] => {
      const [speaker] = refsOf(index, [id]);
      const [fact] = factsOf(index, [factId]);
      return speaker && fact ? [{ words, speaker, fact }] : [];
    },
  );
  return ownFirst(notes, ({ speaker }) => speaker.id === entityId);
}

function ownFirst<Note>(notes: readonly Note[], isOwn: (note: Note) => boolean): Note[] {
  return [...notes.filter(isOwn), ...notes.filter((note) => !isOwn(note))];
}

/** In the order of the ids. */
const refsOf = ({ entities }: KnowledgeIndex, ids: readonly string[]): EntityRef[] =>
  ids.flatMap((id) => {
    const found = entities.get(id);
    return found ? [{ id, name: found.name }] : [];
  });

/** In the order of the ids, each once. */
const factsOf = ({ facts }: KnowledgeIndex, ids: readonly string[]): Fact[] =>
  [...new Set(ids)].flatMap((id) => facts.get(id) ?? []);
