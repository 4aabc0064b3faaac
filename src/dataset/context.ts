/**
 * One entity with everything that concerns it: what a card is drawn from. Ids become names and facts here, so
 * that no view looks anything up. Pure; chooses nothing and judges nothing.
 */
import { dayNumber, firstDayOf, lastDayOf } from './age.ts';
import {
  PARTS,
  type EntityProfile,
  type Fact,
  type Knowledge,
  type Part,
  type SourceNote,
} from './knowledge.ts';
import type {
  Position,
  RelationKind,
  SourceDate,
  Stance,
  TimelineEvent,
} from './structure-schema.ts';

/** An entity as another one's card names it. */
export type EntityRef = Pick<EntityProfile, 'id' | 'name' | 'kind'>;

/** One stance on a question, with those who share it and the facts that say so, the telling one first. */
export interface PositionNote {
  stance: Stance;
  holders: EntityRef[];
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
   * First and last day that it can have been, counted from 1 January 1970. What the source reported was not
   * after its own date, and what it called planned not before.
   */
  days: readonly [first: number, last: number];
}

export interface Related {
  entity: EntityRef;
  /** `from` where the card's own entity does it, `to` where it is done to it; else only named together. */
  how: { relation: RelationKind; as: 'from' | 'to' } | 'together';
  /** What says so. */
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
  /** What it did or said first, then what was done to it, then what touches it. */
  facts: Fact[];
  /** Of a thing that a question is about: what else its facts' questions are told of. Empty for all others. */
  background: Fact[];
  /** Questions that it is or has a stance on; there its own stance comes first. */
  positions: PositionGroup[];
  /** Events that its facts tell of, in time. */
  timeline: EventNote[];
  /** Named relations first, then entities in the same facts, the most frequent first. */
  related: Related[];
  /** Its own words first, then what others said of it. */
  quotes: QuoteNote[];
  source: SourceNote;
  dataset: Knowledge['dataset'];
}

/** @returns undefined for an id that the dataset does not have */
export function contextOf(knowledge: Knowledge, entityId: string): EntityContext | undefined {
  const entity = knowledge.entities.find(({ id }) => id === entityId);
  if (!entity) return undefined;
  const concerned = (part: Part): Fact[] =>
    knowledge.facts.filter(({ about }) => about[part]?.includes(entityId));
  const facts = [...new Set(PARTS.flatMap(concerned))];
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

/**
 * A weapon has few facts of its own; a reader wants to know what was decided or proposed on the question that they
 * belong to.
 */
function backgroundOf(
  { entities, facts }: Knowledge,
  { kind }: EntityProfile,
  own: readonly Fact[],
): Fact[] {
  if (kind !== 'weapon') return [];
  const questions = entities.filter((entity) => entity.kind === 'concept').map(({ id }) => id);
  const touched = questions.filter((id) => own.some((fact) => isAbout(fact, id)));
  return facts.filter(
    (fact) => !own.includes(fact) && touched.some((question) => isAbout(fact, question)),
  );
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
      const key = sameStance(position);
      shared.set(key, [...(shared.get(key) ?? []), position]);
    }
    const notes = [...shared.values()].flatMap((same) =>
      same[0] ? [noteOf(knowledge, same[0].stance, same)] : [],
    );
    const isOwn = ({ holders }: PositionNote): boolean =>
      holders.some((holder) => holder.id === entityId);
    const ordered = [...notes.filter(isOwn), ...notes.filter((note) => !isOwn(note))];
    return refsOf(knowledge, [id]).map((question) => ({ question, positions: ordered }));
  });
}

/** Two who are said in one breath to stand at the same place are shown as one. */
const sameStance = ({ stance, facts }: Position): string => `${stance} ${facts[0] ?? ''}`;

function noteOf(knowledge: Knowledge, stance: Stance, same: readonly Position[]): PositionNote {
  const holders = same.map(({ holder }) => holder);
  const facts = same.flatMap(({ facts: ids }) => ids);
  return {
    stance,
    holders: refsOf(knowledge, holders),
    facts: factsOf(knowledge, facts),
  };
}

function timelineOf(knowledge: Knowledge, facts: readonly Fact[]): EventNote[] {
  const own = new Set(facts.map(({ id }) => id));
  const told = dayNumber(firstDayOf(knowledge.source.date));
  return knowledge.timeline
    .filter((event) => event.facts.some((id) => own.has(id)))
    .map((event): EventNote => {
      const first = dayNumber(firstDayOf(event.date));
      const last = dayNumber(lastDayOf(event.date));
      const days: [number, number] =
        event.state === 'planned'
          ? [Math.max(first, told), Math.max(last, told)]
          : [Math.min(first, told), Math.min(last, told)];
      return { ...event, facts: factsOf(knowledge, event.facts), days };
    })
    .sort((a, b) => a.days[1] - b.days[1] || a.days[0] - b.days[0]);
}

function relatedOf(knowledge: Knowledge, entityId: string, facts: readonly Fact[]): Related[] {
  const named = knowledge.relations
    .filter(({ from, to }) => from === entityId || to === entityId)
    .flatMap(({ kind, from, to, facts: ids }): Related[] => {
      const as = from === entityId ? 'from' : 'to';
      const [entity] = refsOf(knowledge, [as === 'from' ? to : from]);
      return entity
        ? [{ entity, how: { relation: kind, as }, facts: factsOf(knowledge, ids) }]
        : [];
    });
  const known = new Set([entityId, ...named.map(({ entity }) => entity.id)]);
  const together = refsOf(
    knowledge,
    knowledge.entities.map(({ id }) => id).filter((id) => !known.has(id)),
  ).flatMap((entity): Related[] => {
    const shared = facts.filter((fact) => isAbout(fact, entity.id));
    return shared.length > 0 ? [{ entity, how: 'together', facts: shared }] : [];
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
  const isOwn = ({ speaker }: QuoteNote): boolean => speaker.id === entityId;
  return [...notes.filter(isOwn), ...notes.filter((note) => !isOwn(note))];
}

const isAbout = ({ about }: Fact, entityId: string): boolean =>
  PARTS.some((part) => about[part]?.includes(entityId));

/** In the order of the ids. */
function refsOf({ entities }: Knowledge, ids: readonly string[]): EntityRef[] {
  return ids.flatMap((id) => {
    const found = entities.find((entity) => entity.id === id);
    return found ? [{ id, name: found.name, kind: found.kind }] : [];
  });
}

/** In the order of the ids, each once. */
function factsOf({ facts }: Knowledge, ids: readonly string[]): Fact[] {
  return [...new Set(ids)].flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
}
