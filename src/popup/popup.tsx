/**
 * The toolbar popup's life: holds its state, follows page and settings, and draws the view anew after each
 * change. Knows the browser only by the functions that it is handed.
 */
import { render } from 'preact';
import type { Knowledge } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { createSearch } from '../search/index.ts';
import { DEFAULT_SETTINGS, switchSite } from '../settings/index.ts';
import type { SettingsStore } from '../settings/store.ts';
import { entriesFor, type Entry } from './entry.ts';
import { watchPage, type ConnectToPage } from './page-view.ts';
import { PopupView, type PopupActions, type PopupState } from './PopupView.tsx';

export interface PopupParts {
  root: Element;
  knowledge: Knowledge;
  store: SettingsStore;
  connect: ConnectToPage;
  openOptions: () => Promise<void>;
  copy: (text: string) => Promise<void>;
  /** Closes the popup. */
  close: () => void;
  today: Date;
  say: Say;
  locale: string;
}

export function startPopup(parts: PopupParts, signal: AbortSignal): void {
  const { root, knowledge, store, today, say, locale } = parts;
  const search = createSearch(knowledge);
  let state: PopupState = {
    page: { status: 'waiting' },
    settings: DEFAULT_SETTINGS,
    query: '',
    active: undefined,
    chosen: undefined,
    trail: [],
  };
  let entries: Entry[] = [];

  const update = (change: Partial<PopupState>): void => {
    state = { ...state, ...change };
    const { page, settings, query } = state;
    const isRead = page.status === 'read' && !settings.sitesOff.includes(page.site);
    entries = entriesFor(query, {
      knowledge,
      search,
      counts: isRead ? page.counts : undefined,
      settings,
    });
    const shared = { knowledge, today, say, locale };
    render(<PopupView state={state} entries={entries} actions={actions} {...shared} />, root);
  };

  const actions: PopupActions = {
    type(query) {
      update({ query, active: query.trim() === '' ? undefined : 0 });
      if (entries.length === 0) update({ active: undefined });
    },
    act(action) {
      switch (action.kind) {
        case 'move':
          update({ active: action.active });
          break;
        case 'open':
          update({ active: action.index, chosen: entries[action.index]?.entity.id });
          break;
        case 'clear':
          actions.type('');
          break;
        case 'close':
          parts.close();
      }
    },
    back() {
      update({ chosen: state.trail.at(-1), trail: state.trail.slice(0, -1) });
    },
    open(entityId) {
      const trail = state.chosen === undefined ? [] : [...state.trail, state.chosen];
      update({ chosen: entityId, trail });
    },
    copy: (text) => parts.copy(text),
    switchSite(on) {
      if (state.page.status !== 'read') return;
      const { site } = state.page;
      void store.change((settings) => switchSite(settings, site, on));
    },
    openOptions() {
      void parts.openOptions().then(parts.close);
    },
  };

  update({});
  store.subscribe(({ settings }) => {
    update({ settings });
  }, signal);
  void store.read().then(({ settings }) => {
    update({ settings });
  });
  watchPage(
    parts.connect,
    (page) => {
      update({ page });
    },
    signal,
  );
}
