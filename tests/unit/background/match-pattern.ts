/**
 * Match patterns as both browsers read them (developer.mozilla.org, "Match patterns in extension manifests"), written out: a host
 * is compared letter by letter, so a final dot counts.
 */

/** The parts of a match pattern. @throws Error for what is none */
function partsOf(pattern: string): { scheme: string; host: string; path: string } {
  const [, scheme = '', host = '', path = ''] =
    /^(\*|https?|file):\/\/([^/]*)(\/.*)$/.exec(pattern) ?? [];
  const name = host.replace(/^\*\./, '');
  const isHost =
    scheme === 'file'
      ? host === ''
      : host === '*' || (!name.includes('*') && isWritten(name) && !/:\d*$/.test(name));
  if (scheme === '' || !isHost) throw new Error(`No match pattern: ${pattern}`);
  return { scheme, host, path };
}

/** Whether a browser writes a host in this way. Chromium refuses what it cannot write, and with it all other scripts. */
function isWritten(host: string): boolean {
  return URL.canParse(`http://${host}/`) && new URL(`http://${host}/`).hostname === host;
}

/** Whether the page at an address matches a pattern. @throws Error for a pattern that is none */
export function matchesPattern(pattern: string, address: string): boolean {
  const { scheme, host, path } = partsOf(pattern);
  const { protocol, hostname, pathname, search } = new URL(address);
  const isScheme = scheme === '*' ? /^https?:$/.test(protocol) : protocol === `${scheme}:`;
  if (!isScheme) return false;
  const hasSubdomains = host.startsWith('*.');
  const name = hasSubdomains ? host.slice(2) : host;
  const isHost =
    scheme === 'file' ||
    host === '*' ||
    hostname === name ||
    (hasSubdomains && hostname.endsWith(`.${name}`));
  const wanted = path.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return isHost && new RegExp(`^${wanted.join('.*')}$`, 's').test(pathname + search);
}
