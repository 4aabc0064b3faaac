/**
 * Rules for sites: what one may look like, what it covers, and which rule decides for a page. Pure, total, in
 * linear time, and free of zod, because the content script carries it; typed text is read in site-rule.ts.
 *
 * A rule is a host (`example.org`: that host and its subdomains), `*.example.org` (its subdomains alone), either
 * with a path prefix (`example.org/news/*`), or `file:` (all local files). Hosts are stored in ASCII, without
 * port; an IP address covers itself alone.
 */
import { PAUSE_MS } from './fields.ts';
import type { Settings } from './settings.ts';

/** The site of all local files. */
export const LOCAL_FILES = 'file:';

/** A page as the rules see it. */
export interface Place {
  /** As `siteOf` names it. */
  site: string;
  /** Path from the first slash on; undefined where it is not known: in a frame inside another site's page. */
  path?: string | undefined;
}

/** @returns undefined where the product does not run (about:, chrome:, extension pages) */
export function placeOf(url: string): (Place & { path: string }) | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return { site: LOCAL_FILES, path: pathname };
  const site = hostname.replace(/\.+$/, '');
  return /^https?:$/.test(protocol) && site ? { site, path: pathname } : undefined;
}

/**
 * The site that a page belongs to for the switch: its host name without port and final dots, or `file:` for all
 * local files.
 * @returns undefined where the product does not run (about:, chrome:, extension pages)
 */
export const siteOf = (url: string): string | undefined => placeOf(url)?.site;

/**
 * Whether a rule covers a page.
 * @param doubt the answer where it depends on a path that is not known
 */
export function covers(rule: string, { site, path }: Place, doubt = false): boolean {
  const slash = rule.indexOf('/');
  const host = slash < 0 ? rule : rule.slice(0, slash);
  if (!coversHost(host, site)) return false;
  if (slash < 0) return true;
  if (!rule.endsWith('*')) return false;
  return path === undefined ? doubt : path.startsWith(rule.slice(slash, -1));
}

/** Whether a rule covers the page at an address. */
export function matches(rule: string, url: string): boolean {
  const place = placeOf(url);
  return place !== undefined && covers(rule, place);
}

function coversHost(host: string, site: string): boolean {
  const withSubdomains = host.startsWith('*.') ? host.slice(1) : `.${host}`;
  if (host === site) return true;
  return withSubdomains.length > 1 && site.endsWith(withSubdomains) && !isAddress(site);
}

/** Whether a host is an IP address: the URL standard takes every host that ends in a number for one. */
function isAddress(site: string): boolean {
  return /(^|\.)\d+$/.test(site);
}

type SiteRules = Pick<Settings, 'siteMode' | 'sitesOff' | 'sitesOn'>;

/** Name of the list that counts. */
export const listOf = ({ siteMode }: SiteRules): 'sitesOff' | 'sitesOn' =>
  siteMode === 'except' ? 'sitesOff' : 'sitesOn';

/**
 * The rule that decides for a page: the first in the list that counts which covers it.
 * @param url an address, or a place of which the path may not be known
 * @returns undefined where no rule does: on in the mode `except`, off in the mode `only`
 */
export function ruleFor(settings: SiteRules, url: string | Place): string | undefined {
  const place = typeof url === 'string' ? placeOf(url) : url;
  if (!place) return undefined;
  // In doubt, off: a page that was switched off never comes on by an oversight.
  const doubt = settings.siteMode === 'except';
  return settings[listOf(settings)].find((rule) => covers(rule, place, doubt));
}

/** Whether the rules let a page be read; the switch for everything and the pause are asked elsewhere. */
export function isSiteAllowed(settings: SiteRules, place: Place): boolean {
  return (ruleFor(settings, place) !== undefined) === (settings.siteMode === 'only');
}

/**
 * Whether the product works on a page now.
 * @param now ms since 1970
 */
export function isSiteOn(settings: Settings, url: string | Place, now: number): boolean {
  const place = typeof url === 'string' ? placeOf(url) : url;
  if (!place || !settings.on || isPaused(settings, now)) return false;
  return isSiteAllowed(settings, place);
}

/**
 * Whether everything is paused. A pause that would last longer than one can is over: the clock was set back since.
 * @param now ms since 1970
 */
export const isPaused = ({ pausedUntil }: Settings, now: number): boolean =>
  pausedUntil > now && pausedUntil <= now + PAUSE_MS;
