/**
 * What the gallery's pages have in common: finds the state that the address names and draws it. Runs in the page.
 */
import { knowledge } from 'virtual:dataset';
import { render, type ComponentChild } from 'preact';
import type { Knowledge } from '../../src/dataset/index.ts';
import type { Wording } from '../../src/locale/index.ts';
import { applyLanguage } from '../../src/theme/index.ts';
import { loadFonts } from './fonts.ts';
import { statesFor, type State, type ViewName } from './states.ts';
import { wordingIn } from './words.ts';

/** Actions of any view: they do nothing, whatever they are called. */
export const NO_ACTIONS = new Proxy({}, { get: () => noAction }) as never;

/** For one action of a view. */
export const noAction = (): undefined => undefined;

/**
 * Draws the state of `?state=<id>` into the page's body.
 * @param after runs once it is drawn
 * @throws Error where there is no such state of this view
 */
export function show<View extends ViewName>(
  view: View,
  draw: (state: Extract<State, { view: View }>, wording: Wording) => ComponentChild,
  after?: (state: Extract<State, { view: View }>, wording: Wording) => void,
): void {
  const id = new URLSearchParams(location.search).get('state');
  const state = statesFor(JSON.parse(knowledge) as Knowledge).find((each) => each.id === id);
  if (!isOf(state, view)) throw new Error(`The ${view} has no state ${String(id)}.`);
  const root = document.documentElement;
  const wording = wordingIn(state.words ?? 'en');
  applyLanguage(root, wording.locale);
  if (state.lang !== undefined) root.lang = state.lang;
  if (state.dir !== undefined) root.dir = state.dir;
  document.title = `${state.id}: ${state.name}`;
  void loadFonts().then(async () => {
    render(draw(state, wording), document.body);
    after?.(state, wording);
    if (state.opened) await unfold();
    root.dataset['shown'] = state.id;
  });
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
