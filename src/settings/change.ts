/** The changes that a reader can make, as pure functions from settings to settings. */
import type { Settings } from './settings.ts';

/** Switches one site on or off. Sites stay in alphabetical order, each once. */
export function switchSite(settings: Settings, site: string, on: boolean): Settings {
  return { ...settings, sitesOff: switched(settings.sitesOff, site, on) };
}

/** Switches one entity on or off. */
export function switchEntity(
  settings: Settings,
  { id, tier }: { id: string; tier: 'main' | 'cast' },
  on: boolean,
): Settings {
  return tier === 'main'
    ? { ...settings, entitiesOff: switched(settings.entitiesOff, id, on) }
    : { ...settings, castOn: switched(settings.castOn, id, !on) };
}

function switched(off: readonly string[], name: string, on: boolean): string[] {
  const others = off.filter((entry) => entry !== name);
  return on ? others : [...others, name].sort();
}
