/** The changes that a reader can make, as pure functions from settings to settings. */
import type { NotThis } from './field.ts';
import { PAUSE_MS } from './fields.ts';
import { compareMentions } from './patch.ts';
import type { Settings } from './settings.ts';
import { covers, listOf, type Place } from './sites.ts';

/** What the switch for a site did to the rules. */
export interface SiteSwitch {
  settings: Settings;
  added: string[];
  /** Rules that decided before. One that is broader than the site is worth telling: other sites change with it. */
  removed: string[];
}

/**
 * Switches one site on or off in either mode: takes away every rule that decides otherwise, or adds the site's
 * own. Nothing is added where a broader rule says the same already.
 * @param site as `siteOf` names it, or a page whose path counts too
 */
export function switchSiteTold(settings: Settings, site: string | Place, on: boolean): SiteSwitch {
  const place = typeof site === 'string' ? { site } : site;
  const list = listOf(settings);
  const rules = settings[list];
  const nothing = { settings, added: [], removed: [] };
  if ((settings.siteMode === 'only') === on) {
    if (rules.some((rule) => covers(rule, place))) return nothing;
    const added = [place.site];
    return { settings: { ...settings, [list]: sorted([...rules, ...added]) }, added, removed: [] };
  }
  // Where the path is not known, every rule that may decide goes: the reader wants the change to be seen.
  const removed = rules.filter((rule) => covers(rule, place, true));
  if (removed.length === 0) return nothing;
  const left = rules.filter((rule) => !removed.includes(rule));
  return { settings: { ...settings, [list]: left }, added: [], removed };
}

/** `switchSiteTold`, for those who need not tell. */
export function switchSite(settings: Settings, site: string | Place, on: boolean): Settings {
  return switchSiteTold(settings, site, on).settings;
}

/** Pauses everything for `PAUSE_MS`, or ends the pause. @param now ms since 1970 */
export function switchPause(settings: Settings, paused: boolean, now: number): Settings {
  return { ...settings, pausedUntil: paused ? now + PAUSE_MS : 0 };
}

/** Takes a rule, in the form that `parseRule` gives, into one of the two lists, or out of it. */
export function switchRule(
  settings: Settings,
  list: 'sitesOff' | 'sitesOn',
  rule: string,
  listed: boolean,
): Settings {
  return { ...settings, [list]: switched(settings[list], rule, !listed) };
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
  return { ...settings, notThis: on ? others : [...others, mention].sort(compareMentions) };
}

/** Whether a reader left a mention out. */
export function isLeftOut({ notThis }: Settings, mention: NotThis): boolean {
  return notThis.some((each) => isSame(each, mention));
}

function isSame(a: NotThis, b: NotThis): boolean {
  return a.site === b.site && a.entity === b.entity && a.surface === b.surface;
}

/** In the order of the code units, each once. */
const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

function switched(off: readonly string[], name: string, on: boolean): string[] {
  const others = off.filter((entry) => entry !== name);
  return on ? others : sorted([...others, name]);
}
