/** Makes one change of the settings, and checks it. Used by everything that writes settings. */
import { ListFullError } from './failure.ts';
import { LIST_MAX } from './fields.ts';
import type { Fields } from './migrations.ts';
import { listsOf, patchBetween, type SettingsPatch } from './patch.ts';
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

/**
 * @throws ZodError if the changed settings are not valid
 * @throws ListFullError if a list would grow beyond `LIST_MAX`; a list that is longer already may shrink
 */
export function applied(settings: Settings, mutate: Mutate, shape: Shape = SHAPE): SettingsChange {
  const before = { ...defaultsOf(shape), ...settings };
  const after = canonicalSettings({ ...defaultsOf(shape), ...mutate(before) }, shape);
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
