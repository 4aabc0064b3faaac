/**
 * The options page's life: draws what is stored, stores every change at once, and says so. Knows the browser
 * only by the functions that it is handed.
 */
import { render } from 'preact';
import type { Knowledge } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import {
  DEFAULT_SETTINGS,
  switchEntity,
  switchMention,
  switchSite,
  type Settings,
} from '../settings/index.ts';
import type { SettingsStore } from '../settings/store.ts';
import { readDwellEntry } from './dwell-entry.ts';
import { MARKING_LABELS, OPEN_KEY_LABELS } from './labels.ts';
import { OptionsView, type OptionsActions, type OptionsState } from './OptionsView.tsx';
import { readSiteEntry } from './site-entry.ts';
import { STYLE_KEYS } from './StyleChoice.tsx';

export interface OptionsParts {
  root: Element;
  knowledge: Knowledge;
  store: SettingsStore;
  /** Puts text on the clipboard. */
  copy: (text: string) => Promise<void>;
  say: Say;
  locale: string;
}

/** How long a word about the last change stays over the page, in ms. */
const ANNOUNCEMENT_MS = 6000;

export function startOptions(parts: OptionsParts, signal: AbortSignal): void {
  const { root, knowledge, store, say, locale } = parts;
  let state: OptionsState = {
    settings: DEFAULT_SETTINGS,
    aside: [],
    announcement: '',
    siteProblem: undefined,
    dwellEntry: undefined,
  };
  let silence: ReturnType<typeof setTimeout> | undefined;
  const update = (change: Partial<OptionsState>): void => {
    state = { ...state, ...change };
    const shared = { knowledge, say, locale };
    render(<OptionsView state={state} actions={actions} {...shared} />, root);
  };
  const announce = (announcement: string): void => {
    update({ announcement });
    clearTimeout(silence);
    silence = setTimeout(() => {
      update({ announcement: '' });
    }, ANNOUNCEMENT_MS);
  };
  const fail = (error: unknown): void => {
    announce(say('saveFailed', String(error)));
    void store.read().then(update);
  };
  /** Drawn before it is stored, so that a control never jumps back while the storage is busy; said after. */
  const save = (mutate: (settings: Settings) => Settings, announcement: string): void => {
    update({ settings: mutate(state.settings) });
    store.change(mutate).then(() => {
      announce(announcement);
    }, fail);
  };
  const actions = createActions();

  function createActions(): OptionsActions {
    const chooseDwell = (dwellMs: number): void => {
      update({ dwellEntry: undefined });
      save((settings) => ({ ...settings, dwellMs }), say('savedDwell', dwellMs));
    };
    return {
      switchEntity(entity, on) {
        const announcement = say(on ? 'savedEntityOn' : 'savedEntityOff', entity.name);
        save((settings) => switchEntity(settings, entity, on), announcement);
      },
      switchAll(on) {
        save((settings) => ({ ...settings, on }), say(on ? 'savedAllOn' : 'savedAllOff'));
      },
      chooseOpenKey(openKey) {
        save((settings) => ({ ...settings, openKey }), say('saved', say(OPEN_KEY_LABELS[openKey])));
      },
      chooseMarking(marking) {
        save((settings) => ({ ...settings, marking }), say('saved', say(MARKING_LABELS[marking])));
      },
      chooseStyle(highlightStyle) {
        const announcement = say('savedStyle', say(STYLE_KEYS[highlightStyle]));
        save((settings) => ({ ...settings, highlightStyle }), announcement);
      },
      chooseDwell,
      typeDwell(typed) {
        update({ dwellEntry: { typed, wrong: false } });
      },
      enterDwell(typed) {
        const dwellMs = readDwellEntry(typed);
        if (dwellMs === undefined) update({ dwellEntry: { typed, wrong: true } });
        else chooseDwell(dwellMs);
      },
      addSite(typed) {
        const entry = readSiteEntry(typed, state.settings.sitesOff);
        if ('problem' in entry) {
          update({ siteProblem: entry });
          return false;
        }
        update({ siteProblem: undefined });
        save(
          (settings) => switchSite(settings, entry.site, false),
          say('savedSiteOff', nameOf(entry.site)),
        );
        return true;
      },
      removeSite(site) {
        save((settings) => switchSite(settings, site, true), say('savedSiteOn', nameOf(site)));
        root.querySelector<HTMLElement>('#site-entry')?.focus();
      },
      markAgain(mention) {
        save(
          (settings) => switchMention(settings, mention, true),
          say('saved', say('leftOutRemove', mention.surface)),
        );
      },
      copy(text) {
        parts.copy(text).then(
          () => {
            announce(say('asideCopied'));
          },
          () => {
            announce(say('asideNotCopied'));
          },
        );
      },
      discard({ key }) {
        store.discard(key).then(() => {
          announce(say('asideDiscarded'));
          root.querySelector('h1')?.focus();
        }, fail);
      },
    };
  }

  const nameOf = (site: string): string => (site === 'file:' ? say('siteLocalFiles') : site);

  store.subscribe(update, signal);
  update({});
  void store.read().then(update);
}
