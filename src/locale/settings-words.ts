/** Words about settings that more than one view needs: why a change was not saved, and what a rule covers. */
import type { RuleCover } from '../settings/rule-cover.ts';
import type { Failure } from '../settings/store.ts';
import { LIST_MAX, LOCAL_FILES } from '../settings/index.ts';
import type { MessageKey, Say } from './index.ts';

/** Settings that need a name of their own; any other one is called by the heading of its section. */
const SETTING_NAMES = new Map<string, MessageKey>([
  ['on', 'settingOn'],
  ['pausedUntil', 'settingPause'],
  ['entitiesOff', 'settingEntitiesOff'],
  ['castOn', 'settingCastOn'],
  ['siteMode', 'settingSiteMode'],
  ['sitesOff', 'settingSitesOff'],
  ['sitesOn', 'settingSitesOn'],
  ['dismissedMentions', 'settingDismissedMentions'],
]);

/** What a setting is called; undefined for one without a name of its own. @param name its name in the table */
export function saySetting(name: string, say: Say): string | undefined {
  const key = SETTING_NAMES.get(name);
  return key && say(key);
}

/** What a site is called. @param site as `siteOf` returns it */
export const saySite = (site: string, say: Say): string =>
  site === LOCAL_FILES ? say('siteLocalFiles') : site;

/** Why a change was not saved, and what can be done. */
export function sayFailure({ reason, list, detail }: Failure, say: Say): string {
  switch (reason) {
    case 'slow':
      return say('saveFailedSlow');
    case 'full':
      return say('saveFailedPrivate');
    case 'list':
      return say('saveFailedList', saySetting(list, say) ?? list, LIST_MAX);
    case 'policy':
      return `${say('importUntouched')} ${sayPolicy(detail, say)}`;
    case 'refused':
      return say('saveFailed', detail);
  }
}

/** Who has set something that the reader cannot change. @param organisation what it calls itself; empty if it does not say */
export const sayPolicy = (organisation: string, say: Say): string =>
  organisation === '' ? say('policySet') : say('policySetBy', organisation);

/** What a rule covers, as sentences. */
export function sayCover(cover: RuleCover, say: Say): string {
  const { kind, host, ascii, isLookAlike, path } = cover;
  const covered = say((path === '' ? COVER_KEYS : COVER_PATH_KEYS)[kind], host, path);
  if (ascii === '') return covered;
  return `${covered} ${say(isLookAlike ? 'coverLookAlike' : 'coverAscii', host, ascii)}`;
}

const COVER_KEYS: Record<RuleCover['kind'], MessageKey> = {
  files: 'coverFiles',
  address: 'coverAddress',
  suffix: 'coverSuffix',
  site: 'coverSite',
  subdomains: 'coverSubdomains',
};
const COVER_PATH_KEYS: Record<RuleCover['kind'], MessageKey> = {
  files: 'coverFiles',
  address: 'coverAddressPath',
  suffix: 'coverSuffixPath',
  site: 'coverSitePath',
  subdomains: 'coverSubdomainsPath',
};

/** Whether a rule covers more, or something else, than it seems to. */
export const isSurprising = ({ kind, ascii }: RuleCover): boolean =>
  kind === 'suffix' || ascii !== '';
