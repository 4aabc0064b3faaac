/**
 * Which of a page's mentions are highlighted: all, or the first of each entity in each section or on the page. The other
 * mentions still open their cards, and the keys for the next and previous mention still reach them.
 */
import type { Mention } from '../detect/index.ts';
import { inOrder, sectionOf, type Headings, type Mark } from '../page/index.ts';
import type { Marking } from '../settings/index.ts';

/** @returns the marks to highlight; in any order if that is all of them */
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
