/** Everybody on an entity's card: itself, those that are the same, and those that may be. Pure. */
import type { CardPart } from './card-part.ts';
import type { Alike } from './compiled-set.ts';

/** What a card is about. */
export interface CardSubject {
  /** Key of an entity. */
  entity: string;
  /** Keys of other entities that the same words may mean. */
  also?: readonly string[] | undefined;
}

export interface Member {
  key: string;
  relation: CardPart['relation'];
}

/** Each once, the card's own entity first. */
export function membersOf({ entity, also = [] }: CardSubject, alike: Alike): Member[] {
  const { same = [], maybe = [] } = alike[entity] ?? {};
  const relations = new Map<string, Member['relation']>([[entity, 'own']]);
  for (const key of same) relations.set(key, 'same');
  for (const key of [...maybe, ...also]) {
    if (!relations.has(key)) relations.set(key, 'maybe');
  }
  return [...relations].map(([key, relation]) => ({ key, relation }));
}
