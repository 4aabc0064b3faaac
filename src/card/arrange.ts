/**
 * Which part of a card tells which fact. Each fact is told once: at first sight, beside a position, beside a date, or in a list of
 * the rest. Pure. It does not decide what is shown at first sight: that is the order of the facts.
 */
import type { EntityContext, EventNote, Fact, PositionGroup } from '../dataset/index.ts';

export interface Arrangement {
  /** For the first sight, best first. */
  first: Fact[];
  /** The rest that somebody said on the record. */
  onRecord: Fact[];
  /** The rest that unnamed people said, or the report itself. */
  reported: Fact[];
  /** All positions. A position has a fact only if no other part tells it. */
  positions: PositionGroup[];
  /** The events that have something to tell: those with facts that no other part tells, and those that were planned. */
  events: EventNote[];
}

/** As many facts as a reader takes in at a glance. The popover shows fewer where they have no room. */
export const FIRST_FACTS = 3;

/** @param ranked the facts of the entity and of its background, best first */
export function arrange(
  { positions, timeline }: Pick<EntityContext, 'positions' | 'timeline'>,
  ranked: readonly Fact[],
): Arrangement {
  const first = ranked.slice(0, FIRST_FACTS);
  const told = new Set(first.map(({ id }) => id));
  /** Those that no part before tells; from now on they are told. */
  const untold = (facts: readonly Fact[]): Fact[] => {
    const left = facts.filter(({ id }) => !told.has(id));
    for (const { id } of left) told.add(id);
    return left;
  };
  const groups = positions.map(({ question, positions: notes }) => ({
    question,
    positions: notes.map((note) => ({ ...note, facts: untold(note.facts.slice(0, 1)) })),
  }));
  const known = new Set(ranked.map(({ id }) => id));
  const events = timeline
    .map((event) => ({ ...event, facts: untold(event.facts.filter(({ id }) => known.has(id))) }))
    .filter(({ facts, state }) => facts.length > 0 || state === 'planned');
  const rest = untold(ranked);
  return {
    first,
    onRecord: rest.filter(({ attribution }) => attribution.manner === 'on-record'),
    reported: rest.filter(({ attribution }) => attribution.manner !== 'on-record'),
    positions: groups,
    events,
  };
}
