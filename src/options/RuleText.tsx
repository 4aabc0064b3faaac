/** Shows a site rule: its text, and what it covers if that may surprise. */
import type { Say } from '../locale/index.ts';
import { isSurprising, sayCover, saySite } from '../locale/settings-words.ts';
import type { CoverOf } from './state.ts';

export interface RuleTextProps {
  rule: string;
  coverOf: CoverOf | undefined;
  say: Say;
}

export function RuleText({ rule, coverOf, say }: RuleTextProps) {
  const cover = coverOf?.(rule);
  return (
    <span class="rule">
      <bdi>{saySite(rule, say)}</bdi>
      {cover && isSurprising(cover) && <span class="note rule-cover">{sayCover(cover, say)}</span>}
    </span>
  );
}
