/**
 * The lines of the popup's list: all entities while nothing is typed, and otherwise the search results. Pure: dataset, page and
 * settings in, lines out.
 */
import type { EntityProfile, Knowledge } from '../dataset/index.ts';
import type { MatchedText, Search } from '../search/index.ts';
import { isEntityOn, type Settings } from '../settings/index.ts';

export interface Entry {
  entity: EntityProfile;
  /** The text that matches the query; undefined while nothing is typed. */
  matched: MatchedText | undefined;
  /** Mentions on this page; 0 if the page is not read. */
  count: number;
  /** Whether the reader switched the entity off. */
  off: boolean;
}

export interface EntryContext {
  knowledge: Knowledge;
  search: Search;
  /** Mentions by entity id; undefined if the page is not read. */
  counts: Readonly<Record<string, number>> | undefined;
  settings: Settings;
}

/**
 * The order of the list while nothing is typed: the entities of this page, most mentions first; then the other main entities, and
 * then the cast.
 * @returns ids of all entities
 */
export function orderOf(
  { entities }: Knowledge,
  counts: Readonly<Record<string, number>> = {},
): string[] {
  const countOf = ({ id }: EntityProfile): number => counts[id] ?? 0;
  const isLater = ({ tier }: EntityProfile): number => Number(tier === 'cast');
  return [...entities]
    .sort((a, b) => countOf(b) - countOf(a) || isLater(a) - isLater(b))
    .map(({ id }) => id);
}

/** @param order ids of what to list while nothing is typed, in this order */
export function entriesFor(
  query: string,
  order: readonly string[],
  { knowledge, search, counts, settings }: EntryContext,
): Entry[] {
  const found: { entityId: string; matched: MatchedText | undefined }[] =
    query.trim() === ''
      ? order.map((entityId) => ({ entityId, matched: undefined }))
      : search(query);
  return found.flatMap(({ entityId, matched }) => {
    const entity = knowledge.entities.find(({ id }) => id === entityId);
    if (!entity) return [];
    const off = entity.tier === 'main' && !isEntityOn(settings, entity);
    return [{ entity, matched, off, count: counts?.[entityId] ?? 0 }];
  });
}
