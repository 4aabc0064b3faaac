/** What a sentence about a wrong value says of its setting. */
import { sayList, type Say } from '../locale/index.ts';
import type { Field } from '../settings/index.ts';

/** The valid values of a setting: its greatest number or its choices; empty for all others. */
export function limitOf(field: Field | undefined, say: Say): string | number {
  if (field?.kind === 'number') return field.max;
  if (field?.kind !== 'choice') return '';
  return sayList(
    say,
    field.values.map((value) => JSON.stringify(value)),
  );
}
