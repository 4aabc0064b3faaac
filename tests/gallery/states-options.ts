/** The states of the options page: what is set, what was typed wrongly, what was kept aside. Data only. */
import type { Knowledge } from '../../src/dataset/index.ts';
import type { OptionsState as OptionsViewState } from '../../src/options/OptionsView.tsx';
import { DEFAULT_SETTINGS } from '../../src/settings/index.ts';
import type { OptionsState } from './states.ts';

const AT = new Date(2026, 8, 1, 9, 30).getTime();
const LONG_SITE = `${'a-very-long-part-of-a-host-name.'.repeat(4)}example`;

export function optionsStates(knowledge: Knowledge): OptionsState[] {
  const options = (
    id: string,
    name: string,
    change: Partial<OptionsViewState> = {},
    special: Pick<OptionsState, 'dir' | 'lang' | 'opened' | 'baselines'> = {},
  ): OptionsState => {
    const state: OptionsViewState = {
      settings: DEFAULT_SETTINGS,
      aside: [],
      announcement: '',
      siteProblem: undefined,
      dwellEntry: undefined,
      ...change,
    };
    return { view: 'options', id, name, props: { state, knowledge }, ...special };
  };
  return [
    options('options-defaults', 'the defaults', {}, { baselines: ['light.320'] }),
    options('options-changed', 'much changed, just saved', {
      settings: {
        ...DEFAULT_SETTINGS,
        entitiesOff: ['david-lammy'],
        castOn: ['joe-biden', 'russia'],
        highlightStyle: 'tint',
        dwellMs: 735,
        sitesOff: ['file:', 'news.example', LONG_SITE],
      },
      announcement: 'David Lammy is no longer highlighted.',
    }),
    options('options-wrong', 'wrong entries', {
      siteProblem: { problem: 'siteWrong', entry: 'not a site at all' },
      dwellEntry: { typed: '99999', wrong: true },
    }),
    options('options-wrong-long', 'a very long wrong entry', {
      siteProblem: { problem: 'siteKnown', entry: LONG_SITE },
    }),
    options(
      'options-aside',
      'two records kept aside, unfolded',
      {
        aside: [
          {
            key: 'settings-aside-1',
            at: AT,
            reason: 'newer',
            original: { version: 7, settings: { everything: 'else' } },
          },
          { key: 'settings-aside-2', at: AT, reason: 'broken', original: 'x'.repeat(400) },
        ],
      },
      { opened: true },
    ),
    options('options-rtl', 'right to left', {}, { dir: 'rtl' }),
  ];
}
