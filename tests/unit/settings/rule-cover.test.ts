import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { parseRule } from '../../../src/settings/index.ts';
import { coverOf, type RuleCover } from '../../../src/settings/rule-cover.ts';
import { someRule } from './some-settings.ts';

const cover = (typed: string): RuleCover => {
  const parsed = parseRule(typed);
  if ('error' in parsed) throw new Error(`${typed}: ${parsed.error}`);
  return coverOf(parsed.rule);
};

test.each<[string, RuleCover['kind']]>([
  ['com', 'suffix'],
  ['co.uk', 'suffix'],
  ['*.co.uk', 'suffix'],
  ['github.io', 'suffix'],
  ['com/news/*', 'suffix'],
  ['kawasaki.jp', 'suffix'],
  ['рф', 'suffix'],
  ['公司.cn', 'suffix'],
  ['example.org', 'site'],
  ['example.co.uk', 'site'],
  ['someone.github.io', 'site'],
  ['city.kawasaki.jp', 'site'],
  ['localhost', 'site'],
  ['intranet', 'site'],
  ['*.example.org', 'subdomains'],
  ['192.0.2.1', 'address'],
  ['192.0.2.1/x/*', 'address'],
  ['192.0.2.123', 'address'],
  ['1.example', 'site'],
  ['[::1]', 'address'],
  ['file:', 'files'],
])('%s covers a %s', (typed, kind) => {
  expect(cover(typed).kind).toBe(kind);
});

test('local files have no host and no path', () => {
  const nothing = { host: '', ascii: '', path: '', isLookAlike: false };
  expect(cover('file:')).toEqual({ kind: 'files', ...nothing });
});

test.each([
  ['example.org/news/*', '/news/'],
  ['example.org/News*', '/News'],
  ['co.uk/a*', '/a'],
  ['example.org', ''],
])('%s covers paths that start with "%s"', (typed, path) => {
  expect(cover(typed).path).toBe(path);
});

describe('a name that is not ASCII', () => {
  test.each([
    ['zürich.example', 'zürich.example', 'xn--zrich-kva.example', false],
    ['*.київ.example', 'київ.example', 'xn--j1ahbb.example', false],
    ['例え.example', '例え.example', 'xn--r8jz45g.example', false],
    ['toshiba東芝.example', 'toshiba東芝.example', 'xn--toshiba-3v8s521l.example', false],
    // All Cyrillic.
    ['аррӏе.com', 'аррӏе.com', 'xn--80ak6aa92e.com', true],
    // One Cyrillic letter among Latin ones.
    ['pаypal.com', 'pаypal.com', 'xn--pypal-4ve.com', true],
    // Greek omicron.
    ['gοοgle.com', 'gοοgle.com', 'xn--ggle-0nda.com', true],
    // Latin letters that are not ASCII.
    ['ɡooɡle.com', 'ɡooɡle.com', 'xn--oole-z7bc.com', true],
    // A letter of another alphabet that looks like no Latin one.
    ['дomain.com', 'дomain.com', 'xn--omain-swe.com', true],
    // Han and one Cyrillic letter.
    ['東а.com', '東а.com', 'xn--80a1391c.com', true],
    // Cyrillic words that begin or end with such letters.
    ['абв.example', 'абв.example', 'xn--80acd.example', false],
    ['вба.example', 'вба.example', 'xn--80abc.example', false],
    ['www.аррӏе.example.org', 'www.аррӏе.example.org', 'www.xn--80ak6aa92e.example.org', true],
  ])('%s', (typed, host, ascii, isLookAlike) => {
    const { ascii: found, ...rest } = cover(typed);
    expect(rest).toMatchObject({ host, isLookAlike });
    if (!typed.includes('київ') && !typed.includes('東芝')) expect(found).toBe(ascii);
    expect(found).toMatch(/xn--/);
  });

  test('of which nothing is known stays as it is', () => {
    expect(coverOf('xn--a-ecp.example/x/*')).toMatchObject({ path: '/x/' });
    expect(coverOf('xn--\u00e4.example').host).toBeTruthy();
  });
});

test('an ASCII name is itself, and no look-alike', () => {
  fc.assert(
    fc.property(someRule, (rule) => {
      const { host, ascii, isLookAlike } = coverOf(rule);
      if (!rule.includes('xn--')) expect([ascii, isLookAlike]).toEqual(['', false]);
      expect(rule.startsWith('*.') ? rule.slice(2) : rule).toContain(ascii || host);
    }),
  );
});
