import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isPaused,
  isSiteOn,
  matches,
  parseRule,
  PAUSE_MS,
  RULE_MAX,
  ruleFor,
  siteOf,
  switchPause,
  type Settings,
} from '../../../src/settings/index.ts';

test.each([
  ['https://www.example.org:8080/a?b#c', 'www.example.org'],
  ['https://example.org./', 'example.org'],
  ['https://example.org../', undefined],
  ['http://[::1]/', '[::1]'],
  ['file:///home/someone/page.html', 'file:'],
  ['about:blank', undefined],
  ['chrome://settings', undefined],
  ['not an address', undefined],
  ['http://*.example.org/', undefined],
  ['http://.example.org/', undefined],
  ['xhttp://example.org/', undefined],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});

describe('a typed rule', () => {
  test.each([
    ['example.org', 'example.org'],
    ['  WWW.Example.ORG. ', 'www.example.org'],
    ['example.org:8080', 'example.org'],
    ['*.example.org', '*.example.org'],
    ['example.org/', 'example.org'],
    ['example.org/*', 'example.org'],
    ['example.org/news/*', 'example.org/news/*'],
    ['example.org/News*', 'example.org/News*'],
    ['example.org/a/../b c/*'.replace(' ', '%20'), 'example.org/b%20c/*'],
    ['https://example.org/news/2024?id=1#top', 'example.org'],
    ['https://example.org/news/*', 'example.org/news/*'],
    ['zürich.example', 'xn--zrich-kva.example'],
    ['*.Київ.example', '*.xn--j1ai1bi.example'],
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:80/x/*', '192.0.2.1/x/*'],
    ['[::1]', '[::1]'],
    ['[0:0:0:0:0:0:0:1]:80', '[::1]'],
    ['192.0.2.123', '192.0.2.123'],
    ['localhost:3000', 'localhost'],
    ['intranet', 'intranet'],
    ['file:', 'file:'],
    ['FILE:///tmp/page.html', 'file:'],
    ['example.org/file:*', 'example.org/file:*'],
    ['example.org/http://a*', 'example.org/http://a*'],
    ['http://example.org/news/*', 'example.org/news/*'],
    ['192.0.2.1.', '192.0.2.1'],
    [`example.org/${'a'.repeat(RULE_MAX - 13)}*`, `example.org/${'a'.repeat(RULE_MAX - 13)}*`],
  ])('%s is %s', (typed, rule) => {
    const parsed = parseRule(typed);
    if (typed.includes('Київ'))
      expect(parsed).toEqual({ rule: `*.${siteOf('http://київ.example')}` });
    else expect(parsed).toEqual({ rule });
  });

  test.each([
    ['', 'empty', 0],
    ['   ', 'empty', 0],
    ['exam ple.org', 'space', 4],
    ['ftp://example.org', 'scheme', 0],
    ['chrome://settings', 'scheme', 0],
    ['*', 'star', 0],
    ['*.', 'host', 2],
    ['www.*.org', 'star', 4],
    ['*.*.org', 'star', 2],
    ['1', 'host', 0],
    ['0x7f.1', 'host', 0],
    ['*.192.0.2.1', 'host', 2],
    ['me@example.org', 'host', 0],
    ['https://me@example.org/', 'host', 8],
    ['example.org/news', 'path', 16],
    ['example.org/*/news', 'star', 12],
    ['example.org/news?id=*', 'query', 16],
    ['about:blank', 'host', 0],
    ['xhttp://example.org', 'scheme', 0],
    ['/news/*', 'host', 0],
    ['https:///*', 'host', 8],
    ['*./news/*', 'host', 2],
    ['127.1', 'host', 0],
    ['127.123', 'host', 0],
    ['*.[::1]', 'host', 2],
    ['a..example', 'host', 0],
    ['example.org?*', 'query', 11],
    ['example.org/#*', 'query', 12],
    [`example.org/${'ä'.repeat(RULE_MAX / 4)}*`, 'long', RULE_MAX / 4 + 13],
    ['a'.repeat(RULE_MAX + 1), 'long', RULE_MAX],
  ])('%s is refused: %s at %i', (typed, error, where) => {
    expect(parseRule(typed)).toEqual({ error, where });
  });
});

