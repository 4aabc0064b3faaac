/**
 * The lines of the popup's list: all entities while nothing is typed, and otherwise the search results. Entities that are the same in
 * several datasets are one line. Pure: datasets, page and settings in, lines out.
 */
import type { EntityProfile } from '../dataset/index.ts';
import type { AllDatasets } from '../library/index.ts';
import type { MatchedText, Search } from '../search/index.ts';
import { isEntityOn, type Settings } from '../settings/index.ts';

export interface Entry {
  /** Key of the entity that stands for all that are the same: it has the count, and its card has all parts. */
  key: string;
  /** What is shown: the entity that the query found, or else the one of the key. */
  entity: EntityProfile;
  /** The text that matches the query; undefined while nothing is typed. */
  matched: MatchedText | undefined;
  /** Mentions on this page; 0 if the page is not read. */
  count: number;
  /** Whether the reader switched the entity off. */
  off: boolean;
  /** Language of the dataset's words. */
  lang: string;
  /** The added dataset that speaks; undefined for the bundled one. */
  from: { title: string; language: string } | undefined;
}

export interface EntryContext {
  all: AllDatasets;
  search: Search;
  /** Mentions by key; undefined if the page is not read. */
  counts: Readonly<Record<string, number>> | undefined;
  settings: Settings;
}

/** How many entities of added datasets the list has beside those of the page; the search finds the others. */
const ADDED_MAX = 100;

/**
 * The order of the list while nothing is typed: the entities of this page, most mentions first; then the other main entities, and
 * then the cast. Of added datasets, only main entities are listed, and not all of a large dataset.
 * @returns keys of entities, one for all that are the same
 */
export function orderOf(
  { knowledge, firstOf, speakerOf }: AllDatasets,
  counts: Readonly<Record<string, number>> = {},
): string[] {
  const countOf = ({ id }: EntityProfile): number => counts[id] ?? 0;
  const isLater = ({ tier }: EntityProfile): number => Number(tier === 'cast');
  let added = 0;
  return knowledge.entities
    .filter((entity) => {
      const { id, tier } = entity;
      if (firstOf(id) !== id) return false;
      if (countOf(entity) > 0 || speakerOf(id).isBundled) return true;
      if (tier === 'main') added += 1;
      return tier === 'main' && added <= ADDED_MAX;
    })
    .sort((a, b) => countOf(b) - countOf(a) || isLater(a) - isLater(b))
    .map(({ id }) => id);
}

/** @param order keys of what to list while nothing is typed, in this order */
export function entriesFor(
  query: string,
  order: readonly string[],
  context: EntryContext,
): Entry[] {
  const { all, search, counts, settings } = context;
  const found: { entityId: string; matched: MatchedText | undefined }[] =
    query.trim() === ''
      ? order.map((entityId) => ({ entityId, matched: undefined }))
      : search(query);
  const listed = new Set<string>();
  return found.flatMap(({ entityId, matched }) => {
    const key = all.firstOf(entityId);
    const [entity, first] = [all.entityOf(entityId), all.entityOf(key)];
    if (!entity || !first || listed.has(key)) return [];
    listed.add(key);
    const switched = all.switchOf(first);
    const off = switched.tier === 'main' && !isEntityOn(settings, switched);
    const { dataset, isBundled } = all.speakerOf(entityId);
    const shared = { key, entity, matched, off, count: counts?.[key] ?? 0 };
    return [{ ...shared, lang: dataset.language, from: isBundled ? undefined : dataset }];
  });
}
