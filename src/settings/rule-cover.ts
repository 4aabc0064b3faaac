/**
 * What a site rule covers, as data that can be put into words. Only for the extension's own pages, because it contains the Public
 * Suffix List. Pure; sites.ts decides which pages a rule covers.
 */
import { toUnicode } from 'punycode/punycode.es6.js';
import { parse } from 'tldts';
import { isAddress, LOCAL_FILES } from './sites.ts';

export interface RuleCover {
  /**
   * - `files`: all local files; `address`: one IP address
   * - `suffix`: a name under which anybody can have a site, such as `com`, `co.uk` or `github.io`
   * - `site`: a site with its subdomains; `subdomains`: its subdomains without itself
   */
  kind: 'files' | 'address' | 'suffix' | 'site' | 'subdomains';
  /** The host in Unicode; empty for files. */
  host: string;
  /** The host in ASCII, as in addresses; empty if that is the same. */
  ascii: string;
  /** Whether letters of the host look like letters of another alphabet. */
  isLookAlike: boolean;
  /** The beginning of the paths that are covered; empty for every path. */
  path: string;
}

/** @param rule as `parseRule` returns it */
export function coverOf(rule: string): RuleCover {
  if (rule === LOCAL_FILES) {
    return { kind: 'files', host: '', ascii: '', isLookAlike: false, path: '' };
  }
  const slash = rule.indexOf('/');
  const name = slash < 0 ? rule : rule.slice(0, slash);
  // A path always ends with a star.
  const path = slash < 0 ? '' : rule.slice(slash, -1);
  const ascii = name.replace(/^\*\./, '');
  const host = inUnicode(ascii);
  const kind = isAddress(ascii)
    ? 'address'
    : isSuffix(ascii)
      ? 'suffix'
      : name === ascii
        ? 'site'
        : 'subdomains';
  return {
    ...{ kind, host, path },
    ascii: host === ascii ? '' : ascii,
    isLookAlike: host.split('.').some(isLookAlike),
  };
}

/** Whether the Public Suffix List names a host, by itself or by a wildcard. */
function isSuffix(host: string): boolean {
  const { publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return publicSuffix === host && (isIcann === true || isPrivate === true);
}

function inUnicode(ascii: string): string {
  try {
    return toUnicode(ascii);
  } catch {
    return ascii;
  }
}

/** Two of these alphabets in one label are a sign of a trick. The scripts of China, Japan and Korea may mix with Latin. */
const ALPHABETS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Devanagari}/u,
];
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
/**
 * Small letters that look like Latin letters, from alphabets with enough of them for whole names:
 * Cyrillic, Greek, Armenian, Hebrew and Georgian as in Chromium's policy for international domain names
 * (https://chromium.googlesource.com/chromium/src/+/main/docs/idn.md), and Latin letters outside ASCII.
 */
const LOOK_ALIKES = /^[аысԁеԍһіюјӏорԗԛѕԝхуъьҽпгѵѡαικνρυωηοτագզէլհյոսւօՙדוחיןסװײ׳იოყძხჽჿıɑɡɩ\d-]+$/u;

/** @param label one part of a host name, in Unicode */
function isLookAlike(label: string): boolean {
  if (/^[\0-\x7f]*$/.test(label)) return false;
  const alphabets = ALPHABETS.filter((alphabet) => alphabet.test(label)).length;
  const hasLatin = /\p{Script=Latin}/u.test(label);
  if (alphabets > 1 || (EAST_ASIAN.test(label) && alphabets === 1 && !hasLatin)) return true;
  const foreign = label.replace(/[a-z]/g, '');
  return LOOK_ALIKES.test(hasLatin ? foreign : label);
}
