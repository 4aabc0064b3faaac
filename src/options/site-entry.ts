/** A typed site for the list of switched-off sites: what it means, or why it means nothing. Pure. */
import type { MessageKey } from '../locale/index.ts';
import { siteOf } from '../settings/index.ts';

export type SiteEntry =
  | { site: string }
  /** A message about the entry, which it may quote. */
  | { problem: Extract<MessageKey, 'siteEmpty' | 'siteWrong' | 'siteKnown'>; entry: string };

/**
 * @param typed a host name, or the address of a page
 * @param sitesOff sites that are in the list already
 */
export function readSiteEntry(typed: string, sitesOff: readonly string[]): SiteEntry {
  const entry = typed.trim();
  if (entry === '') return { problem: 'siteEmpty', entry };
  const site = siteIn(entry);
  if (site === undefined) return { problem: 'siteWrong', entry };
  return sitesOff.includes(site) ? { problem: 'siteKnown', entry: site } : { site };
}

function siteIn(entry: string): string | undefined {
  const isAddress = /^(file:|[a-z][a-z0-9+.-]*:\/\/)/i.test(entry);
  // The URL standard takes "1" for 0.0.0.1 and any word for a host; a person who types these means neither.
  const isHost = entry.includes('.') || entry.includes(']') || /^localhost(:\d+)?$/i.test(entry);
  const address = isAddress ? entry : `http://${entry}`;
  if (!(isAddress || isHost) || /\s/.test(entry) || !URL.canParse(address)) return undefined;
  const site = siteOf(address)?.replace(/\.$/, '');
  const isOneHost = new URL(address).username === '' && site !== '' && !site?.includes('*');
  return isOneHost ? site : undefined;
}
