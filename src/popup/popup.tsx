/**
 * The toolbar popup's life: holds its state, follows page and settings, and draws the view anew after each
 * change. Knows the browser only by the functions that it is handed.
 */
import { render } from 'preact';
import type { Knowledge, SearchTerms } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { createSearch, type Search } from '../search/index.ts';
import type { CardAddress, JumpMessage } from '../messages/index.ts';
import { DEFAULT_SETTINGS, placeOf, switchPause, switchSite } from '../settings/index.ts';
import { applyTheme } from '../theme/index.ts';
import type { SettingsStore } from '../settings/store.ts';
import { goBack, goForward, openCard } from './card-trail.ts';
import { entriesFor, type Entry } from './entry.ts';
import type { ConnectToPage } from './page-view.ts';
import { PopupView, siteHere, type PopupActions, type PopupState } from './PopupView.tsx';

export interface PopupParts {
  root: Element;
  knowledge: Knowledge;
  searchTerms: SearchTerms;
  /** Where to open; an entity that the dataset does not have is passed over. */
  address: CardAddress;
  store: SettingsStore;
  connect: ConnectToPage;
  /** Address of the tab in front, where the browser tells it. */
  readUrl: () => Promise<string | undefined>;
  /** Tells all frames of the tab in front. */
  sendToPage: (message: JumpMessage) => Promise<void>;
  /** Starts the content script in the tab in front. @throws where the browser does not allow it */
  startHere: () => Promise<void>;
  openOptions: () => Promise<void>;
  copy: (text: string) => Promise<void>;
  /** Closes the popup. */
  close: () => void;
  today: Date;
  say: Say;
  locale: string;
}

/** The search is ready after this time at the latest, in ms. */
const INDEX_WITHIN_MS = 500;

export function startPopup(parts: PopupParts, signal: AbortSignal): void {
  const { root, knowledge, store, today, say, locale } = parts;
  // Its index takes longer than the rest of the popup; nothing is typed in the first moments.
  let index: Search | undefined;
  const search: Search = (query) => {
    index ??= createSearch(knowledge, {
      terms: parts.searchTerms,
      sayPosition: (...position) => say('positionLine', ...position),
    });
    return index(query);
  };
  let state: PopupState = {
    page: { status: 'waiting' },
    url: undefined,
    startFailed: false,
    settings: DEFAULT_SETTINGS,
    query: parts.address.query ?? '',
    active: parts.address.query === undefined ? undefined : 0,
    chosen: knowledge.entities.find(({ id }) => id === parts.address.entity)?.id,
    fact: parts.address.fact,
    trail: [],
  };
  let entries: Entry[] = [];

  const update = (change: Partial<PopupState>): void => {
    state = { ...state, ...change };
    const { page, settings, query } = state;
    applyTheme(document.documentElement, settings);
    // Beside the page's own list of mentions they would stand twice.
    const withCounts = page.status === 'read' && page.total > 0 && query.trim() !== '';
    entries = entriesFor(query, {
      knowledge,
      search,
      counts: withCounts ? page.counts : undefined,
      settings,
    });
    const shared = { knowledge, today, say, locale };
    render(<PopupView state={state} entries={entries} actions={actions} {...shared} />, root);
  };

  const actions: PopupActions = {
    type(query) {
      update({ query, closed: false, active: query.trim() === '' ? undefined : 0 });
      if (entries.length === 0) update({ active: undefined });
    },
    act(action) {
      switch (action.kind) {
        case 'move':
          update({ active: action.active, closed: false });
          break;
        case 'open': {
          const entry = entries[action.index];
          if (!entry) break;
          const fact = entry.matched?.statement?.factId;
          update({ active: action.index, ...openCard(state, entry.entity.id, fact) });
          break;
        }
        case 'close-list':
          update({ closed: true, active: undefined });
          break;
        case 'clear':
          actions.type('');
          break;
        case 'close':
          parts.close();
      }
    },
    back() {
      update(goBack(state));
    },
    forward() {
      update(goForward(state));
    },
    open(entityId) {
      update(openCard(state, entityId));
    },
    copy: (text) => parts.copy(text),
    switchSite(on) {
      const site = siteHere(state);
      // With the path, so that a rule for a part of the site is seen too.
      const place = (state.url === undefined ? undefined : placeOf(state.url)) ?? site;
      if (place !== undefined) void store.change((settings) => switchSite(settings, place, on));
    },
    switchAll(on) {
      void store.change((settings) => ({ ...settings, on }));
    },
    pause(paused) {
      const now = Date.now();
      void store.change((settings) => switchPause(settings, paused, now));
    },
    start() {
      parts.startHere().catch(() => {
        update({ startFailed: true });
      });
    },
    jump(entity, steps) {
      if (state.page.status !== 'read') return;
      const frame = state.page.frames.find(({ counts }) => counts[entity])?.frame;
      if (frame !== undefined) void parts.sendToPage({ kind: 'jump', frame, entity, steps });
    },
    openOptions() {
      void parts.openOptions().then(parts.close);
    },
  };

  update({});
  requestIdleCallback(() => search(''), { timeout: INDEX_WITHIN_MS });
  void parts.readUrl().then((url) => {
    update({ url });
  });
  store.subscribe(({ settings }) => {
    update({ settings });
  }, signal);
  void store.read().then(({ settings }) => {
    update({ settings });
  });
  // With zod: after the first drawing.
  void import('./page-view.ts').then(({ watchPage }) => {
    watchPage(
      parts.connect,
      (page) => {
        update({ page });
      },
      signal,
    );
  });
}
