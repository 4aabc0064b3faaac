import { expect, test } from 'vitest';
import { readDwellEntry } from '../../../src/options/dwell-entry.ts';
import { readSiteEntry } from '../../../src/options/site-entry.ts';

test.each([
  ['example.org', 'example.org'],
  ['  WWW.Example.ORG  ', 'www.example.org'],
  ['example.org.', 'example.org'],
  ['example.org:8080', 'example.org'],
  ['example.org/news?id=1#top', 'example.org'],
  ['https://example.org/news', 'example.org'],
  ['zürich.example', 'xn--zrich-kva.example'],
  ['192.0.2.1', '192.0.2.1'],
  ['[::1]', '[::1]'],
  ['localhost:3000', 'localhost'],
  ['http://intranet/', 'intranet'],
  ['file:///tmp/page.html', 'file:'],
])('"%s" means %s', (typed, site) => {
  expect(readSiteEntry(typed, [])).toEqual({ site });
});

test.each([
  ['', 'siteEmpty'],
  ['   ', 'siteEmpty'],
  ['not a host', 'siteWrong'],
  ['example', 'siteWrong'],
  ['123', 'siteWrong'],
  ['me@example.org', 'siteWrong'],
  ['about:blank', 'siteWrong'],
  ['chrome://settings', 'siteWrong'],
  ['javascript:alert(1.5)', 'siteWrong'],
  ['ftp://example.org', 'siteWrong'],
  ['.', 'siteWrong'],
  ['*.example.org', 'siteWrong'],
  ['news.example', 'siteKnown'],
  ['https://news.example/', 'siteKnown'],
])('"%s" is refused as %s', (typed, problem) => {
  expect(readSiteEntry(typed, ['news.example'])).toMatchObject({ problem });
});

test.each([
  ['0', 0],
  [' 350 ', 350],
  ['2000', 2000],
  ['2001', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['soon', undefined],
])('a dwell of "%s" is %s ms', (typed, ms) => {
  expect(readDwellEntry(typed)).toBe(ms);
});
