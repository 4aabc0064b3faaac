/**
 * Site rules: their form, what they cover, and which rule decides for a page. Pure, total, in linear time, and free of zod, because
 * the content script contains it. Typed text is read in site-rule.ts.
 *
 * A rule is a host (`example.org`: that host and its subdomains), `*.example.org` (its subdomains alone), either
 * with a path prefix (`example.org/news/*`), or `file:` (all local files). Hosts are stored in ASCII, without
 * port. An IP address covers only itself.
 */
import { PAUSE_MS } from './fields.ts';
import type { Settings } from './settings.ts';

/** The site of all local files. */
export const LOCAL_FILES = 'file:';

/** The address of a page, as site rules use it. */
export interface PageAddress {
  /** The site, as `siteOf` returns it. */
  site: string;
  /** Path from the first slash; undefined if unknown, as in a frame inside a page of another site. */
  path?: string | undefined;
}

/** Hosts that a rule can name. With a star or an empty label, a URL is valid and no rule could switch its page off. */
const HOST = /^[^.*]+(?:\.[^.*]+)*$/;

/** @returns undefined where the product does not run (about:, chrome:, extension pages) */
export function addressOf(url: string): (PageAddress & { path: string }) | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return { site: LOCAL_FILES, path: pathname };
  const site = hostname.replace(/\.$/, '');
  return /^https?:$/.test(protocol) && HOST.test(site) ? { site, path: pathname } : undefined;
}

/**
 * The site of a page, which the switch uses: its host name without port and final dot, or `file:` for all local files.
 * @returns undefined where the product does not run (about:, chrome:, extension pages)
 */
export const siteOf = (url: string): string | undefined => addressOf(url)?.site;

/**
 * Whether a rule covers a page.
 * @param doubt the answer if that depends on an unknown path
 */
export function covers(rule: string, { site, path }: PageAddress, doubt = false): boolean {
  const slash = rule.indexOf('/');
  const host = slash < 0 ? rule : rule.slice(0, slash);
  if (!coversHost(host, site)) return false;
  if (slash < 0) return true;
  if (!rule.endsWith('*')) return false;
  return path === undefined ? doubt : path.startsWith(rule.slice(slash, -1));
}

/** Whether a rule covers the page at an address. */
export function matches(rule: string, url: string): boolean {
  const address = addressOf(url);
  return address !== undefined && covers(rule, address);
}

function coversHost(host: string, site: string): boolean {
  const withSubdomains = host.startsWith('*.') ? host.slice(1) : `.${host}`;
  if (host === site) return true;
  return site.endsWith(withSubdomains) && !isAddress(site);
}

/** Whether a host is an IP address: the URL standard writes those in brackets, or as four numbers, and no other host so. */
export const isAddress = (site: string): boolean => site.startsWith('[') || /\.\d+$/.test(site);

type SiteRules = Pick<Settings, 'siteMode' | 'sitesOff' | 'sitesOn'>;

/** Name of the list that applies. */
export const listOf = ({ siteMode }: Pick<SiteRules, 'siteMode'>): 'sitesOff' | 'sitesOn' =>
  siteMode === 'except' ? 'sitesOff' : 'sitesOn';

/**
 * The rule that decides for a page: the first rule of the list that covers it.
 * @param url a URL, or an address whose path may be unknown
 * @returns undefined if no rule covers it: then it is on in the mode `except`, and off in the mode `only`
 */
export function ruleFor(settings: SiteRules, url: string | PageAddress): string | undefined {
  const address = typeof url === 'string' ? addressOf(url) : url;
  if (!address) return undefined;
  // In doubt, off: a page that was switched off must not come on by mistake.
  const doubt = settings.siteMode === 'except';
  return settings[listOf(settings)].find((rule) => covers(rule, address, doubt));
}

/** Whether the site rules allow a page. Does not look at the main switch and the pause. */
export function isSiteAllowed(settings: SiteRules, address: PageAddress): boolean {
  return (ruleFor(settings, address) !== undefined) === (settings.siteMode === 'only');
}

/**
 * Whether the extension works on a page now.
 * @param now ms since 1970
 */
export function isSiteOn(settings: Settings, url: string | PageAddress, now: number): boolean {
  const address = typeof url === 'string' ? addressOf(url) : url;
  if (!address || !settings.on || isPaused(settings, now)) return false;
  return isSiteAllowed(settings, address);
}

/**
 * Whether everything is paused. If the pause would last longer than possible, the clock was set back, and the pause is over.
 * @param now ms since 1970
 */
export const isPaused = ({ pausedUntil }: Settings, now: number): boolean =>
  pausedUntil > now && pausedUntil <= now + PAUSE_MS;
