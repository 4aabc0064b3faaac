/**
 * What browsers say of senders, field by field as Chromium 156 and Firefox 153 gave them to an extension that wrote
 * them down. Each class is there in both shapes.
 */
import type { MessageSender, OwnNames } from '../../../src/browser/interfaces.ts';
import { ADDON_ID } from '../../../src/cli/addon-id.ts';

export interface SenderCase {
  what: string;
  own: OwnNames;
  /** As the browser gives it, with fields that we do not read. */
  sender: MessageSender & Record<string, unknown>;
  /** Site that its changes are about; undefined where it may change nothing of a site. */
  site?: string | undefined;
  /** `page` of the extension, `content` script, or nobody that is listened to. */
  kind: 'page' | 'content' | 'nobody';
}

const CHROMIUM_ID = 'imfhbmcbghbadcekoidnaekhfcjipoca';
export const CHROMIUM: OwnNames = { id: CHROMIUM_ID, origin: `chrome-extension://${CHROMIUM_ID}` };
export const FIREFOX: OwnNames = {
  id: ADDON_ID,
  origin: 'moz-extension://5b7a9c1e-3d2f-4e6a-8b90-1c2d3e4f5a6b',
};

const NEWS = 'https://news.example/a/story?q';

interface Document {
  url: string;
  origin: string;
  /** Address of the tab's main document; left out for a document outside of any tab. */
  tabUrl?: string | undefined;
  hasTab?: boolean;
  isMain?: boolean;
  isPrivate?: boolean;
}

function inChromium({ url, origin, tabUrl, hasTab = true, isMain, isPrivate }: Document) {
  return {
    id: CHROMIUM_ID,
    url,
    origin,
    ...(hasTab && {
      documentId: '16D90B010DC22DD68A070FEE20D22264',
      documentLifecycle: 'active',
      frameId: isMain ? 0 : 8,
      tab: { id: 7, url: tabUrl, incognito: isPrivate ?? false, windowId: 1, active: true },
    }),
  };
}

function inFirefox({ url, origin, tabUrl, hasTab = true, isMain, isPrivate }: Document) {
  return {
    contextId: 824633720834,
    id: FIREFOX.id,
    envType: url.startsWith('moz-extension:') ? 'addon_child' : 'content_child',
    url,
    origin,
    ...(hasTab && {
      frameId: isMain ? 0 : 12884901893,
      documentId: '89b37cf1-aa62-2597-81cf-78e7c506b278',
      // Left out where the extension has no access to the tab's page.
      tab: { id: 7, ...(tabUrl && { url: tabUrl }), incognito: isPrivate ?? false },
    }),
  };
}

