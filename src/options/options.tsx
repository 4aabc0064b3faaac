/**
 * Runs the options page: draws the page that the address names, stores every change at once, and says so. Knows the browser only
 * through the functions that it gets.
 */
import { render } from 'preact';
import { sayFailure } from '../locale/settings-words.ts';
import { failureOf } from '../settings/failure.ts';
import { inTurn } from '../settings/in-turn.ts';
import { DEFAULT_SETTINGS, keptBy, unpatched, type Settings } from '../settings/index.ts';
import { laterStore } from '../settings/later-store.ts';
import type { SettingsState, SettingsStore } from '../settings/store.ts';
import { applyLanguage, applyTheme } from '../theme/index.ts';
import { createActions } from './actions.ts';
import { focusPage, revealSection } from './focus.ts';
import { followFileDrops } from './file-drops.ts';
import { EMPTY_LIBRARY } from './library.ts';
import { readLibrary, type LibraryActionParts } from './library-actions.ts';
import { OptionsView } from './OptionsView.tsx';
import { pageSpecOf, placeOf, type Place } from './pages.ts';
import type { Announced, OptionsParts, OptionsState, Shortcut } from './state.ts';

/** How long a sentence about the last change is shown, in ms. A sentence about a change that may lose something stays. */
const ANNOUNCEMENT_MS = 10_000;
/** How long the first drawing waits for the stored settings, in ms: they come in a few, unless the storage is broken. */
const STORED_WITHIN_MS = 1000;
/** How long what comes after the first drawing waits for the browser to be idle, in ms. */
const IDLE_WITHIN_MS = 100;

export function startOptions(parts: OptionsParts, signal: AbortSignal): void {
  const { root, knowledge, version, say, locale } = parts;
  applyLanguage(document.documentElement, locale);
  const draw = (state: OptionsState): void => {
    applyTheme(document.documentElement, state.settings);
    document.title = say('optionsPageTitle', say(pageSpecOf(state.page).heading));
    const shared = { knowledge, version, today: new Date(), say, locale };
    render(<OptionsView state={state} actions={actions} {...shared} />, root);
  };
  const held = holdState(draw);
  const { update, announce } = held;
  const drawn = firstOf(parts).then((settings) => {
    update({ settings, page: placeOf(location.hash).page });
    followAddress(update, signal);
    return idle();
  });
  const store = laterStore(drawn.then(parts.openStore));
  const library = drawn.then(parts.openLibrary);
  const show = (next: SettingsState): void => {
    update({ problem: undefined, policy: undefined, ...next });
  };
  const fail = (error: unknown): void => {
    announce({ text: sayFailure(failureOf(error), say) }, true);
    void store.read().then(show);
  };
  /**
   * Draws a change before it is stored, so that no control jumps back while the storage is busy; announces it afterwards. One that may
   * lose something changes many settings, so a policy that decides some of them lets the rest pass.
   */
  const save = (mutate: (settings: Settings) => Settings, text: string, lasting = false): void => {
    const { settings, policy } = held.state();
    update({ settings: keptBy(policy, mutate(settings)) });
    store.change(mutate, { isPartial: lasting }).then(({ patch }) => {
      const isChange = Object.keys(patch).length > 0;
      announce({ text, patch: isChange ? patch : undefined }, lasting && isChange);
    }, fail);
  };
  const actions = createActions({
    ...parts,
    ...held,
    store,
    save,
    fail,
    library,
    undo(announced) {
      undoing(announced, store)?.then(() => {
        announce({ text: say('undone') });
      }, fail);
    },
  });

  store.subscribe(show, signal);
  void store.read().then(show);
  followLibrary({ ...parts, ...held, library }, actions.renewFiles, signal);
  followFiles({ ...parts, ...held }, actions.readFiles, signal);
  void drawn.then(() => {
    complete(parts, update, signal);
  });
}

/** Undoes what was announced, if it can be undone. */
const undoing = (
  { patch, undo }: Announced,
  store: Pick<SettingsStore, 'change'>,
): Promise<unknown> | undefined =>
  undo?.() ??
  (patch && store.change((settings) => unpatched(settings, patch), { isPartial: true }));

