/** What is wrong with an organisation's policy in words, with one whole sentence for each kind of problem. Loaded where there is some. */
import { sayList, type MessageKey, type Say } from '../locale/index.ts';
import { POLICY_PARTS, readPolicyNews, type PolicyProblem } from '../policy/index.ts';
import { FIELDS, type Field } from '../settings/index.ts';
import { limitOf } from './field-words.ts';

/** @param stored what the background has stored: `PolicyNews`, or nothing */
export function sayPolicyNews(stored: unknown, say: Say): { lines: string[]; more: number } {
  const { problems, more } = readPolicyNews(stored);
  return { lines: problems.map((problem) => sayPolicyProblem(problem, say)), more };
}

export function sayPolicyProblem(problem: PolicyProblem, say: Say): string {
  const { code, place, setting, found, max } = problem;
  const field = new Map<string, Field>(Object.entries(FIELDS)).get(setting);
  switch (code) {
    case 'part':
      return say('policyPart', place, sayList(say, POLICY_PARTS));
    case 'setting':
      return say('policySetting', place);
    case 'group':
      return say('policyGroup', place, found);
    case 'texts':
      return say('policyTexts', place, found);
    case 'name':
      return say('policyName', place, found, max);
    case 'list':
      return say('policyList', place, found, max);
    case 'dataset':
      return say('policyDataset', place, found);
    case 'large':
      return say('policyLarge', place, max);
    case 'entry':
    case 'value': {
      const keys = code === 'entry' ? ENTRY_KEYS : VALUE_KEYS;
      return say(field ? keys[field.kind] : 'policySetting', place, found, limitOf(field, say));
    }
  }
}

const VALUE_KEYS: Record<Field['kind'], MessageKey> = {
  switch: 'policyValueSwitch',
  number: 'policyValueNumber',
  // No policy can set a moment.
  moment: 'policySetting',
  choice: 'policyValueChoice',
  names: 'policyValueList',
  rules: 'policyValueList',
  mentions: 'policyValueList',
};
const ENTRY_KEYS: Record<Field['kind'], MessageKey> = {
  ...VALUE_KEYS,
  names: 'policyEntryText',
  rules: 'policyEntryRule',
  mentions: 'policyEntryMention',
};
