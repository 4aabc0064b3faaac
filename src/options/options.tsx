/**
 * The options page's life: draws what is stored, stores every change at once, and says so. Knows the browser
 * only by the functions that it is handed.
 */
import { render } from 'preact';
import type { Knowledge } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { DEFAULT_SETTINGS, unpatched, type Settings } from '../settings/index.ts';
import type { SettingsStore } from '../settings/store.ts';
import { applyTheme } from '../theme/index.ts';
import { createActions } from './actions.ts';
import { OptionsView, type OptionsState } from './OptionsView.tsx';
import type { Shortcut } from './Shortcuts.tsx';

export interface OptionsParts {
  root: Element;
  knowledge: Knowledge;
  store: SettingsStore;
  /** Version of the extension. */
  version: string;
  /** The key commands as they are set now. */
  readShortcuts: () => Promise<Shortcut[]>;
  /** Opens the browser's page for them; left out where an extension may not. */
  openShortcuts: (() => Promise<void>) | undefined;
  /** Puts text on the clipboard. */
  copy: (text: string) => Promise<void>;
  /** Hands a file to the reader. */
  download: (name: string, text: string) => void;
  say: Say;
  locale: string;
}

/** How long a word about the last change stays over the page, in ms. What can be lost by it stays. */
const ANNOUNCEMENT_MS = 10_000;

export function startOptions(parts: OptionsParts, signal: AbortSignal): void {
  const { root, knowledge, store, version, say, locale } = parts;
  let state: OptionsState = {
    settings: DEFAULT_SETTINGS,
    aside: [],
    query: '',
    announced: undefined,
    pending: undefined,
    usage: undefined,
    shortcuts: [],
  };
  let silence: ReturnType<typeof setTimeout> | undefined;
  const update = (change: Partial<OptionsState>): void => {
    state = { ...state, ...change };
    applyTheme(document.documentElement, state.settings);
    const shared = { knowledge, version, today: new Date(), say, locale };
    render(<OptionsView state={state} actions={actions} {...shared} />, root);
  };
  const announce = (announced: OptionsState['announced'], lasting = false): void => {
    update({ announced });
    clearTimeout(silence);
    if (lasting) return;
    silence = setTimeout(() => {
      update({ announced: undefined });
    }, ANNOUNCEMENT_MS);
  };
  const readUsage = async (): Promise<void> => {
    update({ usage: await store.usage().catch(() => undefined) });
  };
  const fail = (error: unknown): void => {
    announce({ text: say('saveFailed', error instanceof Error ? error.message : String(error)) });
    void store.read().then(update);
  };
  /** Drawn before it is stored, so that a control never jumps back while the storage is busy; said after. */
  const save = (mutate: (settings: Settings) => Settings, text: string, lasting = false): void => {
    update({ settings: mutate(state.settings) });
    store.change(mutate).then(({ patch }) => {
      const isChange = Object.keys(patch).length > 0;
      announce({ text, patch: isChange ? patch : undefined }, lasting && isChange);
    }, fail);
  };
  const actions = createActions({
    ...parts,
    state: () => state,
    update,
    announce,
    save,
    fail,
    undo(patch) {
      store
        .change((settings) => unpatched(settings, patch))
        .then(() => {
          announce({ text: say('undone') });
        }, fail);
    },
  });

  store.subscribe((next) => {
    update(next);
    void readUsage();
  }, signal);
  update({});
  void store.read().then(update).then(readUsage);
  const readShortcuts = (): void => {
    void parts.readShortcuts().then((shortcuts) => {
      update({ shortcuts });
    });
  };
  readShortcuts();
  // The browser tells nobody of changed keys; the reader comes back from its page.
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') readShortcuts();
    },
    { signal },
  );
}
