/**
 * The script with card, popover and notices, which comes into a page once its reader wants to see one of them. Types and the place
 * where it is left; the script itself is entrypoints/card.ts.
 */
import { createSlot } from '../gate/index.ts';
import type { Wanted } from '../messages/index.ts';
import { directionOf } from '../locale/index.ts';
import type { Appearance, createNotices, startPopover } from '../popover/index.ts';
import type { createPageCards } from './page-card.tsx';

export interface CardScript {
  createPageCards: typeof createPageCards;
  createNotices: typeof createNotices;
  startPopover: typeof startPopover;
  /** Stylesheets of popover and card. */
  css: string;
  /** Knowledge as JSON; parsed for the first card. */
  cards: string;
}

/** How what we show in a page looks. @param lang BCP 47 tag of our words */
export const appearanceOf = ({ css }: Pick<CardScript, 'css'>, lang: string): Appearance => ({
  ...{ css, lang, dir: directionOf(lang) },
});

export const cardSlot = createSlot<CardScript>('card');

/** Loads the script, once. @throws if the background does not bring it; the next call tries again */
export type LoadCard = () => Promise<CardScript>;

/** @param send sends to the background. @returns its answer @throws if there is none */
export function createCardLoader(send: (message: Wanted) => Promise<unknown>): LoadCard {
  /** Owned by the function that is returned. */
  let loading: Promise<CardScript> | undefined;
  const load = async (): Promise<CardScript> => {
    try {
      const known = cardSlot.get();
      if (known) return known;
      await send({ kind: 'card?' });
      const loaded = cardSlot.get();
      if (!loaded) throw new Error('The card did not come.');
      return loaded;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  return () => (loading ??= load());
}
