import { expect, test } from 'vitest';
import { reasonOf } from '../../../src/popup/reason.ts';
import type { PageView } from '../../../src/popup/page-view.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/index.ts';

const NOW = 1_000_000;
const NEWS = 'https://news.example/story';
const read: PageView = {
  status: 'read',
  site: 'news.example',
  counts: {},
  total: 0,
  unreadable: undefined,
  slow: false,
  currentMention: undefined,
  frames: [],
};
const found: PageView = { ...read, total: 3 };
const gone: PageView = { status: 'unreachable' };
const settings = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });

type Case = [name: string, page: PageView, set: Settings, url: string | undefined, reason: object];
const CASES: Case[] = [
  ['mentions', found, settings({}), NEWS, { kind: 'mentions', total: 3 }],
  ['none', read, settings({}), NEWS, { kind: 'none' }],
  ['a page that does not tell its address', found, settings({}), undefined, { kind: 'mentions' }],
  ['a restless page', { ...found, slow: true }, settings({}), NEWS, { kind: 'slow', total: 3 }],
  ['a drawn text', { ...read, unreadable: 'canvas' }, settings({}), NEWS, { kind: 'canvas' }],
  [
    'mentions beside a canvas',
    { ...found, unreadable: 'canvas' },
    settings({}),
    NEWS,
    { kind: 'mentions' },
  ],
  ['a PDF that answers', { ...read, unreadable: 'pdf' }, settings({}), NEWS, { kind: 'pdf' }],
  ['a PDF that does not', gone, settings({}), 'https://a.example/x.PDF', { kind: 'pdf' }],
  ['all off', read, settings({ on: false }), NEWS, { kind: 'off-everywhere' }],
  ['paused', read, settings({ pausedUntil: NOW + 1 }), NEWS, { kind: 'paused', until: NOW + 1 }],
  ['a pause that is over', read, settings({ pausedUntil: NOW }), NEWS, { kind: 'none' }],
  [
    'off here by a rule',
    read,
    settings({ sitesOff: ['example', 'news.example'] }),
    NEWS,
    { kind: 'off-here', rule: 'example' },
  ],
  [
    'off here for want of a rule',
    read,
    settings({ siteMode: 'only' }),
    NEWS,
    { kind: 'off-here', rule: undefined },
  ],
  ['a page of the browser', gone, settings({}), 'chrome://settings/', { kind: 'browser-page' }],
  ['a page of nobody', gone, settings({}), undefined, { kind: 'browser-page' }],
  ['a store', gone, settings({}), 'https://addons.mozilla.org/firefox/', { kind: 'store' }],
  ['a page that the browser withholds', gone, settings({}), NEWS, { kind: 'withheld' }],
  [
    'a local file that it withholds',
    gone,
    settings({}),
    'file:///a/page.html',
    { kind: 'local-files' },
  ],
  [
    'a tab from before, off here',
    gone,
    settings({ sitesOff: ['example'] }),
    NEWS,
    { kind: 'off-here' },
  ],
  ['no answer yet', { status: 'waiting' }, settings({}), NEWS, { kind: 'waiting' }],
  [
    'no answer yet, off here',
    { status: 'waiting' },
    settings({ sitesOff: ['news.example'] }),
    NEWS,
    { kind: 'off-here' },
  ],
  [
    'no answer yet, all off',
    { status: 'waiting' },
    settings({ on: false }),
    NEWS,
    { kind: 'off-everywhere' },
  ],
];

test.each(CASES)('%s', (...[, page, set, url, reason]) => {
  expect(reasonOf(page, set, url, NOW)).toMatchObject(reason);
});
