/**
 * One entity with everything about it: what a card is drawn from. Ids become names and facts here, so no view looks
 * anything up. Pure. It does not rank facts.
 */
import { dayNumber, firstDayOf, lastDayOf } from './age.ts';
import type { SourceDate } from './date-schema.ts';
import {
  PARTS,
  type EntityProfile,
  type Fact,
  type Knowledge,
  type Part,
  type Position,
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
export function contextOf(knowledge: Knowledge, entityId: string): EntityContext | undefined {
  const entity = knowledge.entities.find(({ id }) => id === entityId);
  if (!entity) return undefined;
  const factsWith = (part: Part): Fact[] =>
    knowledge.facts.filter(({ about }) => about[part]?.includes(entityId));
  const facts = [...new Set(PARTS.flatMap(factsWith))];
  return {
    entity,
    facts,
    background: backgroundOf(knowledge, entity, facts),
    positions: positionsOf(knowledge, entityId),
    timeline: timelineOf(knowledge, facts),
    related: relatedOf(knowledge, entityId, facts),
    quotes: quotesOf(knowledge, entityId, facts),
    source: knowledge.source,
    dataset: knowledge.dataset,
  };
}

/** A thing has few facts of its own. A reader wants to know what was decided or proposed about it. */
function backgroundOf(
  { positions, facts }: Knowledge,
  { type }: EntityProfile,
  own: readonly Fact[],
): Fact[] {
  if (type !== 'thing') return [];
  const questions = [...new Set(positions.map(({ question }) => question))].filter((id) =>
    own.some((fact) => isAbout(fact, id)),
  );
  return facts.filter((fact) => !own.includes(fact) && questions.some((id) => isAbout(fact, id)));
}

function positionsOf(knowledge: Knowledge, entityId: string): PositionGroup[] {
  const { positions } = knowledge;
  const questions = new Set(
    positions
      .filter(({ question, holder }) => question === entityId || holder === entityId)
      .map(({ question }) => question),
  );
  return [...questions].flatMap((id) => {
    const shared = new Map<string, Position[]>();
    for (const position of positions.filter(({ question }) => question === id)) {
      const key = sharedKeyOf(position);
      shared.set(key, [...(shared.get(key) ?? []), position]);
    }
    const notes = [...shared.values()].flatMap((same) =>
      same[0] ? [noteOf(knowledge, same[0].stance, same)] : [],
    );
    const isOwn = ({ holders }: PositionNote): boolean =>
      holders.some((holder) => holder.id === entityId);
    return refsOf(knowledge, [id]).map((question) => ({
      question,
      positions: ownFirst(notes, isOwn),
    }));
  });
}

/** Positions with the same stance and the same first fact are shown as one. */
const sharedKeyOf = ({ stance, facts }: Position): string => `${stance} ${facts[0] ?? ''}`;

function noteOf(knowledge: Knowledge, stance: string, same: readonly Position[]): PositionNote {
  return {
    stance,
    holders: refsOf(
      knowledge,
      same.map(({ holder }) => holder),
    ),
    facts: factsOf(
      knowledge,
      same.flatMap(({ facts }) => facts),
    ),
  };
}

function timelineOf(knowledge: Knowledge, facts: readonly Fact[]): EventNote[] {
  const own = new Set(facts.map(({ id }) => id));
  const sourceDay = dayNumber(firstDayOf(knowledge.source.date));
  return knowledge.timeline
    .filter((event) => event.facts.some((id) => own.has(id)))
    .map((event): EventNote => {
      const first = dayNumber(firstDayOf(event.date));
      const last = dayNumber(lastDayOf(event.date));
      const days: [number, number] =
        event.state === 'planned'
          ? [Math.max(first, sourceDay), Math.max(last, sourceDay)]
          : [Math.min(first, sourceDay), Math.min(last, sourceDay)];
      return { ...event, facts: factsOf(knowledge, event.facts), days };
    })
    .sort((a, b) => a.days[1] - b.days[1] || a.days[0] - b.days[0]);
}

function relatedOf(knowledge: Knowledge, entityId: string, facts: readonly Fact[]): Related[] {
  const named = knowledge.relations
    .filter(({ from, to }) => from === entityId || to === entityId)
    .flatMap(({ from, to, label, inverse, facts: ids }): Related[] => {
      const isFrom = from === entityId;
      const [entity] = refsOf(knowledge, [isFrom ? to : from]);
      return entity
        ? [{ entity, label: isFrom ? label : inverse, facts: factsOf(knowledge, ids) }]
        : [];
    });
  const known = new Set([entityId, ...named.map(({ entity }) => entity.id)]);
  const together = refsOf(
    knowledge,
    knowledge.entities.map(({ id }) => id).filter((id) => !known.has(id)),
  ).flatMap((entity): Related[] => {
    const shared = facts.filter((fact) => isAbout(fact, entity.id));
    return shared.length > 0 ? [{ entity, facts: shared }] : [];
  });
  return [...named, ...together.sort((a, b) => b.facts.length - a.facts.length)];
}

function quotesOf(knowledge: Knowledge, entityId: string, facts: readonly Fact[]): QuoteNote[] {
  const own = new Set(facts.map(({ id }) => id));
  const notes = knowledge.quotes
    .filter(({ speaker, fact }) => speaker === entityId || own.has(fact))
    .flatMap(({ words, speaker: id, fact: factId }): QuoteNote[] => {
      const [speaker] = refsOf(knowledge, [id]);
      const [fact] = factsOf(knowledge, [factId]);
      return speaker && fact ? [{ words, speaker, fact }] : [];
    });
  return ownFirst(notes, ({ speaker }) => speaker.id === entityId);
}

function ownFirst<Note>(notes: readonly Note[], isOwn: (note: Note) => boolean): Note[] {
  return [...notes.filter(isOwn), ...notes.filter((note) => !isOwn(note))];
}

const isAbout = ({ about }: Fact, entityId: string): boolean =>
  PARTS.some((part) => about[part]?.includes(entityId));

/** In the order of the ids. */
function refsOf({ entities }: Knowledge, ids: readonly string[]): EntityRef[] {
  return ids.flatMap((id) => {
    const found = entities.find((entity) => entity.id === id);
    return found ? [{ id, name: found.name }] : [];
  });
}

/** In the order of the ids, each once. */
function factsOf({ facts }: Knowledge, ids: readonly string[]): Fact[] {
  return [...new Set(ids)].flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
}
