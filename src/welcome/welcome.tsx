/**
 * Runs the welcome page: draws it, starts the sample, stores every choice at once, and asks for the pages where the browser withholds
 * them. Knows the browser only through the functions that it gets.
 */
import { render } from 'preact';
import type { Access, Shortcut } from '../browser/interfaces.ts';
import type { EntityProfile, Knowledge } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { sayFailure } from '../locale/settings-words.ts';
import { choiceHeadingOf } from '../options/first-choices.ts';
import { startSampleSession } from '../reader/sample-session.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings/index.ts';
import { createShownChanges, type ShownChanges } from '../settings/shown-changes.ts';
import type { SettingsStore } from '../settings/store.ts';
import { applyLanguage, applyTheme } from '../theme/index.ts';
import { createActivePaint, findSample } from './sample.ts';
import { WelcomeView, type WelcomeActions, type WelcomeState } from './WelcomeView.tsx';

export interface WelcomeParts extends Access {
  root: Element;
  knowledge: Pick<Knowledge, 'entities' | 'source'>;
  /** What the cards show, as JSON. */
  cards: string;
  /** The style sheet of cards in pages. */
  css: string;
  /** The stored settings for the first drawing, read without the store; may fail. */
  firstSettings: Promise<Settings>;
  store: SettingsStore;
  /** The key commands with their present keys. */
  readShortcuts: () => Promise<Shortcut[]>;
  /** Messages of the background. The listener returns whether it does what they say. */
  onMessage: (listener: (message: unknown) => boolean) => void;
  say: Say;
  locale: string;
}

/** Starts; everything ends with the signal. */
export function startWelcome(parts: WelcomeParts, signal: AbortSignal): void {
  const { root, store, knowledge, say, locale } = parts;
  applyLanguage(document.documentElement, locale);
  const main = knowledge.entities.filter(({ tier }) => tier === 'main');
  // Names that stand in a text by themselves.
  const sampled = main.filter(({ kind }) => kind !== 'concept').slice(0, 3);
  const held = holdState(
    {
      settings: DEFAULT_SETTINGS,
      mainNames: main.map(({ name }) => name),
      names: sampled.map(({ name }) => name),
      sourceDate: knowledge.source.date,
      ...{ access: undefined, shortcuts: [], announced: '' },
    },
    (state) => {
      applyTheme(document.documentElement, state.settings);
      render(<WelcomeView {...{ state, actions, say, locale }} />, root);
    },
    signal,
  );
  const { update } = held;
  const changes = shownChangesOf(store, held);
  const followAccess = (): void => {
    void parts.hasAllSites().then((isAllowed) => {
      update({ access: isAllowed ? 'all' : 'withheld' });
    });
  };
  const actions: WelcomeActions = {
    set: setterOf(changes, held, say),
    allowAllSites() {
      // A browser that refuses to ask has answered, too.
      parts.askForAllSites().then(followAccess, followAccess);
    },
    openSample() {
      sample?.open();
    },
  };
  /** Starts after the first drawing. */
  let sample: ReturnType<typeof startSample> | undefined;

  document.title = say('welcomeHeading');
  void parts.firstSettings
    .catch(() => DEFAULT_SETTINGS)
    .then((settings) => {
      update({ settings });
      sample = startSample(parts, { sampled, settings: () => held.state().settings }, signal);
      store.subscribe(changes.follow, signal);
      // It also says what an organisation has set.
      void store.read().then(changes.follow);
    });
  parts.onMessage((message) => sample?.onMessage(message) ?? false);
  void parts.readShortcuts().then((shortcuts) => {
    update({ shortcuts });
  });
  parts.onMoreSites(followAccess);
  // The reader may change it on a page of the browser, and come back.
  document.addEventListener('visibilitychange', followAccess, { signal });
  followAccess();
}

interface Held {
  state: () => WelcomeState;
  update: (change: Partial<WelcomeState>) => void;
}

/** Owns the state of the page. */
function holdState(
  first: WelcomeState,
  draw: (state: WelcomeState) => void,
  signal: AbortSignal,
): Held {
  let state = first;
  return {
    state: () => state,
    update(change) {
      if (signal.aborted) return;
      state = { ...state, ...change };
      draw(state);
    },
  };
}

/** Changes that the page shows before they are stored. */
const shownChangesOf = (store: SettingsStore, { state, update }: Held): ShownChanges =>
  createShownChanges({
    store,
    preview(mutate) {
      update({ settings: mutate(state().settings) });
    },
    show({ settings, policy }) {
      update({ settings, policy });
    },
  });

/** Sets a setting, and says whether it was stored. */
function setterOf(changes: ShownChanges, { update }: Held, say: Say): WelcomeActions['set'] {
  return (name, value) => {
    void changes
      .change((settings) => ({ ...settings, [name]: value }))
      .then((failure) => {
        const heading = choiceHeadingOf(name);
        const saved = heading ? say('saved', say(heading)) : '';
        update({ announced: failure ? sayFailure(failure, say) : saved });
      });
  };
}

/** Starts the sample that has been drawn. @returns undefined where there is none */
function startSample(
  { root, cards, css, say, locale }: WelcomeParts,
  { sampled, settings }: { sampled: readonly EntityProfile[]; settings: () => Settings },
  signal: AbortSignal,
) {
  const element = root.querySelector('.welcome-sample');
  if (!element) return undefined;
  const mentions = findSample(element, sampled);
  const paintActive = createActivePaint();
  return startSampleSession({ mentions, cards, css, settings, say, locale, paintActive }, signal);
}
