/** The history of cards, as in a browser: back to the card before, and forward again. Pure. */

export interface CardTrail {
  /** Id of the entity whose card is open; undefined in the search. */
  chosen: string | undefined;
  /** Id of the fact that the card opens at. */
  fact?: string | undefined;
  /** Ids of the entities before it, the first one first. */
  trail: string[];
  /** Ids of the entities that the reader came back from, the next one first. */
  ahead?: string[];
}

/** Opens a card, and forgets the cards ahead. */
export function openCard({ chosen, trail }: CardTrail, entityId: string, fact?: string): CardTrail {
  if (chosen === entityId) return { chosen, fact, trail, ahead: [] };
  return {
    chosen: entityId,
    fact,
    trail: chosen === undefined ? [] : [...trail, chosen],
    ahead: [],
  };
}

/** Goes to the card before, or to the search. */
export function goBack({ chosen, trail, ahead = [] }: CardTrail): CardTrail {
  return {
    chosen: trail.at(-1),
    fact: undefined,
    trail: trail.slice(0, -1),
    ahead: chosen === undefined ? ahead : [chosen, ...ahead],
  };
}

/** Goes to the card that the reader came back from; stays if there is none. */
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
