/** The states of the options' page of datasets: what is added, what was read, what was refused. Data only. */
import type { Knowledge } from '../../src/dataset/index.ts';
import { allDatasets, type AllDatasets, type LibraryEntry } from '../../src/library/index.ts';
import {
  EMPTY_LIBRARY,
  type GoodPreview,
  type LibraryView,
  type RefusedPreview,
} from '../../src/options/library.ts';
import type { MakeOptions } from './states-options.ts';
import { NARROW, type OptionsState } from './states.ts';

/** An added dataset with nothing special. */
export const PLAIN: LibraryEntry = {
  hash: 'a'.repeat(64),
  id: 'bridges',
  version: 3,
  title: 'Two bridges in Lindmark',
  language: 'en',
  maker: 'Reading group of the Lindmark library',
  licence: 'CC-BY-4.0',
  sourceKind: 'News report',
  sourceDate: { value: '2030-05-08', inferred: false },
  made: '2030-05-10',
  entities: 12,
  facts: 31,
  bytes: 71_204,
  isOn: true,
};
const entry = (mark: string, change: Partial<LibraryEntry> = {}): LibraryEntry => ({
  ...PLAIN,
  hash: mark.repeat(64),
  ...change,
});

const CHECKED = entry('b', {
  title: 'What was said about the ferry',
  check: { on: '2026-11-20', differs: [] },
});
const DIFFERS = entry('c', {
  title: 'A very long title about a very long dispute that went on and on until nobody knew why',
  maker: 'Arbeitsgemeinschaft der Donaudampfschifffahrtsgesellschaftsfreunde e. V.',
  check: { on: '2026-11-20', differs: ['a', 'b', 'c'] },
});
const OFF = entry('d', {
  title: 'الجسران في ليندمارك',
  language: 'ar',
  maker: 'مكتبة',
  isOn: false,
});
const SIGNED = entry('9', {
  title: 'Who owns the quay',
  signingKey: '3f2a91c07b1d44e8a0c2'.padEnd(64, '5'),
});
const OUTDATED = entry('0', { title: 'The old harbour', isOn: false, isRefused: true });
/** The version that the options of the gallery show. */
const SLOW = entry('8', { title: 'Every pillar of every bridge', slowIn: '0.1.0' });
const GONE = entry('e', { title: 'Winter in the harbour' });
const BY_POLICY = entry('f', {
  title: 'House style: people in our pages',
  maker: 'Lindmark Courier',
  isByPolicy: true,
});
const SEVERAL: LibraryView = {
  ...EMPTY_LIBRARY,
  registry: [BY_POLICY, PLAIN, CHECKED, DIFFERS, OFF, OUTDATED, GONE],
  gone: [GONE],
};

const SLOWLY: LibraryView = { ...EMPTY_LIBRARY, registry: [SLOW, PLAIN] };

const EMPTY_PARTS = { triggers: '', identities: '', knowledge: '', searchTerms: '' };

const NEW: GoodPreview = {
  // The view looks at none of these.
  ...{ bytes: new Uint8Array(), contexts: [] },
  parts: { judged: { dataset: '', scanner: '', catalogue: '', entities: '' }, ...EMPTY_PARTS },
  name: 'bridges.backgrounder.json',
  entry: PLAIN,
  warnings: [],
  startsOff: false,
  relation: 'new',
  mainNames: ['Ada Quill', 'Bo Lindgren', 'Lindmark', 'Cleo Marsh'],
};
export const UPDATE: GoodPreview = {
  ...NEW,
  entry: { ...PLAIN, version: 4 },
  relation: 'update',
  known: PLAIN,
  changes: {
    added: ['Quill said that the second bridge would open in June.'],
    changed: ['The report says that the weather was fine.'],
    gone: Array.from({ length: 25 }, (_, n) => `Marsh said that pillar ${n} was sound.`),
  },
};
const SIGNED_NEW: GoodPreview = { ...NEW, entry: SIGNED, signing: 'signed' };
const OTHER_KEY: GoodPreview = {
  ...UPDATE,
  entry: { ...SIGNED, version: 4, signingKey: '1207733041905528'.padEnd(64, '8') },
  known: SIGNED,
  signing: 'other',
};
const WARNED: GoodPreview = {
  ...NEW,
  entry: { ...PLAIN, licence: 'Ask-Me-First', title: DIFFERS.title, maker: DIFFERS.maker },
  startsOff: true,
  warnings: [
    {
      kind: 'licence',
      path: 'licence',
      found: '"Ask-Me-First"',
      expected: 'a licence of the SPDX list',
    },
    {
      kind: 'mixed-scripts',
      path: 'entities[3].detection.names[0].text',
      found: '"Аda Quill", with the Cyrillic letter А',
      expected: 'letters of one alphabet: "Ada Quill"',
    },
  ],
  mainNames: Array.from({ length: 60 }, (_, n) => `Person ${n}`),
};
const REFUSED: RefusedPreview = {
  ...{ refusal: 'content', more: 3 },
  name: 'a-file-that-somebody-edited-in-a-hurry-and-saved-with-a-long-name.json',
  problems: Array.from({ length: 27 }, (_, n) => ({
    path: `facts[${n}].evidence[0].sha256`,
    found: `"${'0'.repeat(60)}…" (64 characters)`,
    expected: 'a SHA-256 in lower-case hexadecimal',
  })),
};

