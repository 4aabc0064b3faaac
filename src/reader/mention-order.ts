/**
 * The order of a page's mentions, and which of them is the current one. Knows marks and their order, not what is shown at each.
 */
import { bringIntoView, inOrder, isShown, linesOf, type Mark } from '../page/index.ts';

export interface Visit<Label> {
  mark: Mark<Label>;
  /** From 1. */
  position: number;
  total: number;
}

/** The position of a mark among marks in document order. */
export function visitOf<Label>(mark: Mark<Label>, marks: readonly Mark<Label>[]): Visit<Label> {
  return { mark, position: marks.indexOf(mark) + 1, total: marks.length };
}

export interface MentionOrder<Label> {
  /**
   * Moves by a number of mentions, past the last to the first, and scrolls the mention into view.
   * @param among which mentions count; all by default
   */
  go(steps: number, among?: (label: Label) => boolean): Visit<Label> | undefined;
  /** The mention that was visited or used last; otherwise the first on the screen. */
  current(): Mark<Label> | undefined;
  /** Sets the mention in use. */
  use(mark: Mark<Label>): void;
}

/** How many hidden mentions in a row are skipped. */
const TRIES_MAX = 200;

export function createMentionOrder<Label>(all: () => Iterable<Mark<Label>>): MentionOrder<Label> {
  /** Owned by `go` and `use`. */
  let current: Mark<Label> | undefined;
  const isAbove = (mark: Mark<Label> | undefined): boolean =>
    mark !== undefined && !linesOf(mark).some(({ bottom }) => bottom > 0);
  /** A binary search: on a page with thousands of mentions, to read the position of each takes seconds. */
  const firstOnScreen = (marks: readonly Mark<Label>[]): number => {
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAbove(marks[middle])) low = middle + 1;
      else high = middle;
    }
    return low === marks.length ? 0 : low;
  };
  return {
    go(steps, among = () => true) {
      const marks = inOrder(all()).filter(({ label }) => among(label));
      const known = current ? marks.indexOf(current) : -1;
      const direction = Math.sign(steps) || 1;
      let at = known >= 0 ? known + steps : firstOnScreen(marks) + Math.min(0, steps);
      // Skips mentions that a style has hidden since, for which there is no event.
      for (let tries = Math.min(marks.length, TRIES_MAX); tries > 0; tries--, at += direction) {
        const found = marks.at(at % marks.length);
        if (!found || !isShown(found)) continue;
        current = found;
        bringIntoView(found);
        return visitOf(found, marks);
      }
      return undefined;
    },
    current() {
      const marks = inOrder(all());
      return current && marks.includes(current) ? current : marks[firstOnScreen(marks)];
    },
    use(mark) {
      current = mark;
    },
  };
}
