/**
 * The state of the popup, and the list and the search that follow from it and from the datasets. Draws nothing, and knows no browser.
 */
import { allDatasets, type AllDatasets, type BundledDataset } from '../library/index.ts';
import type { CardAddress } from '../messages/index.ts';
import type { Say } from '../locale/index.ts';
import { createSearch, type Search } from '../search/index.ts';
import { DEFAULT_SETTINGS } from '../settings/index.ts';
import { entriesFor, orderOf, type Entry } from './entry.ts';
import { NO_OFFERS } from './tab-offers.ts';
import type { PageView } from './page-view.ts';
import type { PopupState } from './PopupView.tsx';

/** Makes the index of the search on first use, because it takes longer than the rest of the popup. */
export function lateSearch(say: Say): LateSearch {
  let made: { of: AllDatasets; search: Search } | undefined;
  return (all, query) => {
    if (made?.of !== all) {
      const search = createSearch(all.knowledge, {
        terms: all.searchTerms,
        sayPosition: (...position) => say('positionLine', ...position),
      });
      made = { of: all, search };
    }
    return made.search(query);
  };
}

export type LateSearch = (all: AllDatasets, query: string) => ReturnType<Search>;

/** What the popup begins with. */
export interface StartParts {
  /** The bundled dataset. */
  bundled: BundledDataset;
  /** What to open with; an unknown entity is ignored. */
  address: CardAddress;
}

/** The state of the popup and its list, for the actions. */
export interface Held {
  state: () => PopupState;
  entries: () => readonly Entry[];
  all: () => AllDatasets;
  /** Shows added datasets, too. */
  takeAll: (all: AllDatasets) => void;
  update: (change: Partial<PopupState>) => void;
  /** Shows the list, whether the page has answered or not. */
  showList: () => void;
  /** Whether there is a list to choose from: the whole one may still wait for the page. */
  isListed: () => boolean;
  /** Does a task as soon as the list is there. Whoever types first means what is typed, and the tasks are forgotten. */
  whenListed: (task: () => void) => void;
}

/** Owns the state of the popup and the list that follows from it. */
export function holdState(
  { bundled, address }: StartParts,
  search: LateSearch,
  draw: (state: PopupState, entries: readonly Entry[], all: AllDatasets) => void,
): Held {
  let all = allDatasets(bundled);
  /** The key in the address, if there is such an entity. */
  const asked = (): string | undefined =>
    address.entity !== undefined && all.entityOf(address.entity)
      ? all.firstOf(address.entity)
      : undefined;
  let state = firstState(address, asked());
  let entries: Entry[] = [];
  let isListDue = false;
  let waiting: (() => void)[] = [];
  const isListed = (): boolean => state.order !== undefined || state.query.trim() !== '';
  const update = (change: Partial<PopupState>): void => {
    state = { ...state, ...change };
    const { page, settings, query } = state;
    const counts = page.status === 'read' ? page.counts : undefined;
    if (isListDue || hasAnswered(page)) state.order ??= orderOf(all, counts);
    const find: Search = (typed) => search(all, typed);
    entries = entriesFor(query, state.order ?? [], { all, search: find, counts, settings });
    draw(state, entries, all);
    if (change.query !== undefined) waiting = [];
    if (isListed()) for (const task of waiting.splice(0)) task();
  };
  return {
    state: () => state,
    entries: () => entries,
    all: () => all,
    takeAll(next) {
      if (next.added.length === 0) return;
      all = next;
      // Nothing was opened yet: the address may name an entity of an added dataset.
      const isFresh = state.chosen === undefined && state.ahead === undefined;
      update({ order: undefined, ...(isFresh && { chosen: asked() }) });
    },
    update,
    showList() {
      isListDue = true;
      update({});
    },
    isListed,
    whenListed(task) {
      waiting.push(task);
    },
  };
}

const firstState = ({ query = '', fact }: CardAddress, chosen: string | undefined): PopupState => ({
  offers: NO_OFFERS,
  page: { status: 'waiting' },
  url: undefined,
  isWithheld: false,
  settings: DEFAULT_SETTINGS,
  isReady: false,
  query,
  order: undefined,
  active: 0,
  chosen,
  fact,
  trail: [],
});

/** Whether the page's main document has answered, or nobody will. Frames answer apart. */
const hasAnswered = (page: PageView): boolean =>
  page.status === 'unreachable' || (page.status === 'read' && page.frames[0]?.top === true);
