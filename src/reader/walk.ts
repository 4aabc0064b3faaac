/**
 * Walking the mentions of a page one after another, by key or by the buttons of a card. Knows marks and their
 * order; what is shown and said at each is for the caller.
 */
import { bringIntoView, inOrder, linesOf, type Mark } from '../page/index.ts';

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

export function createMentionWalk<Label>(all: () => Iterable<Mark<Label>>): MentionWalk<Label> {
  let current: Mark<Label> | undefined;
  const firstOnScreen = (marks: readonly Mark<Label>[]): number =>
    Math.max(
      0,
      marks.findIndex((mark) => linesOf(mark).some(({ bottom }) => bottom > 0)),
    );
  return {
    go(steps, among = () => true) {
      const marks = inOrder(all()).filter(({ label }) => among(label));
      const known = current ? marks.indexOf(current) : -1;
      const next =
        known >= 0
          ? (known + steps + marks.length) % marks.length
          : firstOnScreen(marks) + Math.min(0, steps);
      const found = marks.at(next);
      if (!found) return undefined;
      current = found;
      bringIntoView(found);
      return visitOf(found, marks);
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
