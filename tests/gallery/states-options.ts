/** The states of the options page: what is set, what was typed wrongly, what was kept aside. Data only. */
import type { Knowledge } from '../../src/dataset/index.ts';
import type { OptionsState as OptionsViewState } from '../../src/options/state.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings/index.ts';
import { StorageError } from '../../src/settings/store.ts';
import type { Say } from '../../src/locale/index.ts';
import { saySetting } from '../../src/locale/settings-words.ts';
import { readBytes } from '../../src/options/files.ts';
import { EMPTY_LIBRARY } from '../../src/options/library.ts';
import { PAGE_IDS, type PageId } from '../../src/options/page-ids.ts';
import { coverOf } from '../../src/settings/rule-cover.ts';
import { exportSettings } from '../../src/settings/transfer.ts';
import catalogue from '../../assets/public/_locales/en/messages.json' with { type: 'json' };
import { libraryStates, manyOf } from './states-library.ts';
import { policyOptions } from './states-policy.ts';
import { uglyOptions } from './states-ugly.ts';
import { NARROW, type OptionsState } from './states.ts';

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
const say: Say = (key, ...values) =>
  catalogue[key].message.replace(/\$(\d)/g, (_, at: string) =>
    String(values[Number(at) - 1] ?? ''),
  );

/** A file that was chosen, as the page reads it. */
const fileOf = (fileName: string, text: string, current = DEFAULT_SETTINGS) => {
  const words = { nameOf: (name: string) => saySetting(name, say) ?? name, say };
  return { fileName, imported: readBytes(new TextEncoder().encode(text), current, words) };
};

const GOOD_FILE = fileOf(
  'backgrounder-settings-2026-11-22.json',
  exportSettings(
    { ...DEFAULT_SETTINGS, theme: 'dark', dwellMs: 200, sitesOff: ['a.example', LONG_SITE] },
    { sites: true },
  ),
);
const SURPRISING_FILE = fileOf(
  'from-a-newer-version.json',
  JSON.stringify({
    kind: 'backgrounder-settings',
    version: 1,
    settings: {
      ...{ on: false, largeCards: true, castOn: ['joe-biden'] },
      sitesOff: ['com', LOOK_ALIKE, ...Array.from({ length: 30 }, (_, n) => `s${n}.example`)],
      dismissedMentions: [{ site: 'news.example', entity: 'david-lammy', surface: 'Lammy' }],
    },
  }),
  { ...DEFAULT_SETTINGS, sitesOff: ['old.example'] },
);
const BAD_FILE = fileOf(
  `${'a-long-file-name-'.repeat(6)}.json`,
  '{\n  "kind": "backgrounder-settings",\n  "version": 1,\n  "settings": {\n    "dwellMs": 99999,\n    "theme": "pink",\n    "sitesOff": ["not a site"]\n  }\n}\n',
);
const FOREIGN_FILE = fileOf('shopping.json', '{"milk": 2}');

/** Makes a state of a page of the options: its address and id, a name, and what differs from the defaults. */
export type MakeOptions = (
  at: [page: PageId, id: string],
  name: string,
  change?: Partial<OptionsViewState>,
  special?: Pick<OptionsState, 'words' | 'judgedIn' | 'opened' | 'baselines'>,
) => OptionsState;

