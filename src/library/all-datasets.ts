/**
 * The bundled dataset and the added ones side by side, for views that show all of them: one `Knowledge` for the search, and the parts of
 * a card. Pure. Knows neither the database nor what is in pages.
 */
import {
  contextOf,
  type EntityProfile,
  type DatasetNote,
  type Knowledge,
  type SearchTerms,
  type SourceNote,
} from '../dataset/index.ts';
import type { CardPart } from './card-part.ts';
import type { Alike } from './compiled-set.ts';
import { datasetOfKey, type CheckNote } from './registry.ts';

/** What a view needs of one dataset. */
export interface LoadedDataset {
  knowledge: Knowledge;
  searchTerms: SearchTerms;
  check?: CheckNote | undefined;
}

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
  bundled: Pick<LoadedDataset, 'knowledge' | 'searchTerms'>,
  added: readonly LoadedDataset[] = [],
  alike: Alike = {},
): AllDatasets {
  const shown = added.map(withoutWrongFacts);
  const byId = new Map(shown.map((each) => [each.knowledge.dataset.id, each]));
  const loadedOf = (key: string): LoadedDataset => byId.get(datasetOfKey(key) ?? '') ?? bundled;
  const part = (key: string, relation: CardPart['relation']): CardPart[] => {
    const { knowledge: own, check } = loadedOf(key);
    const context = contextOf(own, key);
    const isBundled = own === bundled.knowledge;
    return context ? [{ context, isBundled, relation, ...(check && { check }) }] : [];
  };
  const knowledge = joined([bundled, ...shown].map((each) => each.knowledge));
  const entities = new Map(knowledge.entities.map((entity) => [entity.id, entity]));
  return {
    knowledge,
    searchTerms: joinedTerms([bundled, ...shown].map(({ searchTerms }) => searchTerms)),
    added: shown,
    entityOf: (key) => entities.get(key),
    speakerOf(key) {
      const own = loadedOf(key).knowledge;
      const { dataset, source } = own;
      return { dataset, source, isBundled: own === bundled.knowledge };
    },
    firstOf: (key) => alike[key]?.first ?? key,
    partsOf: (key) => [
      ...part(key, 'own'),
      ...(alike[key]?.same ?? []).flatMap((other) => part(other, 'same')),
      ...(alike[key]?.maybe ?? []).flatMap((other) => part(other, 'maybe')),
    ],
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

/** Nothing shows facts that do not agree with the source's text, nor what rests on them alone. */
function withoutWrongFacts(loaded: LoadedDataset): LoadedDataset {
  const { knowledge, check } = loaded;
  const wrong = new Set(check?.differs);
  if (wrong.size === 0) return loaded;
  const isLeft = (id: string): boolean => !wrong.has(id);
  const rests = <Note extends { facts: string[] }>(notes: readonly Note[]): Note[] =>
    notes
      .map((note) => ({ ...note, facts: note.facts.filter(isLeft) }))
      .filter(({ facts }) => facts.length > 0);
  return {
    ...loaded,
    knowledge: {
      ...knowledge,
      facts: knowledge.facts.filter(({ id }) => isLeft(id)),
      positions: rests(knowledge.positions),
      timeline: rests(knowledge.timeline),
      relations: rests(knowledge.relations),
      quotes: knowledge.quotes.filter(({ fact }) => isLeft(fact)),
    },
  };
}
