/**
 * What a rule for sites covers, in parts that can be put into words. For the extension's own pages alone: it carries
 * the Public Suffix List. Pure; which pages a rule covers is decided in sites.ts.
 */
import { toUnicode } from 'punycode/punycode.es6.js';
import { parse } from 'tldts';
import { LOCAL_FILES } from './sites.ts';

export interface RuleCover {
  /**
   * - `files`: all local files; `address`: one IP address
   * - `suffix`: a name under which anybody can have a site, such as `com`, `co.uk` or `github.io`
   * - `site`: a site with its subdomains; `subdomains`: its subdomains without itself
   */
  kind: 'files' | 'address' | 'suffix' | 'site' | 'subdomains';
  /** The host as people write it; empty for files. */
  host: string;
  /** The host in ASCII, as addresses have it; empty where that is the same. */
  ascii: string;
  /** Whether letters of the host look like letters of another alphabet. */
  isLookAlike: boolean;
  /** With what the paths of covered pages begin; empty for every path. */
  path: string;
}

/** @param rule as `parseRule` gives it */
export function coverOf(rule: string): RuleCover {
  if (rule === LOCAL_FILES) {
    return { kind: 'files', host: '', ascii: '', isLookAlike: false, path: '' };
  }
  const slash = rule.indexOf('/');
  const name = slash < 0 ? rule : rule.slice(0, slash);
  const path = slash < 0 ? '' : rule.slice(slash).replace(/\*$/, '');
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

const isAddress = (host: string): boolean => host.startsWith('[') || /(^|\.)\d+$/.test(host);

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

/** Alphabets of which two in one label are a sign of a trick. The scripts of China, Japan and Korea mix with Latin. */
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
 * Small letters that look like Latin ones, of the alphabets in which whole names can be written with them:
 * Cyrillic, Greek, Armenian, Hebrew and Georgian as in Chromium's policy for international domain names
 * (https://chromium.googlesource.com/chromium/src/+/main/docs/idn.md), and Latin letters that are not ASCII.
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
