/**
 * What the gallery's pages have in common: finds the state that the address names and draws it. Runs in the
 * page; strings come from the catalogue's file instead of the browser.
 */
import { knowledge } from 'virtual:dataset';
import { render, type ComponentChild } from 'preact';
import catalogue from '../../assets/public/_locales/en/messages.json';
import type { Knowledge } from '../../src/dataset/index.ts';
import { wordingLocale, type Say, type Wording } from '../../src/locale/index.ts';
import { loadFonts } from './fonts.ts';
import { statesFor, type State, type ViewName } from './states.ts';

const say: Say = (key, ...substitutions) =>
  catalogue[key].message.replace(/\$(\d)/g, (_, at: string) =>
    String(substitutions[Number(at) - 1] ?? ''),
  );

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
  root.lang = state.lang ?? 'en';
  root.dir = state.dir ?? 'ltr';
  document.title = `${state.id}: ${state.name}`;
  const wording = { say, locale: wordingLocale(say, 'en-GB') };
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
