/** The states of the welcome page: whether the browser lets the extension read, and what was chosen. Data only. */
import type { Knowledge } from '../../src/dataset/index.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/index.ts';
import type { WelcomeState as WelcomeViewState } from '../../src/welcome/WelcomeView.tsx';
import { policyWelcomes } from './states-policy.ts';
import type { WelcomeState } from './states.ts';

/** Makes a state of the welcome page: its id, a name, and what differs from the first time. */
export type MakeWelcome = (
  id: string,
  name: string,
  change?: Partial<WelcomeViewState>,
  special?: Pick<WelcomeState, 'dir'>,
) => WelcomeState;

export function welcomeStates({ entities, source }: Knowledge): WelcomeState[] {
  const mainNames = entities.filter(({ tier }) => tier === 'main').map(({ name }) => name);
  const welcome: MakeWelcome = (id, name, change = {}, special = {}) => {
    const state: WelcomeViewState = {
      settings: DEFAULT_SETTINGS,
      ...{ mainNames, names: mainNames.slice(0, 3), sourceDate: source.date },
      access: 'all',
      shortcuts: [
        { name: 'next-mention', description: '', keys: 'Alt+Period' },
        { name: 'open-mention', description: '', keys: 'Alt+Shift+O' },
      ],
      announced: '',
      ...change,
    };
    return { view: 'welcome', id: `welcome-${id}`, name, props: { state }, ...special };
  };
  return [
    welcome('first', 'as it opens'),
    welcome('withheld', 'the browser withholds sites, and the keys are taken', {
      ...{ access: 'withheld', shortcuts: [] },
    }),
    welcome('chosen', 'a choice was just saved', {
      settings: { ...DEFAULT_SETTINGS, highlightStyle: 'tint', dwellMs: 735 },
      announced: 'Saved: Highlight style.',
    }),
    ...policyWelcomes(welcome),
    welcome('rtl', 'right to left', {}, { dir: 'rtl' }),
  ];
}
