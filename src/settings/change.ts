/** The changes that a reader can make, as pure functions from settings to settings. */
import type { DismissedMention } from './field.ts';
import { PAUSE_MS } from './fields.ts';
import { compareEntries } from './patch.ts';
import { keysOf, type Settings, type Switchable } from './settings.ts';
import { covers, listOf, type PageAddress } from './sites.ts';

/** The effect of the switch for a site on the rules. */
export interface SiteSwitch {
  settings: Settings;
  added: string[];
  /** Rules that decided before. A rule that is broader than the site also changes other sites, so the reader should know. */
  removed: string[];
}

/**
 * Switches one site on or off in either mode: removes every rule against it, or adds a rule for the site. Adds nothing if a
 * broader rule says the same already.
 * @param site as `siteOf` returns it, or the address of a page whose path counts too
 */
export function switchSiteReported(
  settings: Settings,
  site: string | PageAddress,
  on: boolean,
): SiteSwitch {
  const address = typeof site === 'string' ? { site } : site;
  const list = listOf(settings);
  const rules = settings[list];
  const nothing = { settings, added: [], removed: [] };
  if ((settings.siteMode === 'only') === on) {
    if (rules.some((rule) => covers(rule, address))) return nothing;
    const added = [address.site];
    return { settings: { ...settings, [list]: sorted([...rules, ...added]) }, added, removed: [] };
  }
  // If the path is unknown, every rule that may decide is removed, so that the reader sees the change.
  const removed = rules.filter((rule) => covers(rule, address, true));
  if (removed.length === 0) return nothing;
  const left = rules.filter((rule) => !removed.includes(rule));
  return { settings: { ...settings, [list]: left }, added: [], removed };
}

/** `switchSiteReported` without the report. */
export function switchSite(settings: Settings, site: string | PageAddress, on: boolean): Settings {
  return switchSiteReported(settings, site, on).settings;
}

/** Pauses everything for `PAUSE_MS`, or ends the pause. @param now ms since 1970 */
export function switchPause(settings: Settings, paused: boolean, now: number): Settings {
  return { ...settings, pausedUntil: paused ? now + PAUSE_MS : 0 };
}

/** Adds a rule, in the form that `parseRule` returns, to one of the two lists, or removes it. */
export function switchRule(
  settings: Settings,
  list: 'sitesOff' | 'sitesOn',
  rule: string,
  listed: boolean,
): Settings {
  return { ...settings, [list]: switched(settings[list], [rule], !listed) };
}

/** Switches one entity on or off. */
export function switchEntity(settings: Settings, entity: Switchable, on: boolean): Settings {
  const keys = keysOf(entity);
  const isMain = entity.tier === 'main';
  return {
    ...settings,
    ...((on || isMain) && { entitiesOff: switched(settings.entitiesOff, keys, on) }),
    ...(!isMain && { castOn: switched(settings.castOn, keys, !on) }),
  };
}

/** A mention that a reader may dismiss. */
export interface DismissibleMention {
  site: string;
  surface: string;
  entity: Pick<Switchable, 'id' | 'members'>;
}

/** Dismisses one mention on a site, or highlights it again. */
export function switchMention(
  settings: Settings,
  mention: DismissibleMention,
  on: boolean,
): Settings {
  const others = settings.dismissedMentions.filter((each) => !isSame(each, mention));
  const { site, entity, surface } = mention;
  const dismissed = keysOf(entity).map((key) => ({ site, entity: key, surface }));
  return {
    ...settings,
    dismissedMentions: on ? others : [...others, ...dismissed].sort(compareEntries),
  };
}

/** Whether a reader dismissed a mention. */
export function isDismissed({ dismissedMentions }: Settings, mention: DismissibleMention): boolean {
  return dismissedMentions.some((each) => isSame(each, mention));
}

const isSame = (dismissed: DismissedMention, { site, entity, surface }: DismissibleMention) =>
  dismissed.site === site &&
  dismissed.surface === surface &&
  keysOf(entity).includes(dismissed.entity);

/** Sorted by code units, each once. */
const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

function switched(off: readonly string[], names: readonly string[], on: boolean): string[] {
  const others = off.filter((entry) => !names.includes(entry));
  return on ? others : sorted([...others, ...names]);
}
