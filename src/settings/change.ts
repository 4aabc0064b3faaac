/** The changes that a reader can make, as pure functions from settings to settings. */
import type { Settings } from './settings.ts';

/** Switches one site on or off. Sites stay in alphabetical order, each once. */
export function switchSite(settings: Settings, site: string, on: boolean): Settings {
  return { ...settings, sitesOff: switched(settings.sitesOff, site, on) };
}

/** Switches one entity on or off, by its id. */
export function switchEntity(settings: Settings, entityId: string, on: boolean): Settings {
  return { ...settings, entitiesOff: switched(settings.entitiesOff, entityId, on) };
}

function switched(off: readonly string[], name: string, on: boolean): string[] {
  const others = off.filter((entry) => entry !== name);
  return on ? others : [...others, name].sort();
}
