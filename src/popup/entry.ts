/**
 * The lines of the popup's list: every entity while nothing is typed, the results of the search otherwise.
 * Pure: dataset, page and settings in, lines out.
 */
import type { EntityProfile, Knowledge } from '../dataset/index.ts';
import type { MatchedText, Search } from '../search/index.ts';

export interface Entry {
  entity: EntityProfile;
  /** What of the entity answers the query; undefined while nothing is typed. */
  matched: MatchedText | undefined;
  /** Mentions on this page; undefined where the page is not read. */
  count: number | undefined;
  /** Whether the reader switched the entity off. */
  off: boolean;
}

export interface EntryContext {
  knowledge: Knowledge;
  search: Search;
  /** Mentions by entity id; undefined where the page is not read. */
  counts: Record<string, number> | undefined;
  entitiesOff: readonly string[];
}

export function entriesFor(query: string, context: EntryContext): Entry[] {
  const { knowledge, search, counts, entitiesOff } = context;
  const found: { entityId: string; matched: MatchedText | undefined }[] =
    query.trim() === ''
      ? knowledge.entities.map(({ id }) => ({ entityId: id, matched: undefined }))
      : search(query);
  return found.flatMap(({ entityId, matched }) => {
    const entity = knowledge.entities.find(({ id }) => id === entityId);
    const off = entitiesOff.includes(entityId);
    return entity ? [{ entity, matched, off, count: counts && (counts[entityId] ?? 0) }] : [];
  });
}
