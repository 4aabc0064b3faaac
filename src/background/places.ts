/**
 * Where the browser starts which script by itself, as the settings say. The gate comes only where the reader has surely not
 * switched us off; where that depends on more than the host, a script asks the background. Pure.
 */
import type { GateName, Registration, ScriptName } from '../browser/interfaces.ts';
import { isPaused, LOCAL_FILES, listOf, siteOf, type Settings } from '../settings/index.ts';

/** All pages on which the extension can run, as match patterns. */
export const ALL_PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

/** A host name or an IPv4 address in ASCII, as rules store it. */
const HOST = /^[\w-]+(?:\.[\w-]+)*$/;
const IPV4 = /^\d+(?:\.\d+){3}$/;

/**
 * @param stored the settings of this browser profile
 * @param inPrivate the settings as private windows see them
 * @param now ms since 1970
 * @param hasLibrary whether an added dataset is on
 */
export function registrationsFor(
  stored: Settings,
  inPrivate: Settings,
  now: number,
  hasLibrary = false,
): Registration[] {
  const places = placesOf(stored, now);
  // The browser registers scripts for all windows alike.
  if (JSON.stringify(places) !== JSON.stringify(placesOf(inPrivate, now))) return [ASK_EVERYWHERE];
  if (places === 'none') return [];
  const { listed, isOnElsewhere } = places;
  const gate = gateFor(hasLibrary, stored, inPrivate);
  if (listed.length === 0) return isOnElsewhere ? [everywhere(gate), everywhere('styles')] : [];
  const patterns = listed.map(patternsOf);
  if (patterns.some(({ length }) => length === 0)) return [ASK_EVERYWHERE];
  const known = [...new Set(patterns.flat())];
  const inMain = { allFrames: false } as const;
  return [
    { script: 'ask', matches: known, excludeMatches: [], ...inMain },
    everywhere('ask-in-frames'),
    ...(isOnElsewhere ? [gate, 'styles' as const] : []).map((script) => ({
      ...{ script, matches: ALL_PAGES, excludeMatches: known },
      ...inMain,
    })),
  ];
}

/** The gate that finds what the reader has switched on. @param hasLibrary whether an added dataset is on */
export function gateFor(hasLibrary: boolean, ...settings: readonly Settings[]): GateName {
  const gate = hasLibrary ? 'gate-with-library' : 'gate';
  return settings.some(({ castOn }) => castOn.length > 0) ? `${gate}-with-cast` : gate;
}

/** Whether pages without a rule of their own are read. @param now ms since 1970 */
export function isUsuallyOn(settings: Settings, now: number): boolean {
  const places = placesOf(settings, now);
  return places !== 'none' && places.isOnElsewhere;
}

const everywhere = (script: ScriptName): Registration => ({
  ...{ script, matches: ALL_PAGES, excludeMatches: [], allFrames: true },
});

/** Where every page has to ask. */
export const ASK_EVERYWHERE = everywhere('ask');

/** Which rules apply, and what applies to pages that no rule covers. */
function placesOf(settings: Settings, now: number) {
  if (!settings.on || isPaused(settings, now)) return 'none';
  return { listed: settings[listOf(settings)], isOnElsewhere: settings.siteMode === 'except' };
}

/**
 * Match patterns for every page that a rule may cover, and for few others.
 * @returns none for a host that patterns cannot express
 */
function patternsOf(rule: string): string[] {
  if (rule === LOCAL_FILES) return ['file:///*'];
  const [host = ''] = rule.replace(/^\*\./, '').split('/');
  // Browsers refuse a host that they would write otherwise, and every other pattern with it.
  if (!HOST.test(host) || siteOf(`http://${host}/`) !== host) return [];
  if (IPV4.test(host)) return [`*://${host}/*`];
  // To Firefox, a host with a final dot is another host.
  return [`*://*.${host}/*`, `*://*.${host}./*`];
}
