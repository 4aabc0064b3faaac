/** Who a fact comes from, in words: the same on the card and in what is copied from it. */
import type { Fact } from '../dataset/index.ts';
import type { MessageKey, Say } from '../locale/index.ts';

/** How it is said; `$1` is the speaker, where there is one. */
export const MANNER_KEYS: Record<Fact['attribution']['manner'], MessageKey> = {
  'on-record': 'mannerOnRecord',
  'person-familiar': 'mannerPersonFamiliar',
  'people-familiar': 'mannerPeopleFamiliar',
  official: 'mannerOfficial',
  report: 'mannerReport',
};

/** "Antony Blinken, briefing in Kyiv, on the record"; "a person familiar with the matter, unnamed". */
export function sayAttribution({ attribution: { manner, speaker = '' } }: Fact, say: Say): string {
  return say(MANNER_KEYS[manner], speaker);
}
