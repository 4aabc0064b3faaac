/**
 * Which of a page's mentions are painted: all, or the first of each entity in each section or on the page. The
 * others stay mentions: they open their cards and are walked.
 */
import type { Mention } from '../detect/index.ts';
import { inOrder, sectionOf, type Headings, type Mark } from '../page/index.ts';
import type { Marking } from '../settings/index.ts';

/** @returns the marks to paint; for all of them in any order */
export function markedOf(marks: Iterable<Mark<Mention>>, marking: Marking): Mark<Mention>[] {
  if (marking === 'all') return [...marks];
  const seen = new Map<unknown, Set<string>>();
  const headings: Headings = new Map();
  return inOrder(marks).filter((mark) => {
    const section = marking === 'first' ? undefined : sectionOf(mark, headings);
    const entities = seen.get(section) ?? new Set();
    seen.set(section, entities);
    if (entities.has(mark.label.entity)) return false;
    entities.add(mark.label.entity);
    return true;
  });
}
