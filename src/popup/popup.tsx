/**
 * Runs the popup: owns its state, follows page and settings, and draws the view after each change. Knows the browser only through
 * the functions that it gets.
 */
import { render } from 'preact';
import type { AllDatasets } from '../library/index.ts';
import type { Say } from '../locale/index.ts';
import { addressOf, keptBy, switchPause, switchSite, type Settings } from '../settings/index.ts';
import { createShownChanges, type ShownChanges } from '../settings/shown-changes.ts';
import type { SettingsStore } from '../settings/store.ts';
import { applyLanguage, applyTheme } from '../theme/index.ts';
import { holdState, lateSearch, type Held, type StartParts } from './held-state.ts';
import type { ConnectToPage } from './page-view.ts';
import { jumpInPage, searchActions, type SearchParts } from './search-actions.ts';
import {
  datasetInTab,
  findChecks,
  runCheck,
  type CheckOffer,
  type TabOfferParts,
} from './tab-offers.ts';
import { PopupView, siteInFront, type PopupActions } from './PopupView.tsx';

export interface PopupParts extends StartParts, TabOfferParts, SearchParts {
  root: Element;
  /** All datasets that are on. */
  loadAll: () => Promise<AllDatasets>;
  store: SettingsStore;
  connect: ConnectToPage;
  /** Opens the options with a file to look at. */
  lookAt: (file: { name: string; text: string }) => Promise<void>;
  /** Whether the browser lets the extension read all sites. */
  hasAllSites: () => Promise<boolean>;
  /** Asks the reader, through the browser, to let it do so. Only after a press. */
  askForAllSites: () => Promise<boolean>;
  openOptions: () => Promise<void>;
  say: Say;
  locale: string;
}

/** The search index is made after this time at the latest, in ms. */
const INDEX_WITHIN_MS = 500;
/**
 * How long the list waits for the first answer of the page, in ms. Then it is shown without counts, and keeps its order when they
 * come. Most pages answer within 20 ms; a page that is busy answers when it has time.
 */
const LIST_WITHIN_MS = 500;

export function startPopup(parts: PopupParts, signal: AbortSignal): void {
  const { root, store, say, locale } = parts;
  applyLanguage(document.documentElement, locale);
  const search = lateSearch(say);
  const held = holdState(parts, search, (state, entries, all) => {
    applyTheme(document.documentElement, state.settings);
    // The time of this drawing, or a pause that begins later would seem to be over.
    const shared = { all, today: new Date(), say, locale };
    render(<PopupView state={state} entries={entries} actions={actions} {...shared} />, root);
  });
  const { update } = held;
  const changes = createShownChanges({
    store,
    preview(mutate) {
      const { isReady, settings, policy } = held.state();
      if (isReady) update({ settings: keptBy(policy, mutate(settings)) });
    },
    show({ settings, policy, problem }) {
      update({ settings, policy, isReady: true, isOutOfDate: problem !== undefined });
    },
  });
  const actions: PopupActions = {
    ...searchActions(parts, held),
    ...settingActions(changes, held),
    ...pageActions(parts, held),
    ...offerActions(parts, held),
  };

  update({});
  requestIdleCallback(() => search(held.all(), ''), { timeout: INDEX_WITHIN_MS });
  void parts.loadAll().then((all) => {
    held.takeAll(all);
    void findOffers(parts, held, all.added.length > 0);
  });
  void parts.readUrl().then((url) => {
    update({ url });
    void sayWhatIsCovered(held);
  });
  void parts.hasAllSites().then((isAllowed) => {
    update({ isWithheld: !isAllowed });
  });
  store.subscribe(changes.follow, signal);
  void store.read().then(changes.follow);
  // Loaded after the first drawing, because it contains zod.
  void import('./page-view.ts').then(({ watchPage }) => {
    const showList = setTimeout(held.showList, LIST_WITHIN_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(showList);
    });
    watchPage(
      parts.connect,
      (page) => {
        update({ page });
        void sayWhatIsCovered(held);
      },
      signal,
    );
  });
}

/** The actions that change the settings. A failure is shown until the next change is stored. */
function settingActions(changes: ShownChanges, { state, update }: Held) {
  const change = async (mutate: (settings: Settings) => Settings): Promise<void> => {
    update({ failure: await changes.change(mutate) });
  };
  return {
    switchSite(on) {
      const { url } = state();
      // With the path, so that a rule for a part of the site counts too.
      const address = (url === undefined ? undefined : addressOf(url)) ?? siteInFront(state());
      if (address !== undefined) void change((settings) => switchSite(settings, address, on));
    },
    switchAll(on) {
      void change((settings) => ({ ...settings, on }));
    },
    pause(paused) {
      const now = Date.now();
      void change((settings) => switchPause(settings, paused, now));
    },
  } satisfies Partial<PopupActions>;
}

/** The actions for the active page, and for the options page. */
function pageActions(parts: PopupParts, { state, update }: Held) {
  return {
    allowAllSites() {
      parts.askForAllSites().then(
        (isAllowed) => {
          update({ isWithheld: !isAllowed });
        },
        () => undefined,
      );
    },
    jump(entity, steps) {
      jumpInPage(parts, state().page, entity, steps);
    },
    openOptions() {
      void parts.openOptions().then(parts.close);
    },
  } satisfies Partial<PopupActions>;
}

/** Finds what the switch for this site covers. Needs the list of public suffixes, so it is loaded last. */
async function sayWhatIsCovered({ state, update }: Held): Promise<void> {
  const site = siteInFront(state());
  if (site === undefined || state().cover?.site === site) return;
  const { coverOf } = await import('../settings/rule-cover.ts');
  // Meanwhile, the page may have told another one.
  if (siteInFront(state()) === site) update({ cover: { site, ...coverOf(site) } });
}

/** Looks at the tab after everything else: most tabs offer nothing. */
async function findOffers(parts: TabOfferParts, held: Held, hasAdded: boolean): Promise<void> {
  const [shown, checks] = await Promise.all([
    datasetInTab(parts),
    hasAdded ? findChecks(parts).catch(() => []) : [],
  ]);
  if (shown !== undefined || checks.length > 0) held.update({ offers: { shown, checks } });
}

/** The actions for what the tab offers. */
function offerActions(parts: PopupParts, { state, update }: Held) {
  const set = (hash: string, next: CheckOffer['state']): void => {
    const { offers } = state();
    const checks = offers.checks.map((each) =>
      each.entry.hash === hash ? { ...each, state: next } : each,
    );
    update({ offers: { ...offers, checks } });
  };
  return {
    lookAtDataset() {
      const { shown } = state().offers;
      if (typeof shown === 'object') void parts.lookAt(shown).then(parts.close);
    },
    check({ entry }) {
      set(entry.hash, 'running');
      runCheck(entry, parts, new Date()).then(
        (result) => {
          set(entry.hash, result);
        },
        () => {
          set(entry.hash, 'failed');
        },
      );
    },
  } satisfies Partial<PopupActions>;
}
