/** Makes one change of the settings, and checks it. Used by everything that writes settings. */
import { ListFullError, PolicyError } from './failure.ts';
import { LIST_MAX } from './fields.ts';
import type { Fields } from './migrations.ts';
import { listsOf, patchBetween, type SettingsPatch } from './patch.ts';
import { isKept, keptBy, type SettingsPolicy } from './policy.ts';
import { canonicalSettings } from './schema.ts';
import { defaultsOf, SHAPE, type Settings, type Shape } from './settings.ts';

/** One change. */
export interface SettingsChange {
  before: Settings;
  after: Settings;
  /** Undoes the change: `change((now) => unpatched(now, patch))`. */
  patch: SettingsPatch;
}

/** Turns settings into changed settings. */
export type Mutate = (settings: Settings) => Settings;

/** How a change stands to an organisation's policy. */
export interface ChangeTerms {
  /** The policy that is in force. */
  policy?: SettingsPolicy | undefined;
  /** Whether the rest of the change is made where the policy keeps a part from happening: for a change of many settings at once. */
  isPartial?: boolean;
}

/**
 * @throws ZodError if the changed settings are not valid
 * @throws ListFullError if a list would grow beyond `LIST_MAX`; a list that is longer already may shrink
 * @throws PolicyError if the policy keeps the change from happening
 */
export function applied(
  settings: Settings,
  mutate: Mutate,
  shape: Shape = SHAPE,
  { policy, isPartial = false }: ChangeTerms = {},
): SettingsChange {
  const before = { ...defaultsOf(shape), ...settings };
  const wanted = canonicalSettings({ ...defaultsOf(shape), ...mutate(before) }, shape);
  if (policy && !isPartial && isKept(policy, wanted)) throw new PolicyError(policy.organisation);
  const after = keptBy(policy, wanted);
  for (const list of listsOf(shape)) {
    const [old, now] = [lengthOf(before, list), lengthOf(after, list)];
    if (now > LIST_MAX && now > old) throw new ListFullError(list);
  }
  return { before, after, patch: patchBetween(before, after, shape) };
}

function lengthOf(fields: Fields, list: string): number {
  const entries = fields[list];
  return Array.isArray(entries) ? entries.length : 0;
}
