/**
 * Which parts a card has: what each dataset says about its entity, about those that are the same, and about those that may be. The
 * bundled dataset's are there at once, those of added datasets when they have come. Knows no views.
 */
import { contextOf, type Knowledge } from '../dataset/index.ts';
import { datasetOfKey, type CardPart, type Member } from '../library/index.ts';
import type { AddedCards } from './added-cards.ts';

export interface CardContents {
  parts: CardPart[];
  missing: 'coming' | 'failed' | undefined;
}

/** Those that only the background can tell about. */
export const addedKeysOf = (members: readonly Member[]): string[] =>
  members.map(({ key }) => key).filter((key) => datasetOfKey(key) !== undefined);

export function contentsOf(
  members: readonly Member[],
  knowledge: () => Knowledge,
  added: AddedCards | undefined,
): CardContents {
  const partOf = ({ key, relation }: Member): CardPart[] => {
    if (datasetOfKey(key) === undefined) {
      const context = contextOf(knowledge(), key);
      return context ? [{ context, isBundled: true, relation }] : [];
    }
    const part = added?.partOf(key);
    return part ? [{ ...part, relation }] : [];
  };
  return {
    parts: members.flatMap(partOf),
    missing: added?.missing(addedKeysOf(members)),
  };
}