export function optionsStates(knowledge: Knowledge): OptionsState[] {
  const options: MakeOptions = ([page, id], name, change = {}, special = {}) => {
    const state: OptionsViewState = {
      page,
      isFirst: false,
      settings: DEFAULT_SETTINGS,
      unreadable: [],
      announced: undefined,
      pending: undefined,
      library: EMPTY_LIBRARY,
      all: undefined,
      shortcuts: SHORTCUTS,
      coverOf,
      ...change,
    };
    const props = { state, knowledge, version: '0.1.0', today: TODAY };
    return { view: 'options', id: `options-${id}`, name, props, ...special };
  };
  const DARK = { ...DEFAULT_SETTINGS, theme: 'dark', textSize: 130, pausedUntil: SOON } as const;
  const ONLY: Settings = {
    ...DEFAULT_SETTINGS,
    siteMode: 'only',
    sitesOff: ['forum.example'],
    sitesOn: ['*.news.example', 'news.example/world/*', LONG_SITE],
    dismissedMentions: [{ site: 'news.example', entity: 'david-lammy', surface: 'Lammy' }],
  };
  return [
    ...PAGE_IDS.map((page) =>
      options([page, page], `${page}, the defaults`, {}, { baselines: ['light.320'] }),
    ),
    options(['highlights', 'changed'], 'much changed, just saved', {
      settings: {
        ...DEFAULT_SETTINGS,
        on: false,
        entitiesOff: ['david-lammy'],
        castOn: ['joe-biden', 'russia'],
        highlightStyle: 'tint',
        marking: 'first',
      },
      announced: { text: 'David Lammy is no longer highlighted.', patch: {} },
    }),
    options(['highlights', 'cast'], 'everything unfolded', {}, { opened: true }),
    options(
      ['highlights', 'highlights-added'],
      'a large added dataset, everything unfolded',
      { all: manyOf(knowledge) },
      { opened: true },
    ),
    options(['highlights', 'dark'], 'always dark, text at 130 %, paused', { settings: DARK }),
    options(['cards', 'cards-changed'], 'exact times, a key to hold, large and dark', {
      settings: { ...DARK, dwellMs: 735, leaveMs: 1000, openKey: 'shift' },
    }),
    options(
      ['sites', 'sites-rules'],
      'rules that cover much, everything unfolded',
      {
        settings: {
          ...DEFAULT_SETTINGS,
          sitesOff: ['co.uk', 'file:', 'github.io/docs/*', 'news.example', LOOK_ALIKE, LONG_SITE],
        },
      },
      { opened: true },
    ),
    options(['sites', 'only'], 'on some sites alone, on some not', { settings: ONLY }),
    options(['data', 'import'], 'a file that would change settings', { pending: GOOD_FILE }),
    options(
      ['data', 'import-surprising'],
      'a file with rules that cover much, and a setting of a newer version',
      { pending: SURPRISING_FILE },
    ),
    options(['data', 'import-refused'], 'a file that is refused', { pending: BAD_FILE }),
    options(['data', 'import-foreign'], 'a file of something else', { pending: FOREIGN_FILE }),
    ...libraryStates(options),
    ...uglyOptions(options, knowledge),
    ...policyOptions(options),
    options(['cards', 'storage'], 'a storage that does not answer', {
      problem: new StorageError('slow', 'The storage did not answer within 2000 ms.'),
    }),
    options(
      ['keys', 'aside'],
      'two records kept aside, unfolded',
      {
        unreadable: [
          {
            key: 'settings-unreadable-1',
            at: AT,
            reason: 'newer',
            original: { version: 7, settings: { everything: 'else' } },
          },
          { key: 'settings-unreadable-2', at: AT, reason: 'broken', original: 'x'.repeat(400) },
        ],
      },
      { opened: true },
    ),
    options(['highlights', 'in-ar'], 'in Arabic', {}, { words: 'ar' }),
    options(
      ['data', 'data-in-ar'],
      'in Arabic, with a file',
      { pending: GOOD_FILE },
      { words: 'ar', judgedIn: NARROW },
    ),
    options(
      ['sites', 'sites-in-ar'],
      'a list of sites, in Arabic',
      { settings: ONLY },
      { words: 'ar', judgedIn: NARROW, opened: true },
    ),
    ...PAGE_IDS.map((page) =>
      options(
        [page, `${page}-opened`],
        `${page}, unfolded, with much in it`,
        { settings: { ...ONLY, dwellMs: 200 } },
        { judgedIn: NARROW, opened: true },
      ),
    ),
  ];
}
