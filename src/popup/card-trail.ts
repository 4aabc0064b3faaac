/** The way through cards, as a browser's history: back to where one came from, and forward again. Pure. */

export interface CardTrail {
  /** Id of the entity whose card is open; undefined in the search. */
  chosen: string | undefined;
  /** Id of the fact that the card opens at. */
  fact?: string | undefined;
  /** Ids of the entities whose cards led to it, the first one first. */
  trail: string[];
  /** Ids of the entities that one came back from, the next one first. */
  ahead?: string[];
}

/** Goes on to a card; what was ahead is forgotten. */
export function openCard({ chosen, trail }: CardTrail, entityId: string, fact?: string): CardTrail {
  if (chosen === entityId) return { chosen, fact, trail, ahead: [] };
  return {
    chosen: entityId,
    fact,
    trail: chosen === undefined ? [] : [...trail, chosen],
    ahead: [],
  };
}

/** To the card before, or to the search. */
export function goBack({ chosen, trail, ahead = [] }: CardTrail): CardTrail {
  return {
    chosen: trail.at(-1),
    fact: undefined,
    trail: trail.slice(0, -1),
    ahead: chosen === undefined ? ahead : [chosen, ...ahead],
  };
}

/** To the card that one came back from; nowhere if there is none. */
export function goForward(before: CardTrail): CardTrail {
  const { chosen, trail, ahead = [] } = before;
  const [next, ...rest] = ahead;
  if (next === undefined) return before;
  return {
    chosen: next,
    fact: undefined,
    trail: chosen === undefined ? [] : [...trail, chosen],
    ahead: rest,
  };
}
