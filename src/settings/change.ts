/** The changes that a reader can make, as pure functions from settings to settings. */
import type { NotThis, Settings } from './settings.ts';

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

/** Leaves one mention out on a site, or takes it in again. */
export function switchMention(settings: Settings, mention: NotThis, on: boolean): Settings {
  const others = settings.notThis.filter((each) => !isSame(each, mention));
  return { ...settings, notThis: on ? others : [...others, mention] };
}

/** Whether a reader left a mention out. */
export function isLeftOut({ notThis }: Settings, mention: NotThis): boolean {
  return notThis.some((each) => isSame(each, mention));
}

function isSame(a: NotThis, b: NotThis): boolean {
  return a.site === b.site && a.entity === b.entity && a.surface === b.surface;
}

function switched(off: readonly string[], name: string, on: boolean): string[] {
  const others = off.filter((entry) => entry !== name);
  return on ? others : [...others, name].sort();
}
