/** A rule for sites as it is shown: what it is called, and what it covers where that may surprise. */
import type { Say } from '../locale/index.ts';
import { isSurprising, sayCover } from '../locale/settings-words.ts';
import { LOCAL_FILES } from '../settings/index.ts';
import { coverOf } from '../settings/rule-cover.ts';

/** What a rule is called. Hosts stay in ASCII, as addresses have them. */
export const ruleName = (rule: string, say: Say): string =>
  rule === LOCAL_FILES ? say('siteLocalFiles') : rule;

export function RuleText({ rule, say }: { rule: string; say: Say }) {
  const cover = coverOf(rule);
  return (
    <span class="rule">
      <bdi>{ruleName(rule, say)}</bdi>
      {isSurprising(cover) && <span class="choice-note rule-cover">{sayCover(cover, say)}</span>}
    </span>
  );
}
