/** What is wrong with an organisation's policy in words, with one whole sentence for each kind of problem. Loaded where there is some. */
import { sayList, type MessageKey, type Say } from '../locale/index.ts';
import { POLICY_PARTS, readPolicyNews, type PolicyProblem } from '../policy/index.ts';
import { FIELDS, type Field } from '../settings/index.ts';

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
      return say(
        field ? ENTRY_KEYS[field.kind] : 'policySetting',
        place,
        found,
        limitOf(field, say),
      );
    case 'value':
      return say(
        field ? VALUE_KEYS[field.kind] : 'policySetting',
        place,
        found,
        limitOf(field, say),
      );
  }
}

/** The valid values of a setting, which replace `$3`. */
function limitOf(field: Field | undefined, say: Say): string | number {
  if (field?.kind === 'number') return field.max;
  if (field?.kind !== 'choice') return '';
  return sayList(
    say,
    field.values.map((value) => JSON.stringify(value)),
  );
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
