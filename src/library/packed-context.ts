/**
 * An entity's context as a string in which each fact stands once: a context names a fact in many places, and as plain JSON it would be
 * several times as long. Pure.
 */
import type {
  EntityContext,
  EventNote,
  Fact,
  PositionGroup,
  PositionNote,
  QuoteNote,
  Related,
} from '../dataset/index.ts';

/** @returns JSON for `readContext` */
export function packContext(context: EntityContext): string {
  const places = new Map<Fact, number>();
  const packed = withFacts<Fact, number>(context, (fact) => {
    const place = places.get(fact) ?? places.size;
    places.set(fact, place);
    return [place];
  });
  return JSON.stringify({ facts: [...places.keys()], context: packed } satisfies Packed);
}

/** @param json what `packContext` wrote */
export function readContext(json: string): EntityContext {
  const { facts, context } = JSON.parse(json) as Packed;
  return withFacts(context, (place) => facts.slice(place, place + 1));
}

type With<Note, Written> = Omit<Note, 'facts'> & { facts: Written[] };

/** A context whose facts are written as something else. */
interface ContextOf<Written> extends Pick<EntityContext, 'entity' | 'source' | 'dataset'> {
  facts: Written[];
  background: Written[];
  positions: (Omit<PositionGroup, 'positions'> & { positions: With<PositionNote, Written>[] })[];
  timeline: With<EventNote, Written>[];
  related: With<Related, Written>[];
  quotes: (Omit<QuoteNote, 'fact'> & { fact: Written })[];
}

/** A context with the places of its facts in the list. */
interface Packed {
  facts: Fact[];
  context: ContextOf<number>;
}

/** @param write what stands for a fact */
function withFacts<From, To>(
  { entity, source, dataset, ...context }: ContextOf<From>,
  write: (fact: From) => To[],
): ContextOf<To> {
  const all = <Note extends { facts: From[] }>({ facts, ...note }: Note) => ({
    ...note,
    facts: facts.flatMap(write),
  });
  return {
    ...{ entity, source, dataset },
    facts: context.facts.flatMap(write),
    background: context.background.flatMap(write),
    positions: context.positions.map((group) => ({
      ...group,
      positions: group.positions.map(all),
    })),
    timeline: context.timeline.map(all),
    related: context.related.map(all),
    quotes: context.quotes.flatMap(({ fact, ...quote }) =>
      write(fact).map((written) => ({ ...quote, fact: written })),
    ),
  };
}
