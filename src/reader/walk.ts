/**
 * Walking the mentions of a page one after another, by key or by the buttons of a card. Knows marks and their
 * order; what is shown and said at each is for the caller.
 */
import { bringIntoView, inOrder, isShown, linesOf, type Mark } from '../page/index.ts';

export interface Visit<Label> {
  mark: Mark<Label>;
  /** From 1. */
  position: number;
  total: number;
}

/** Where a mark stands among marks in document order. */
export function visitOf<Label>(mark: Mark<Label>, marks: readonly Mark<Label>[]): Visit<Label> {
  return { mark, position: marks.indexOf(mark) + 1, total: marks.length };
}

export interface MentionWalk<Label> {
  /**
   * Goes on by a number of mentions, around the ends, and brings the mention into view.
   * @param among leaves all others out, also of the numbers; all by default
   */
  go(steps: number, among?: (label: Label) => boolean): Visit<Label> | undefined;
  /** The mention that was visited or used last, or else the first on the screen. */
  here(): Mark<Label> | undefined;
  /** Tells which mention is in use. */
  use(mark: Mark<Label>): void;
}

/** So many hidden mentions in a row are passed over. */
const TRIES_MAX = 200;

export function createMentionWalk<Label>(all: () => Iterable<Mark<Label>>): MentionWalk<Label> {
  let current: Mark<Label> | undefined;
  const isAbove = (mark: Mark<Label> | undefined): boolean =>
    mark !== undefined && !linesOf(mark).some(({ bottom }) => bottom > 0);
  /** By halves: on a page of thousands of mentions, asking for the place of each takes seconds. */
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
      // What was hidden since it was marked, by a style of which no event tells, is passed over.
      for (let tries = Math.min(marks.length, TRIES_MAX); tries > 0; tries--, at += direction) {
        const found = marks.at(at % marks.length);
        if (!found || !isShown(found)) continue;
        current = found;
        bringIntoView(found);
        return visitOf(found, marks);
      }
      return undefined;
    },
    here() {
      const marks = inOrder(all());
      return current && marks.includes(current) ? current : marks[firstOnScreen(marks)];
    },
    use(mark) {
      current = mark;
    },
  };
}
