/** The states of the toolbar popup: what the page says, what is typed, what is chosen. Data only. */
import type { Knowledge } from '../../src/dataset/index.ts';
import { entriesFor, orderOf } from '../../src/popup/entry.ts';
import type { PageView } from '../../src/popup/page-view.ts';
import type { PopupState as PopupViewState } from '../../src/popup/PopupView.tsx';
import { allDatasets, type AllDatasets } from '../../src/library/index.ts';
import { createSearch } from '../../src/search/index.ts';
import { NO_OFFERS } from '../../src/popup/tab-offers.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/index.ts';
import { PLAIN } from './states-library.ts';
import { policyPopups } from './states-policy.ts';
import { uglyPopups } from './states-ugly.ts';
import { NARROW, type PopupState } from './states.ts';

const TODAY = new Date(2026, 10, 22, 12);
const READ = {
  status: 'read',
  site: 'news.example',
  counts: { 'antony-blinken': 12, 'david-lammy': 3, 'storm-shadow': 1 },
  total: 16,
  unreadable: undefined,
  slow: false,
  currentMention: undefined,
  frames: [],
} satisfies PageView;
const NONE = { ...READ, counts: {}, total: 0 };
const CHECKED = { on: '2026-11-20', differs: [] };
const GONE: PageView = { status: 'unreachable' };
const URL_HERE = 'https://news.example/story';
/** A failure, a page that is read slowly and only here, and a site whose letters look like others. */
const LONG_LINES = {
  failure: { reason: 'list', list: 'sitesOff', detail: '' },
  page: { ...READ, slow: true },
  isWithheld: true,
} as const;
const LONG_SITE = `${'a-very-long-part-of-a-host-name.'.repeat(4)}example`;

/** Makes a state of the popup: its id, a name, and what differs from a page with mentions. */
export type MakePopup = (
  id: string,
  name: string,
  change?: Partial<PopupViewState>,
  special?: Special,
) => PopupState;

type Special = Pick<PopupState, 'words' | 'judgedIn' | 'baselines' | 'opened'> & {
  all?: AllDatasets;
};

export function popupStates(knowledge: Knowledge): PopupState[] {
  const bundled = { knowledge, searchTerms: { entities: [], synonyms: {} } };
  const alone = allDatasets(bundled);
  const popup = (
    id: string,
    name: string,
    change: Partial<PopupViewState> = {},
    special: Special = {},
  ): PopupState => {
    const { all = alone, ...common } = special;
    const state: PopupViewState = {
      offers: NO_OFFERS,
      page: READ,
      url: URL_HERE,
      isWithheld: false,
      settings: DEFAULT_SETTINGS,
      isReady: true,
      query: '',
      order: undefined,
      active: 0,
      chosen: undefined,
      trail: [],
      ...change,
    };
    const { page, settings, query } = state;
    // As popup.tsx does it.
    const counts = page.status === 'read' ? page.counts : undefined;
    const order = page.status === 'waiting' ? [] : orderOf(all, counts);
    const entries = entriesFor(query, order, {
      all,
      search: createSearch(all.knowledge),
      counts,
      settings,
    });
    return {
      view: 'popup',
      id,
      name,
      props: { state, entries, all, today: TODAY },
      ...common,
    };
  };
  return [
    popup('popup-list', 'the list, with counts', {}, { baselines: ['light.360', 'dark.360'] }),
    popup('popup-not-saved', 'a change that was not saved', {
      failure: { reason: 'slow', list: '', detail: '' },
    }),
    popup('popup-list-full', 'a list that is full', {
      failure: { reason: 'list', list: 'sitesOff', detail: '' },
    }),
    popup('popup-out-of-date', 'a storage that does not answer', { isOutOfDate: true }),
    popup('popup-look-alike', 'a site whose letters look like others', {
      page: { ...READ, site: 'xn--80ak6aa92e.com' },
      url: 'https://xn--80ak6aa92e.com/',
      cover: {
        site: 'xn--80ak6aa92e.com',
        kind: 'site',
        host: 'аррӏе.com',
        ascii: 'xn--80ak6aa92e.com',
        isLookAlike: true,
        path: '',
      },
    }),
    popup('popup-waiting', 'nobody has answered yet', { page: { status: 'waiting' } }),
    popup('popup-first', 'neither page nor settings are known yet', {
      page: { status: 'waiting' },
      isReady: false,
    }),
    popup(
      'popup-withheld',
      'a page that the browser does not let us read',
      { page: GONE, isWithheld: true },
      { baselines: ['light.360'] },
    ),
    popup('popup-blocked', 'a page that nobody can let us read', { page: GONE }),
    popup('popup-only-here', 'a page that is read because the popup was opened', {
      isWithheld: true,
    }),
    popup('popup-browser-page', 'a page of the browser', { page: GONE, url: undefined }),
    popup('popup-store', 'a store of extensions', {
      page: GONE,
      url: 'https://addons.mozilla.org/',
    }),
    popup('popup-pdf', 'a PDF', { page: GONE, url: 'https://news.example/report.pdf' }),
    popup('popup-canvas', 'a text that is drawn', { page: { ...NONE, unreadable: 'canvas' } }),
    popup('popup-slow', 'a page that is read slowly', { page: { ...READ, slow: true } }),
    popup('popup-here', 'after a jump', {
      active: 1,
      page: { ...READ, currentMention: { surface: 'Mr. Blinken', position: 3, total: 12 } },
    }),
    popup('popup-menu', 'the menu', {}, { opened: true }),
    popup('popup-nothing', 'a page without a mention', { page: NONE }),
    popup('popup-all-off', 'switched off everywhere', {
      page: NONE,
      settings: { ...DEFAULT_SETTINGS, on: false },
    }),
    popup('popup-paused', 'paused', {
      page: NONE,
      settings: { ...DEFAULT_SETTINGS, pausedUntil: TODAY.getTime() + 3_600_000 },
    }),
    popup('popup-rule-off', 'switched off by a broader rule', {
      page: NONE,
      settings: { ...DEFAULT_SETTINGS, sitesOff: ['example'] },
    }),
    popup('popup-site-off', 'switched off for this site', {
      page: NONE,
      settings: { ...DEFAULT_SETTINGS, sitesOff: ['news.example'] },
    }),
    popup('popup-long-site', 'a long host name', {
      page: { ...READ, site: LONG_SITE },
      url: `https://${LONG_SITE}/`,
    }),
    popup('popup-local', 'a local file', {
      page: { ...READ, site: 'file:' },
      url: 'file:///a/page.html',
    }),
    popup('popup-local-withheld', 'a local file that the browser does not let us read', {
      ...{ page: GONE, url: 'file:///a/page.html' },
    }),
    popup('popup-chosen', 'one entity off, some of the cast on', {
      settings: {
        ...DEFAULT_SETTINGS,
        entitiesOff: ['david-lammy'],
        castOn: ['joe-biden', 'russia', 'nato', 'victory-plan'],
      },
      active: 2,
    }),
    popup('popup-results', 'results', { query: 'nato', active: 0 }, { baselines: ['forced.360'] }),
    ...addedStates(popup, withAdded(bundled)),
    ...uglyPopups(popup, knowledge),
    ...policyPopups(popup),
    popup('popup-speaker', 'results by speaker and fact', { query: 'victory', active: 1 }),
    popup('popup-none-found', 'nothing found', { query: 'qqqq '.repeat(20) }),
    popup('popup-card', 'a card', { chosen: 'storm-shadow' }, { baselines: ['light.360'] }),
    popup('popup-in-ar', 'in Arabic', { active: 1 }, { words: 'ar', baselines: ['light.320'] }),
    popup('popup-card-in-ar', 'a card, in Arabic', { chosen: 'nato' }, { words: 'ar' }),
    popup(
      'popup-results-in-ar',
      'results, in Arabic',
      { query: 'victory' },
      { words: 'ar', judgedIn: NARROW },
    ),
    popup('popup-long-lines', 'the longest lines', LONG_LINES, { judgedIn: NARROW }),
  ];
}