/** Shows what is in the library, now and after each change. @param onRead called when the state has it */
function followLibrary(
  parts: Pick<OptionsParts, 'loadAll'> & Pick<LibraryActionParts, 'library' | 'state' | 'update'>,
  onRead: () => void,
  signal: AbortSignal,
): void {
  const read = async (): Promise<void> => {
    await readLibrary(parts);
    onRead();
    parts.update({ all: await parts.loadAll() });
  };
  void readLibrary(parts);
  // What could not be mended, and a library that cannot be opened, `read` says.
  void parts.library
    .then((opened) => {
      opened.subscribe(() => void read(), signal);
      return opened.ensureCurrent();
    })
    .catch(() => undefined)
    .then(read);
}

/**
 * Takes files that are dropped on the page of datasets, and lets no other drop leave the options. Also takes the file that the popup
 * found in a tab.
 */
function followFiles(
  {
    state,
    update,
    followFileToLookAt,
  }: Pick<OptionsParts, 'followFileToLookAt'> & Pick<LibraryActionParts, 'state' | 'update'>,
  onFiles: (files: File[]) => void,
  signal: AbortSignal,
): void {
  const isTaking = (): boolean => state().page === 'datasets';
  const onDragged = (isDragged: boolean): void => {
    update({ library: { ...state().library, isDragged } });
  };
  followFileDrops({ isTaking, onDragged, onFiles }, signal);
  followFileToLookAt((file) => {
    location.hash = 'datasets';
    onFiles([file]);
  }, signal);
}

/** Draws and loads what the first drawing left out. */
function complete(
  { loadHighlights, followPolicyNews, readShortcuts, say }: OptionsParts,
  update: (change: Partial<OptionsState>) => void,
  signal: AbortSignal,
): void {
  loadHighlights();
  update({ isFirst: false });
  reveal(placeOf(location.hash));
  void import('../settings/rule-cover.ts').then(({ coverOf }) => {
    update({ coverOf });
  });
  // Loaded once, before the first news: a later one must not overtake it.
  void import('./policy-words.ts').then(({ sayPolicyNews }) => {
    followPolicyNews((news) => {
      update({ policyProblems: sayPolicyNews(news, say) });
    }, signal);
  });
  followShortcuts(
    readShortcuts,
    (shortcuts) => {
      update({ shortcuts });
    },
    signal,
  );
}

/** The settings for the first drawing: the stored ones, or the defaults if the storage is slow or fails. */
function firstOf({ firstSettings }: OptionsParts): Promise<Settings> {
  const late = new Promise<Settings>((resolve) => {
    setTimeout(resolve, STORED_WITHIN_MS, DEFAULT_SETTINGS);
  });
  return Promise.race([firstSettings.catch(() => DEFAULT_SETTINGS), late]);
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(
      () => {
        resolve();
      },
      { timeout: IDLE_WITHIN_MS },
    );
  });

/** Shows the page that the address names after each change of the address, and moves the focus to it. */
function followAddress(update: (change: Partial<OptionsState>) => void, signal: AbortSignal): void {
  addEventListener(
    'hashchange',
    () => {
      const place = placeOf(location.hash);
      update({ page: place.page });
      if (!reveal(place)) focusPage();
    },
    { signal },
  );
}

/** Moves the focus to the section that a place names. @returns whether there is one */
function reveal({ section }: Place): boolean {
  const element = section && document.getElementById(section);
  if (element) revealSection(element);
  return Boolean(element);
}

/** Owns the state of the page, and the timer of the sentence about the last change. */
function holdState(draw: (state: OptionsState) => void) {
  let state: OptionsState = {
    settings: DEFAULT_SETTINGS,
    page: placeOf(location.hash).page,
    isFirst: true,
    unreadable: [],
    announced: undefined,
    pending: undefined,
    library: EMPTY_LIBRARY,
    all: undefined,
    shortcuts: [],
    coverOf: undefined,
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

/** Reads the keys again when the reader comes back to the page, because there is no event for a change of keys. */
function followShortcuts(
  read: OptionsParts['readShortcuts'],
  listener: (shortcuts: Shortcut[]) => void,
  signal: AbortSignal,
): void {
  const readInTurn = inTurn(read);
  const readAgain = (): void => void readInTurn().then(listener);
  readAgain();
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') readAgain();
    },
    { signal },
  );
}