/** Documents that send the same in both browsers. */
const DOCUMENTS: [what: string, document: Document, kind: SenderCase['kind'], site?: string][] = [
  [
    'a page',
    { url: NEWS, origin: 'https://news.example', tabUrl: NEWS, isMain: true },
    'content',
    'news.example',
  ],
  [
    'a page in a private window',
    { url: NEWS, origin: 'https://news.example', tabUrl: NEWS, isMain: true, isPrivate: true },
    'content',
    'news.example',
  ],
  [
    'a frame of another site',
    { url: 'https://ads.example/x', origin: 'https://ads.example', tabUrl: NEWS },
    'content',
    'news.example',
  ],
  [
    'a frame without an address',
    { url: 'about:srcdoc', origin: 'https://news.example', tabUrl: NEWS },
    'content',
    'news.example',
  ],
  [
    'a sandboxed frame',
    { url: 'https://news.example/sub', origin: 'null', tabUrl: NEWS },
    'content',
    'news.example',
  ],
  [
    'a frame of data',
    { url: 'data:text/html,<p>d', origin: 'null', tabUrl: NEWS },
    'content',
    'news.example',
  ],
  [
    'a sandboxed page',
    { url: NEWS, origin: 'null', tabUrl: NEWS, isMain: true },
    'content',
    'news.example',
  ],
  [
    'an empty page that another one opened',
    {
      url: 'about:blank',
      origin: 'https://news.example',
      tabUrl: 'about:blank',
      isMain: true,
    },
    'content',
    'news.example',
  ],
  [
    'an empty page of nobody',
    { url: 'about:blank', origin: 'null', tabUrl: 'about:blank', isMain: true },
    'content',
  ],
  [
    'a page that claims the address of another',
    { url: 'https://bank.example/', origin: 'https://news.example', tabUrl: NEWS, isMain: true },
    'content',
    'news.example',
  ],
  [
    'a page that claims the address of ours',
    { url: '%OWN%/options.html', origin: 'https://news.example', tabUrl: NEWS, isMain: true },
    'nobody',
  ],
  [
    'a page whose tab shows another one by now',
    {
      url: NEWS,
      origin: 'https://news.example',
      tabUrl: 'https://bank.example/',
      isMain: true,
    },
    'content',
    'news.example',
  ],
  [
    'a frame in a tab whose address is not told',
    { url: 'https://ads.example/x', origin: 'https://ads.example' },
    'content',
  ],
  [
    'a page outside of any tab',
    { url: NEWS, origin: 'https://news.example', hasTab: false },
    'nobody',
  ],
  [
    'the options in a tab',
    { url: '%OWN%/options.html', origin: '%OWN%', tabUrl: '%OWN%/options.html', isMain: true },
    'page',
  ],
  ['the popup', { url: '%OWN%/popup.html', origin: '%OWN%', hasTab: false }, 'page'],
  [
    'an empty frame in a page of ours',
    { url: 'about:blank', origin: '%OWN%', tabUrl: '%OWN%/options.html' },
    'nobody',
  ],
];

/** Local files: Chromium names their origin, Firefox gives none. */
const FILES: [origin: string, url: string][] = [
  ['file://', 'file:///home/me/story.html'],
  ['null', 'file:///home/me/story.html'],
];

function casesOf(
  name: string,
  own: OwnNames,
  shapeOf: (document: Document) => SenderCase['sender'],
): SenderCase[] {
  const filled = (document: Document): Document =>
    JSON.parse(JSON.stringify(document).replaceAll('%OWN%', own.origin)) as Document;
  const documents = DOCUMENTS.map(([what, document, kind, site]): SenderCase => ({
    what: `${what} in ${name}`,
    own,
    sender: shapeOf(filled(document)),
    kind,
    site,
  }));
  const files = FILES.map(([origin, url]): SenderCase => ({
    what: `a local file with the origin "${origin}" in ${name}`,
    own,
    sender: shapeOf({ url, origin, tabUrl: url, isMain: true }),
    kind: 'content',
    site: 'file:',
  }));
  const [page] = documents;
  if (!page) throw new Error('No documents.');
  const others: SenderCase[] = [
    { what: `another extension in ${name}`, id: 'another-extension' },
    { what: `a sender without an origin in ${name}`, origin: undefined },
    { what: `a sender without an id in ${name}`, id: undefined },
    { what: `a sender without a document in ${name}`, documentId: undefined },
    { what: `a sender without a tab in ${name}`, tab: undefined },
  ].map(({ what, ...change }) => ({
    what,
    own,
    sender: { ...page.sender, ...change },
    kind: 'nobody' as const,
  }));
  return [...documents, ...files, ...others];
}

export const SENDERS: SenderCase[] = [
  ...casesOf('Chromium', CHROMIUM, inChromium),
  ...casesOf('Firefox', FIREFOX, inFirefox),
  { what: 'a sender of which nothing is said', own: CHROMIUM, sender: {}, kind: 'nobody' },
];

/** The main document of a page, in a tab of its own. */
export function pageOf(
  url: string,
  { tab = 7, isPrivate = false }: { tab?: number; isPrivate?: boolean } = {},
): MessageSender {
  const { origin } = new URL(url);
  const sender = inChromium({ url, origin, tabUrl: url, isMain: true, isPrivate });
  return { ...sender, tab: { ...sender.tab, id: tab, incognito: isPrivate } };
}

export const OPTIONS: MessageSender = {
  id: CHROMIUM_ID,
  url: `${CHROMIUM.origin}/options.html`,
  origin: CHROMIUM.origin,
};
