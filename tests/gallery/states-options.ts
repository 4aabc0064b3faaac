/** The states of the options page: what is set, what was typed wrongly, what was kept aside. Data only. */
import type { Knowledge } from '../../src/dataset/index.ts';
import type { OptionsState as OptionsViewState } from '../../src/options/state.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/index.ts';
import { StorageError } from '../../src/settings/store.ts';
import { exportSettings, importSettings } from '../../src/settings/transfer.ts';
import type { OptionsState } from './states.ts';

const AT = new Date(2026, 8, 1, 9, 30).getTime();
const TODAY = new Date(2026, 10, 22, 12);
const LONG_SITE = `${'a-very-long-part-of-a-host-name.'.repeat(4)}example`;

/** Cyrillic letters that look like "apple". */
const LOOK_ALIKE = 'xn--80ak6aa92e.com';
/** Half an hour later than the pictures say it is. */
const SOON = TODAY.getTime() + 1_800_000;

const SHORTCUTS = [
  { name: 'next-mention', description: 'Next mention on the page', keys: 'Alt+Period' },
  { name: 'previous-mention', description: 'Previous mention on the page', keys: '' },
];
const GOOD_FILE = {
  fileName: 'backgrounder-settings-2026-11-22.json',
  imported: importSettings(
    exportSettings(
      { ...DEFAULT_SETTINGS, theme: 'dark', dwellMs: 200, sitesOff: ['a.example', LONG_SITE] },
      { sites: true },
    ),
    DEFAULT_SETTINGS,
  ),
};
const SURPRISING_FILE = {
  fileName: 'from-a-newer-version.json',
  imported: importSettings(
    JSON.stringify({
      kind: 'backgrounder-settings',
      version: 1,
      settings: {
        ...{ on: false, largeCards: true, castOn: ['joe-biden'] },
        sitesOff: ['com', LOOK_ALIKE, ...Array.from({ length: 30 }, (_, n) => `s${n}.example`)],
        notThis: [{ site: 'news.example', entity: 'david-lammy', surface: 'Lammy' }],
      },
    }),
    { ...DEFAULT_SETTINGS, sitesOff: ['old.example'] },
  ),
};
const BAD_FILE = {
  fileName: `${'a-long-file-name-'.repeat(6)}.json`,
  imported: importSettings(
    '{\n  "kind": "backgrounder-settings",\n  "version": 1,\n  "settings": {\n    "dwellMs": 99999,\n    "theme": "pink",\n    "sitesOff": ["not a site"]\n  }\n}\n',
    DEFAULT_SETTINGS,
  ),
};

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
      announced: undefined,
      pending: undefined,
      shortcuts: SHORTCUTS,
      ...change,
    };
    const props = { state, knowledge, version: '0.1.0', today: TODAY };
    return { view: 'options', id, name, props, ...special };
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
        sitesOff: ['co.uk', 'file:', 'github.io/docs/*', 'news.example', LOOK_ALIKE, LONG_SITE],
      },
      announced: { text: 'David Lammy is no longer highlighted.', patch: {} },
    }),
    options('options-dark', 'always dark, text at 130 %, paused', {
      settings: { ...DEFAULT_SETTINGS, theme: 'dark', textSize: 130, pausedUntil: SOON },
    }),
    options('options-only', 'on some sites alone, on some not', {
      settings: {
        ...DEFAULT_SETTINGS,
        siteMode: 'only',
        sitesOff: ['forum.example'],
        sitesOn: ['*.news.example', 'news.example/world/*', LONG_SITE],
        notThis: [{ site: 'news.example', entity: 'david-lammy', surface: 'Lammy' }],
      },
    }),
    options('options-import', 'a file that would change settings', { pending: GOOD_FILE }),
    options(
      'options-import-surprising',
      'a file with rules that cover much, and a setting of a newer version',
      {
        pending: SURPRISING_FILE,
      },
    ),
    options('options-import-refused', 'a file that is refused', { pending: BAD_FILE }),
    options('options-storage', 'a storage that does not answer', {
      problem: new StorageError('slow', 'The storage did not answer within 2000 ms.'),
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
