/**
 * The bundled dataset and the added ones side by side, for views that show all of them: one `Knowledge` for the search, and the parts of
 * a card. Pure. Knows neither the database nor what is in pages.
 */
import type {
  DatasetNote,
  EntityProfile,
  Knowledge,
  SearchTerms,
  SourceNote,
} from '../dataset/index.ts';
import type { CardPart } from './card-part.ts';
import type { Alike } from './compiled-set.ts';
import { cardPartsOf, type LoadedDataset } from './loaded.ts';
import { datasetOfKey } from './registry.ts';
import { switchesOf, type Switchable } from './switches.ts';
import { knowledgeWithout, wrongFactsOf } from './wrong-facts.ts';

/** What comes with the program. */
export type BundledDataset = Pick<LoadedDataset, 'knowledge' | 'searchTerms'>;

export interface AllDatasets {
  /** Entities and facts of all datasets; everything else is of the bundled one. */
  knowledge: Knowledge;
  searchTerms: SearchTerms;
  /** The added ones, in the reader's order. */
  added: readonly LoadedDataset[];
  entityOf: (key: string) => EntityProfile | undefined;
  /** Who speaks of an entity. @param key of an entity; a bare id is one of the bundled dataset */
  speakerOf: (key: string) => Speaker;
  /** The entity that stands for all that are the same, and has the count of mentions. */
  firstOf: (key: string) => string;
  /** What switches an entity on and off. */
  switchOf: (entity: Switchable) => Switchable;
  /** What all datasets say about an entity: itself first, then the same, then those that may be. Empty for an unknown key. */
  partsOf: (key: string) => CardPart[];
}

export interface Speaker {
  dataset: DatasetNote;
  source: SourceNote;
  isBundled: boolean;
}

/** @param alike of all datasets that are given */
export function allDatasets(
  bundled: BundledDataset,
  added: readonly LoadedDataset[] = [],
  alike: Alike = {},
): AllDatasets {
  const shown = added.map((each) => ({
    ...each,
    knowledge: knowledgeWithout(each.knowledge, wrongFactsOf(each.entry)),
  }));
  const knowledge = joined([bundled, ...shown].map((each) => each.knowledge));
  const entities = new Map(knowledge.entities.map((entity) => [entity.id, entity]));
  const byId = new Map(shown.map((each) => [each.knowledge.dataset.id, each]));
  const switches = added.length > 0 ? switchesOf(knowledge.entities, alike) : undefined;
  return {
    knowledge,
    searchTerms: joinedTerms([bundled, ...shown].map(({ searchTerms }) => searchTerms)),
    added: shown,
    entityOf: (key) => entities.get(key),
    speakerOf(key) {
      const own = byId.get(datasetOfKey(key) ?? '');
      const { dataset, source } = (own ?? bundled).knowledge;
      return { dataset, source, isBundled: own === undefined };
    },
    firstOf: (key) => alike[key]?.first ?? key,
    switchOf: (entity) => switches?.get(entity.id) ?? entity,
    partsOf: (key) => cardPartsOf(key, { bundled: bundled.knowledge, datasets: shown, alike }),
  };
}

/** The first one's notes, and what all of them say. A single one is returned as it is. */
function joined(all: readonly Knowledge[]): Knowledge {
  const [first, ...others] = all;
  if (!first) throw new Error('There is no dataset.');
  if (others.length === 0) return first;
  return {
    ...first,
    entities: all.flatMap(({ entities }) => entities),
    facts: all.flatMap(({ facts }) => facts),
    positions: all.flatMap(({ positions }) => positions),
    timeline: all.flatMap(({ timeline }) => timeline),
    relations: all.flatMap(({ relations }) => relations),
    quotes: all.flatMap(({ quotes }) => quotes),
  };
}

function joinedTerms(all: readonly SearchTerms[]): SearchTerms {
  const synonyms = new Map<string, string[]>();
  for (const [typed, meant] of all.flatMap((terms) => Object.entries(terms.synonyms))) {
    synonyms.set(typed, [...new Set([...(synonyms.get(typed) ?? []), ...meant])]);
  }
  return {
    entities: all.flatMap(({ entities }) => entities),
    synonyms: Object.fromEntries(synonyms),
  };
}
