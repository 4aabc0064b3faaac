/**
 * What the gallery's pages have in common: draws the state that the address names, and others after it. Runs in the page.
 */
import { knowledge } from 'virtual:dataset';
import { render, type ComponentChild } from 'preact';
import type { Knowledge } from '../../src/dataset/index.ts';
import type { Wording } from '../../src/locale/index.ts';
import { applyLanguage } from '../../src/theme/index.ts';
import { loadFonts } from './fonts.ts';
import { auditOf, faultsOf, type AxeOptions } from './judge.ts';
import { statesFor, type State, type ViewName } from './states.ts';
import { wordingIn } from './words.ts';

/** What each page of the gallery offers to whoever drives it, as `gallery` of its window. */
export interface GalleryPage {
  /** Resolves when the state is drawn that the address names. */
  drawn: Promise<void>;
  /**
   * Draws another state of the page's view in the place of what is there.
   * @param words in place of the state's own
   * @throws Error where there is no such state
   */
  draw(id: string, words?: string): Promise<void>;
  /** Text that is cut off or glued together, what is too wide, and what went wrong in the page: one line each. */
  faults(): Promise<string[]>;
  /** What axe has against what is drawn, or cannot decide: one line each. */
  audit(options: AxeOptions): Promise<string[]>;
}

declare global {
  interface Window {
    gallery: GalleryPage;
  }
}

/** Actions of any view: they do nothing, whatever they are called. */
export const NO_ACTIONS = new Proxy({}, { get: () => noAction }) as never;

/** For one action of a view. */
export const noAction = (): undefined => undefined;

/**
 * Draws the state of `?state=<id>` into the page's body; `&words=<language>` has it in other words.
 * @param after runs once it is drawn; its signal ends what it starts
 * @throws Error where there is no such state of this view
 */
export function show<View extends ViewName>(
  view: View,
  draw: (state: Extract<State, { view: View }>, wording: Wording) => ComponentChild,
  after?: (state: Extract<State, { view: View }>, wording: Wording, signal: AbortSignal) => void,
): void {
  const errors = collectErrors();
  const address = new URLSearchParams(location.search);
  const states = statesFor(JSON.parse(knowledge) as Knowledge);
  /** Of what is drawn. */
  let life = new AbortController();
  const drawState = async (id: string, words?: string | null): Promise<void> => {
    const state = states.find((each) => each.id === id);
    if (!isOf(state, view)) throw new Error(`The ${view} has no state ${id}.`);
    await loadFonts();
    life.abort();
    life = new AbortController();
    clear();
    const wording = wordingIn(words ?? state.words ?? 'en');
    speak(state, wording);
    render(draw(state, wording), document.body);
    after?.(state, wording, life.signal);
    if (state.opened) await unfold();
    document.documentElement.dataset['shown'] = state.id;
  };
  window.gallery = {
    drawn: drawState(address.get('state') ?? '', address.get('words')),
    draw: drawState,
    faults: () => faultsOf(errors.splice(0)),
    audit: auditOf,
  };
}

/** @returns what went wrong in the page since then; whoever reads it takes it out */
function collectErrors(): string[] {
  const errors: string[] = [];
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  for (const kind of ['error', 'warn'] as const) {
    const say = console[kind].bind(console);
    console[kind] = (...values: unknown[]) => {
      errors.push(values.map(String).join(' '));
      say(...values);
    };
  }
  return errors;
}

/** Nothing is left of the state before. */
function clear(): void {
  const root = document.documentElement;
  render(null, document.body);
  delete root.dataset['shown'];
  delete root.dataset['box'];
  scrollTo(0, 0);
}

function speak(state: State, { locale }: Wording): void {
  const root = document.documentElement;
  applyLanguage(root, locale);
  if (state.lang !== undefined) root.lang = state.lang;
  if (state.dir !== undefined) root.dir = state.dir;
  document.title = `${state.id}: ${state.name}`;
}

async function unfold(): Promise<void> {
  for (const each of document.querySelectorAll('details')) each.open = true;
  const closed = 'button[aria-expanded="false"]';
  for (const each of document.querySelectorAll<HTMLElement>(closed)) each.click();
  // Preact draws what a click changed a task later.
  await new Promise((resolve) => setTimeout(resolve, 50));
}

function isOf<View extends ViewName>(
  state: State | undefined,
  view: View,
): state is Extract<State, { view: View }> {
  return state?.view === view;
}
