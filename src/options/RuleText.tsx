/** Shows a site rule: its text, and what it covers if that may surprise. */
import type { Say } from '../locale/index.ts';
import { isSurprising, sayCover } from '../locale/settings-words.ts';
import { LOCAL_FILES } from '../settings/index.ts';
import type { CoverOf } from './state.ts';

/** The text of a rule. Hosts stay in ASCII, as in addresses. */
export const ruleName = (rule: string, say: Say): string =>
  rule === LOCAL_FILES ? say('siteLocalFiles') : rule;

export interface RuleTextProps {
  rule: string;
  coverOf: CoverOf | undefined;
  say: Say;
}

export function RuleText({ rule, coverOf, say }: RuleTextProps) {
  const cover = coverOf?.(rule);
  return (
    <span class="rule">
      <bdi>{ruleName(rule, say)}</bdi>
      {cover && isSurprising(cover) && <span class="note rule-cover">{sayCover(cover, say)}</span>}
    </span>
  );
}