/** What was read, as a library with these files. */
const withFiles = (...previews: LibraryView['files'][number]['preview'][]): LibraryView => ({
  ...EMPTY_LIBRARY,
  files: previews.map((preview, id) => ({ id, preview })),
});
const FIFTY = Array.from({ length: 50 }, (_, n) =>
  n % 2 === 0
    ? { ...NEW, entry: { ...PLAIN, id: `bridges-${n}`, title: `Bridges, part ${n}` } }
    : {
        ...REFUSED,
        name: `picture-${n}.json`,
        refusal: 'no-dataset' as const,
        problems: REFUSED.problems.slice(0, 1),
      },
);

export function libraryStates(options: MakeOptions): OptionsState[] {
  const state = (
    id: string,
    name: string,
    library: LibraryView,
    special: Parameters<MakeOptions>[3] = {},
  ): OptionsState => options(['datasets', `datasets-${id}`], name, { library }, special);
  return [
    state('several', 'datasets in every state', SEVERAL, { baselines: ['light.900'] }),
    state('dragged', 'files are dragged over the page', { ...EMPTY_LIBRARY, isDragged: true }),
    state(
      'reading',
      'files are read',
      {
        ...EMPTY_LIBRARY,
        reading: { name: 'bridges.backgrounder.json', at: 3, of: 5, part: 0.6 },
      },
      {
        baselines: ['dark.900'],
      },
    ),
    state('unread', 'a library that cannot be read', {
      ...EMPTY_LIBRARY,
      problem: 'Internal error opening backing store for indexedDB.open.',
    }),
    state('new', 'a new dataset', withFiles(NEW), { baselines: ['light.320'] }),
    state('update', 'a newer version', withFiles(UPDATE), { opened: true }),
    state('signed', 'a new dataset that is signed', withFiles(SIGNED_NEW)),
    state('other-key', 'a newer version, signed with another key', withFiles(OTHER_KEY)),
    state(
      'older',
      'an older version',
      withFiles({ ...UPDATE, relation: 'older', entry: PLAIN, known: UPDATE.entry }),
    ),
    state('other', 'other content', withFiles({ ...NEW, relation: 'other-content', known: PLAIN })),
    state('same', 'the same file again', withFiles({ ...NEW, relation: 'same', known: PLAIN })),
    state('warned', 'a dataset with warnings', withFiles(WARNED)),
    state('refused', 'a file that is refused', withFiles(REFUSED)),
    state('fifty', 'fifty files, every second one refused', withFiles(...FIFTY)),
    state('slow', 'a dataset that is too slow', SLOWLY),
    state('slow-in-ar', 'a dataset that is too slow, in Arabic', SLOWLY, {
      ...{ words: 'ar', judgedIn: NARROW },
    }),
    state('several-in-ar', 'datasets, in Arabic', SEVERAL, { words: 'ar', judgedIn: NARROW }),
    state('warned-in-ar', 'warnings, in Arabic', withFiles(WARNED, OTHER_KEY), {
      ...{ words: 'ar', judgedIn: NARROW },
    }),
    state(
      'reading-in-ar',
      'a file is read, in Arabic',
      {
        ...EMPTY_LIBRARY,
        reading: { name: 'bridges.backgrounder.json', at: 1, of: 1, part: 0.4 },
      },
      { words: 'ar', judgedIn: NARROW },
    ),
  ];
}

/** A made-up dataset with 500 entities, copies of the bundled ones. */
export function manyOf(knowledge: Knowledge): AllDatasets {
  const entities = Array.from({ length: 500 }, (_, n) => {
    const [one] = knowledge.entities.slice(n % knowledge.entities.length);
    if (!one) throw new Error('The dataset has no entity.');
    return { ...one, id: `many/${n}`, name: `${one.name} ${n}`, tier: TIERS[n % 2] ?? 'main' };
  });
  const many: Knowledge = {
    ...knowledge,
    dataset: { ...knowledge.dataset, id: 'many', title: DIFFERS.title },
    entities,
  };
  const searchTerms = { entities: [], synonyms: {} };
  return allDatasets({ knowledge, searchTerms }, [
    { entry: { ...DIFFERS, id: 'many' }, knowledge: many, searchTerms },
  ]);
}

const TIERS = ['main', 'cast'] as const;