/** What the popup shows with an added dataset, of which one person is the same as one of the bundled dataset. */
function addedStates(popup: MakePopup, all: AllDatasets): PopupState[] {
  return [
    popup('popup-added-list', 'the list, with an added dataset', {}, { all }),
    popup('popup-added-results', 'results of two datasets', { query: 'nato' }, { all }),
    popup('popup-added-none', 'nothing found in two datasets', { query: 'qqqq' }, { all }),
    popup(
      'popup-added-offers',
      'a dataset in the tab, and checks in every state',
      {
        offers: {
          shown: { title: PLAIN.title, text: '', name: 'bridges.json' },
          checks: [
            'offered' as const,
            'running' as const,
            'failed' as const,
            { found: 12, wanted: 12, differs: 0 },
            { found: 11, wanted: 12, differs: 3 },
            { found: 2, wanted: 12, differs: undefined },
          ].map((state, at) => ({ entry: { ...PLAIN, hash: String(at) }, state })),
        },
      },
      { all },
    ),
    popup('popup-added-unread', 'JSON that the browser shows in its own viewer', {
      offers: { shown: 'unread', checks: [] },
    }),
    popup('popup-added-card', 'a card of two datasets', { chosen: 'antony-blinken' }, { all }),
  ];
}

/** The bundled dataset, and a made-up one that is a copy of a few of its entities. */
function withAdded(bundled: Parameters<typeof allDatasets>[0]): AllDatasets {
  const { entities, facts, dataset, source } = bundled.knowledge;
  const key = (id: string): string => `summit/${id}`;
  const knowledge: Knowledge = {
    dataset: {
      ...dataset,
      id: 'summit',
      title: 'The summit in Lindmark, as its reading group understood it',
      maker: 'Reading group of the Lindmark library',
    },
    source: { ...source, date: { value: '2026-10-02', inferred: false } },
    entities: entities
      .filter(({ id }) => ['antony-blinken', 'nato'].includes(id))
      .map((entity) => ({ ...entity, id: key(entity.id), summary: 'Spoke in Lindmark.' })),
    facts: facts
      .filter(({ about }) => about.subject?.includes('antony-blinken'))
      .map((fact) => ({
        ...fact,
        id: key(fact.id),
        about: { subject: [key('antony-blinken')] },
        date: { value: '2026-10-02', inferred: false },
      })),
    positions: [],
    timeline: [],
    relations: [],
    quotes: [],
  };
  const [one, other] = ['antony-blinken', key('antony-blinken')];
  const alike = { [one]: { same: [other] }, [other]: { first: one, same: [one] } };
  const searchTerms = { entities: [], synonyms: {} };
  const entry = { ...PLAIN, ...knowledge.dataset, check: CHECKED };
  return allDatasets(bundled, [{ entry, knowledge, searchTerms }], alike);
}
