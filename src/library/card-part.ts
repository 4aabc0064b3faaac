/** What one dataset says about an entity, with what a reader has to know about that dataset. Types. */
import type { EntityContext } from '../dataset/index.ts';
import type { CheckNote } from './registry.ts';

/** One section of a card. */
export interface CardPart {
  context: EntityContext;
  /** Whether the dataset came with the program: then the card says nothing about its maker. */
  isBundled: boolean;
  /** Left out if nobody checked it here. */
  check?: CheckNote;
  /** The card's own entity; the same by its id; or only of the same name. */
  relation: 'own' | 'same' | 'maybe';
}
