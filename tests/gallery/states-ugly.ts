/**
 * The states of every view with an added dataset that is as ugly as the checks let it be: tests/hostile-datasets/ugly.json. All of its
 * text must stay in its box and in reach. Data only.
 */
import { compileDataset } from '../../src/dataset/compile.ts';
import type { Knowledge } from '../../src/dataset/index.ts';
import { datasetSchema } from '../../src/dataset/schema.ts';
import { allDatasets, type AllDatasets, type LibraryEntry } from '../../src/library/index.ts';
import { withKeys } from '../../src/library/keyed.ts';
import { EMPTY_LIBRARY, type GoodPreview } from '../../src/options/library.ts';
import file from '../hostile-datasets/ugly.json' with { type: 'json' };
import { PLAIN, UPDATE } from './states-library.ts';
import type { MakeOptions } from './states-options.ts';
import type { MakePopup } from './states-popup.ts';
import type { CardState, OptionsState, PopupState } from './states.ts';

// What detection knows about languages is not drawn.
const { knowledge: UGLY, searchTerms: TERMS } = compileDataset(
  withKeys(datasetSchema.parse(file)),
  {} as never,
);
const { title, licence } = UGLY.dataset;
const ENTRY: LibraryEntry = {
  ...{ ...PLAIN, ...UGLY.dataset, hash: '7'.repeat(64) },
  ...{ sourceKind: UGLY.source.kind, sourceDate: UGLY.source.date },
};
const NAMES = UGLY.entities.map(({ name }) => name);

/** Its text is the same in all words; these pages are long, so they are judged where a page is usual, and where it is narrow. */
const judgedAt = (usual: number) =>
  ({ words: 'en', judgedIn: [`light.${usual}`, 'light.320'] }) as const;

const withUgly = (knowledge: Knowledge): AllDatasets =>
  allDatasets({ knowledge, searchTerms: { entities: [], synonyms: {} } }, [
    { entry: ENTRY, knowledge: UGLY, searchTerms: TERMS },
  ]);

export function uglyCards(knowledge: Knowledge): CardState[] {
  const parts = UGLY.entities.flatMap(({ id }) => withUgly(knowledge).partsOf(id));
  const [first] = parts;
  if (!first) throw new Error('The ugly dataset has nobody.');
  const card = (
    id: string,
    name: string,
    change: Pick<CardState, 'parts' | 'room'>,
    isWhole: boolean,
  ): CardState => ({
    ...{ view: 'card', id: `ugly-${id}`, name: `ugly: ${name}`, opened: true },
    ...{ ...judgedAt(360), ...change },
    tools: { position: 1, total: 1, isWhole, pinned: false, backTo: NAMES[0] ?? '' },
    props: {
      ...{ context: first.context, today: new Date(2026, 10, 22, 12), isWhole },
      ...{ onOpen: () => undefined, onCopy: () => undefined },
    },
  });
  const others = parts.map((part) => ({ ...part, relation: 'maybe' as const }));
  return [
    card('one', 'one source, unfolded', { parts: [first] }, true),
    card('several', 'one entity of each kind, as several sources', { parts: others }, false),
    card('in-popover', 'as high as the popover lets it be', { parts: others, room: 480 }, false),
  ];
}

export function uglyPopups(popup: MakePopup, knowledge: Knowledge): PopupState[] {
  const special = { all: withUgly(knowledge), ...judgedAt(360) };
  const checks = [{ entry: ENTRY, state: { found: 11, wanted: 12, differs: 3 } }];
  return [
    popup('popup-ugly', 'results of an ugly dataset', { query: 'Quill' }, special),
    popup('popup-ugly-card', 'an ugly card', { chosen: UGLY.entities[0]?.id }, special),
    popup(
      'popup-ugly-offers',
      'an ugly dataset in the tab, and its check',
      { offers: { shown: { title, text: '', name: 'ugly.json' }, checks } },
      special,
    ),
  ];
}

export function uglyOptions(options: MakeOptions, knowledge: Knowledge): OptionsState[] {
  const special = { opened: true, ...judgedAt(900) };
  const statements = UGLY.facts.slice(0, NAMES.length).map(({ statement }) => statement);
  const preview: GoodPreview = {
    ...UPDATE,
    ...{ entry: ENTRY, mainNames: NAMES, name: `${NAMES[0] ?? ''}.json` },
    warnings: [{ kind: 'licence', path: 'licence', found: licence, expected: licence }],
    changes: { added: statements, changed: [], gone: [] },
  };
  const library = { ...EMPTY_LIBRARY, registry: [ENTRY], files: [{ id: 0, preview }] };
  return [
    options(['datasets', 'datasets-ugly'], 'an ugly dataset', { library }, special),
    options(
      ['highlights', 'highlights-ugly'],
      'the names of an ugly dataset, and its title',
      { all: withUgly(knowledge), announced: { text: `“${title}” is on.`, patch: {} } },
      special,
    ),
  ];
}