describe('a rule covers', () => {
  test.each([
    ['example.org', 'https://example.org/a', true],
    ['example.org', 'https://www.example.org/a', true],
    ['example.org', 'http://example.org:81/', true],
    ['example.org', 'https://example.org./', true],
    ['example.org', 'https://badexample.org/', false],
    ['example.org', 'https://example.org.evil.example/', false],
    ['example.org', 'https://evil.example/example.org', false],
    ['www.example.org', 'https://example.org/', false],
    ['*.example.org', 'https://example.org/', false],
    ['*.example.org', 'https://a.b.example.org/', true],
    ['example.org/news/*', 'https://www.example.org/news/x', true],
    ['example.org/news/*', 'https://example.org/news', false],
    ['example.org/news/*', 'https://example.org/News/x', false],
    ['example.org/news/*', 'https://example.org/?/news/', false],
    ['192.0.2.1', 'http://192.0.2.1/', true],
    ['2.0.2.1', 'http://192.2.0.2.1/', false],
    ['0.2.1', 'http://192.0.2.1/', false],
    ['0.2.123', 'http://192.0.2.123/', false],
    ['[::1]', 'http://[::1]:80/', true],
    ['file:', 'file:///tmp/x.html', true],
    ['file:', 'https://file/', false],
    ['', 'https://example.org/', false],
    ['*.', 'https://example.org/', false],
    ['example.org/news', 'https://example.org/news', false],
    ['example.org', 'about:blank', false],
  ])('%s, %s: %s', (rule, url, expected) => {
    expect(matches(rule, url)).toBe(expected);
  });

  test('what a naive reading of it says', () => {
    const label = fc.constantFrom('a', 'b', 'ab', 'org', '1');
    const host = fc
      .array(label, { minLength: 1, maxLength: 4 })
      .map((labels) => [...labels, 'org'].join('.'));
    const path = fc
      .array(fc.constantFrom('/', 'x', 'xy', '.x'), { maxLength: 4 })
      .map((steps) => `/${steps.join('')}`);
    const naive = (rule: string, url: URL): boolean => {
      const [ruleHost = '', ...steps] = rule.split('/');
      const only = ruleHost.startsWith('*.');
      const want = ruleHost.replace('*.', '').split('.').reverse();
      const have = url.hostname.split('.').reverse();
      if (!want.every((each, at) => have[at] === each)) return false;
      if (only && have.length === want.length) return false;
      return steps.length === 0 || url.pathname.startsWith(`/${steps.join('/')}`.slice(0, -1));
    };
    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom('', '*.'), host, fc.option(path)),
        host,
        path,
        ([star, ruleHost, rulePath], pageHost, pagePath) => {
          const parsed = parseRule(`${star}${ruleHost}${rulePath === null ? '' : `${rulePath}*`}`);
          if (!('rule' in parsed)) throw new Error('No rule.');
          const url = `https://${pageHost}${pagePath}`;
          expect(matches(parsed.rule, url)).toBe(naive(parsed.rule, new URL(url)));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

const settingsWith = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });

describe('a page is on', () => {
  const except = settingsWith({ sitesOff: ['example.org', 'file:', 'news.example/live/*'] });
  const only = settingsWith({
    siteMode: 'only',
    sitesOn: ['example.org'],
    sitesOff: ['other.example'],
  });
  test.each([
    ['where no rule says otherwise', except, 'https://other.example/', true],
    ['not where a rule does', except, 'https://www.example.org/', false],
    ['not under a path', except, 'https://news.example/live/1', false],
    ['beside the path', except, 'https://news.example/', true],
    ['not as a local file', except, 'file:///x', false],
    ['only where a rule says so', only, 'https://example.org/', true],
    ['nowhere else', only, 'https://other.example/', false],
    ['not while all is off', settingsWith({ on: false }), 'https://other.example/', false],
    ['not in a pause', settingsWith({ pausedUntil: 1001 }), 'https://other.example/', false],
    [
      'not at the start of a pause',
      settingsWith({ pausedUntil: 1000 + PAUSE_MS }),
      'https://other.example/',
      false,
    ],
    [
      'where the clock was set back since the pause began',
      settingsWith({ pausedUntil: 1001 + PAUSE_MS }),
      'https://other.example/',
      true,
    ],
    [
      'where it was set back by years',
      settingsWith({ pausedUntil: 1000 + 10 * 365 * 24 * 3_600_000 }),
      'https://other.example/',
      true,
    ],
    ['after a pause', settingsWith({ pausedUntil: 1000 }), 'https://other.example/', true],
    ['not on pages of the browser', DEFAULT_SETTINGS, 'about:blank', false],
  ])('%s', (_, settings, url, on) => {
    expect(isSiteOn(settings, url, 1000)).toBe(on);
  });

  test('for no longer than a pause, wherever the clock is set after it began', () => {
    const year2100 = 4_102_444_800_000;
    const moments = fc.integer({ min: 0, max: year2100 });
    fc.assert(
      fc.property(moments, moments, (began, now) => {
        const settings = switchPause(DEFAULT_SETTINGS, true, began);
        expect(isPaused(settings, began)).toBe(true);
        if (isPaused(settings, now))
          expect(settings.pausedUntil - now).toBeLessThanOrEqual(PAUSE_MS);
        else expect(Math.abs(now - began)).toBeGreaterThan(0);
      }),
    );
  });

  test('never, where it is in doubt because the path is not known', () => {
    const place = { site: 'news.example' };
    expect(isSiteOn(except, place, 0)).toBe(false);
    const onlyPath = settingsWith({ siteMode: 'only', sitesOn: ['news.example/live/*'] });
    expect(isSiteOn(onlyPath, place, 0)).toBe(false);
    expect(isSiteOn(onlyPath, { ...place, path: '/live/1' }, 0)).toBe(true);
  });

  test('says by which rule', () => {
    expect(ruleFor(except, 'https://www.example.org/')).toBe('example.org');
    expect(ruleFor(only, 'https://other.example/')).toBeUndefined();
    expect(ruleFor(except, 'about:blank')).toBeUndefined();
  });
});
