/** One change of the settings, checked and in the form that is stored: for all who write. */
import { ListFullError } from './failure.ts';
import { LIST_MAX } from './fields.ts';
import { listsOf, patchBetween, type SettingsPatch } from './patch.ts';
import { canonicalSettings } from './schema.ts';
import { defaultsOf, SHAPE, type Settings, type Shape } from './settings.ts';

/** One change. */
export interface SettingsChange {
  before: Settings;
  after: Settings;
  /** Takes the change back: `change((now) => unpatched(now, patch))`. */
  patch: SettingsPatch;
}

/** What a change makes of settings. */
export type Mutate = (settings: Settings) => Settings;

/**
 * @throws ZodError where the changed settings are not valid
 * @throws ListFullError where a list would grow beyond `LIST_MAX`; one that is longer already may shrink
 */
export function applied(settings: Settings, mutate: Mutate, shape: Shape = SHAPE): SettingsChange {
  const before = { ...defaultsOf(shape), ...settings };
  const after = canonicalSettings({ ...defaultsOf(shape), ...mutate(before) }, shape);
  for (const list of listsOf(shape)) {
    const [old, now] = [before, after].map((each) => lengthOf(each, list)) as [number, number];
    if (now > LIST_MAX && now > old) throw new ListFullError(list);
  }
  return { before, after, patch: patchBetween(before, after, shape) };
}

const lengthOf = (settings: Settings, list: string): number =>
  (settings[list as keyof Settings] as unknown as unknown[]).length;
