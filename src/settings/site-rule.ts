/**
 * Reads a typed site rule: returns the form that is stored, or what is wrong and where. Pure; sites.ts matches rules.
 */
import { isAddress, LOCAL_FILES, siteOf } from './sites.ts';

/**
 * - `empty`: nothing typed
 * - `space`: white space inside it
 * - `scheme`: another scheme than http, https and file
 * - `host`: not a host that a page can have
 * - `star`: a star that is neither `*.` at the start nor the end of a path
 * - `path`: a path that does not end in a star
 * - `query`: a question mark or a hash, which rules cannot use
 * - `long`: more than `RULE_MAX` characters
 */
export type RuleProblem =
  'empty' | 'space' | 'scheme' | 'host' | 'star' | 'path' | 'query' | 'long';

export type ParsedRule =
  | { rule: string }
  /** `where` counts UTF-16 code units of the trimmed text. */
  | { error: RuleProblem; where: number };

/** Longest rule, in UTF-16 code units: a host of 253 and a path. */
export const RULE_MAX = 1000;

/**
 * Reads a rule. The address of a page (`https://example.org/a?b`) stands for its site, unless it ends in a star. A stored rule
 * that is read again gives the same rule.
 */
export function parseRule(typed: string): ParsedRule {
  const text = typed.trim();
  if (text === '') return { error: 'empty', where: 0 };
  if (text.length > RULE_MAX) return { error: 'long', where: RULE_MAX };
  const space = text.search(/\s/);
  if (space >= 0) return { error: 'space', where: space };
  if (/^file:/i.test(text)) return { rule: LOCAL_FILES };
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0] ?? '';
  if (scheme && !/^https?:/i.test(scheme)) return { error: 'scheme', where: 0 };
  const bare = text.slice(scheme.length);
  const end = bare.search(/[/?#\\]/);
  const hostText = end < 0 ? bare : bare.slice(0, end);
  const host = readHost(hostText);
  if (typeof host !== 'string') return { error: host.error, where: scheme.length + host.where };
  const path = bare.slice(hostText.length);
  if (scheme && !path.endsWith('*')) return { rule: host };
  const read = readPath(path);
  if (typeof read !== 'string') {
    return { error: read.error, where: scheme.length + hostText.length + read.where };
  }
  const rule = host + read;
  // Percent encoding and punycode make it longer than the typed text.
  return rule.length > RULE_MAX ? { error: 'long', where: text.length } : { rule };
}

interface Wrong {
  error: RuleProblem;
  where: number;
}

/** A host in ASCII, without port and final dot, with `*.` if it was typed. */
function readHost(text: string): string | Wrong {
  const prefix = text.startsWith('*.') ? '*.' : '';
  const name = text.slice(prefix.length);
  const star = name.indexOf('*');
  if (star >= 0) return { error: 'star', where: prefix.length + star };
  const wrong: Wrong = { error: 'host', where: prefix.length };
  // A user name before the host would hide the real host.
  if (/[@%]/.test(name)) return wrong;
  const site = siteOf(`http://${name}`);
  if (site === undefined) return wrong;
  // The URL standard reads "1" as 0.0.0.1, which nobody who types it means.
  const isWritten = site.startsWith('[') || name.replace(/:\d*$/, '').replace(/\.$/, '') === site;
  if (isAddress(site) && (prefix !== '' || !isWritten)) return wrong;
  return prefix + site;
}

/** A path prefix with its star, as the browser writes paths; empty for the whole host. */
function readPath(text: string): string | Wrong {
  if (text === '' || text === '/') return '';
  const unsupported = text.search(/[?#]/);
  if (unsupported >= 0) return { error: 'query', where: unsupported };
  const star = text.indexOf('*');
  if (star < 0) return { error: 'path', where: text.length };
  if (star < text.length - 1) return { error: 'star', where: star };
  const { pathname } = new URL(`http://host${text}`);
  return pathname === '/*' ? '' : pathname;
}
