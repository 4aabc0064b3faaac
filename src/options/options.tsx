/**
 * The options page's life: draws what is stored, stores every change at once, and says so. Knows the browser
 * only by the functions that it is handed.
 */
import { render } from 'preact';
import { sayFailure } from '../locale/settings-words.ts';
import { failureOf } from '../settings/failure.ts';
import { DEFAULT_SETTINGS, unpatched, type Settings } from '../settings/index.ts';
import type { SettingsState } from '../settings/store.ts';
import { applyTheme } from '../theme/index.ts';
import { createActions } from './actions.ts';
import { OptionsView } from './OptionsView.tsx';
import type { OptionsParts, OptionsState, Shortcut } from './state.ts';

/** How long a sentence about the last change stays over the page, in ms. What can be lost by it stays. */
const ANNOUNCEMENT_MS = 10_000;

export function startOptions(parts: OptionsParts, signal: AbortSignal): void {
  const { root, knowledge, store, version, say, locale } = parts;
  const draw = (state: OptionsState): void => {
    applyTheme(document.documentElement, state.settings);
    const shared = { knowledge, version, today: new Date(), say, locale };
    render(<OptionsView state={state} actions={actions} {...shared} />, root);
  };
  const held = holdState(draw);
  const { update, announce } = held;
  const show = (next: SettingsState): void => {
    update({ problem: undefined, ...next });
  };
  const fail = (error: unknown): void => {
    announce({ text: sayFailure(failureOf(error), say) }, true);
    void store.read().then(show);
  };
  /** Drawn before it is stored, so that a control never jumps back while the storage is busy; said after. */
  const save = (mutate: (settings: Settings) => Settings, text: string, lasting = false): void => {
    update({ settings: mutate(held.state().settings) });
    store.change(mutate).then(({ patch }) => {
      const isChange = Object.keys(patch).length > 0;
      announce({ text, patch: isChange ? patch : undefined }, lasting && isChange);
    }, fail);
  };
  const actions = createActions({
    ...parts,
    ...held,
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

  store.subscribe(show, signal);
  update({});
  void store.read().then(show);
  followShortcuts(
    parts.readShortcuts,
    (shortcuts) => {
      update({ shortcuts });
    },
    signal,
  );
}

/** Owns the state of the page, and the time that a sentence about the last change stays. */
function holdState(draw: (state: OptionsState) => void) {
  let state: OptionsState = {
    settings: DEFAULT_SETTINGS,
    aside: [],
    announced: undefined,
    pending: undefined,
    shortcuts: [],
  };
  let silence: ReturnType<typeof setTimeout> | undefined;
  const update = (change: Partial<OptionsState>): void => {
    state = { ...state, ...change };
    draw(state);
  };
  return {
    state: () => state,
    update,
    /** @param lasting whether it stays until the next one */
    announce: (announced: OptionsState['announced'], lasting = false): void => {
      update({ announced });
      clearTimeout(silence);
      if (lasting) return;
      silence = setTimeout(() => {
        update({ announced: undefined });
      }, ANNOUNCEMENT_MS);
    },
  };
}

/** The browser reports changed keys to nobody; the reader comes back from its page. */
function followShortcuts(
  read: OptionsParts['readShortcuts'],
  listener: (shortcuts: Shortcut[]) => void,
  signal: AbortSignal,
): void {
  const readAgain = (): void => void read().then(listener);
  readAgain();
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') readAgain();
    },
    { signal },
  );
}
