/**
 * Who a fact comes from, in words: in full for what is copied, and short beside a statement, which names its speaker itself.
 * Pure.
 */
import { surnameOf, type Fact } from '../dataset/index.ts';
import type { MessageKey, Say } from '../locale/index.ts';

type Manner = Fact['attribution']['manner'];

/** How it is said; `$1` is the speaker, where there is one. */
const MANNER_KEYS: Record<Manner, MessageKey> = {
  'on-record': 'mannerOnRecord',
  'person-familiar': 'mannerPersonFamiliar',
  'people-familiar': 'mannerPeopleFamiliar',
  official: 'mannerOfficial',
  report: 'mannerReport',
};

/** "Antony Blinken, briefing in Kyiv, on the record"; "a person familiar with the matter, unnamed". */
export function sayAttribution({ attribution }: Fact, say: Say): string {
  const { manner, speaker, setting } = attribution;
  const isPlaced = speaker !== undefined && setting !== undefined;
  return say(MANNER_KEYS[manner], isPlaced ? say('speakerAt', speaker, setting) : (speaker ?? ''));
}

/** "on the record"; "unnamed". Names the speaker only where the statement does not. */
export function shortAttribution({ statement, attribution }: Fact, say: Say): string {
  const { manner, speaker = '' } = attribution;
  if (manner === 'report') return say('byReport');
  if (manner !== 'on-record') return say('byUnnamed');
  const isNamed = speaker.split(' & ').every((name) => statement.includes(surnameOf(name)));
  return isNamed ? say('onRecord') : say('mannerOnRecord', speaker);
}
