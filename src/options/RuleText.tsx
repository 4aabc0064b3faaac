/** Shows a site rule: its text, and what it covers if that may surprise. */
import type { Say } from '../locale/index.ts';
import { isSurprising, sayCover } from '../locale/settings-words.ts';
import { LOCAL_FILES } from '../settings/index.ts';
import { coverOf } from '../settings/rule-cover.ts';

/** The text of a rule. Hosts stay in ASCII, as in addresses. */
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
