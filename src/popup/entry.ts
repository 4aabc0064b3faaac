/**
 * The lines of the popup's list: every entity that is highlighted while nothing is typed, and otherwise the search results. Pure:
 * dataset, page and settings in, lines out.
 */
import type { EntityProfile, Knowledge } from '../dataset/index.ts';
import type { MatchedText, Search } from '../search/index.ts';
import { isEntityOn, type Settings } from '../settings/index.ts';

export interface Entry {
  entity: EntityProfile;
  /** The text that matches the query; undefined while nothing is typed. */
  matched: MatchedText | undefined;
  /** Mentions on this page; undefined if the page is not read. */
  count: number | undefined;
  /** Whether the reader switched the entity off. */
  off: boolean;
}

export interface EntryContext {
  knowledge: Knowledge;
  search: Search;
  /** Mentions by entity id; undefined if the page is not read. */
  counts: Record<string, number> | undefined;
  settings: Settings;
}

export function entriesFor(query: string, context: EntryContext): Entry[] {
  const { knowledge, search, counts, settings } = context;
  const found: { entityId: string; matched: MatchedText | undefined }[] =
    query.trim() === ''
      ? knowledge.entities
          .filter((entity) => entity.tier === 'main' || isEntityOn(settings, entity))
          .map(({ id }) => ({ entityId: id, matched: undefined }))
      : search(query);
  return found.flatMap(({ entityId, matched }) => {
    const entity = knowledge.entities.find(({ id }) => id === entityId);
    if (!entity) return [];
    const off = entity.tier === 'main' && !isEntityOn(settings, entity);
    // A cast entity that is not highlighted has no count.
    const isCounted =
      counts !== undefined && (entity.tier === 'main' || isEntityOn(settings, entity));
    return [{ entity, matched, off, count: isCounted ? (counts[entityId] ?? 0) : undefined }];
  });
}
