/**
 * Deals with what changed on a page after it was read: in slices, and only where there is a mark or the scanner sees
 * something. Knows changes and marks, not what is looked for.
 */
import { isHere } from './dom.ts';
import type { FirstReading } from './first-reading.ts';
import type { Marker, Scanner } from './marker.ts';
import type { MarkStore } from './marks.ts';
import { createSeen, type Seen } from './seen.ts';
import { runInSlices } from './slices.ts';
import type { TextChanges } from './text-changes.ts';
import { LONG_TEXT } from './text-piece.ts';
import { edgeTexts, neighbourhood } from './text-walk.ts';

export interface LaterChangesParts<Label> {
  marks: MarkStore<Label>;
  marker: Marker;
  reading: FirstReading;
  createScanner: () => Scanner;
  /** Told of a node that came in with all that is below it. */
  onAdded: (node: Node) => void;
}

/** Does a little. @returns whether there is more of it; nothing counts as none */
type Job = () => boolean | undefined;

/** Marks between two looks at the clock. */
const MARKS_PER_STEP = 256;

/** @param done told at the end whether marks changed, and what it cost, in ms */
export function dealWith<Label>(
  changes: TextChanges,
  parts: LaterChangesParts<Label>,
  done: (changed: boolean, costMs: number) => void,
  signal: AbortSignal,
): void {
  const result = { changed: false };
  const jobs = jobsFor(changes, parts, result);
  let at = 0;
  let cost = 0;
  runInSlices(() => {
    const start = performance.now();
    if (jobs[at]?.() !== true) at++;
    cost += performance.now() - start;
    if (at < jobs.length) return true;
    done(result.changed, cost);
    return false;
  }, signal);
}

function jobsFor<Label>(
  { added, touched, edited, everything }: TextChanges,
  parts: LaterChangesParts<Label>,
  result: { changed: boolean },
): Job[] {
  const { reading, marks } = parts;
  const seen = createSeen();
  const look = lookWith(parts, seen);
  const lookAtEdges = (node: Node): void => {
    for (const text of edgeTexts(node)) result.changed = look(text) || result.changed;
  };
  return [
    pruning(marks, result),
    ...edited.map((node): Job => () => {
      result.changed = removeBelow(marks, node) || result.changed;
      reading.readTree(node);
      return false;
    }),
    ...[...touched, ...added].map((node): Job => () => {
      lookAtEdges(node);
      return false;
    }),
    ...added.map((node): Job => () => {
      if (!isHere(node)) return false;
      reading.readTree(node, seen);
      parts.onAdded(node);
      return false;
    }),
    ...(everything
      ? [
          (): boolean => {
            reading.readAll();
            return false;
          },
        ]
      : []),
  ];
}

/** Judges a text only where it has a mark, or the scanner sees something in it or its neighbours. */
function lookWith<Label>(
  { marks, marker, reading, createScanner }: LaterChangesParts<Label>,
  seen: Seen,
): (text: Text) => boolean {
  const scanner = createScanner();
  return (text) => {
    if (text.length > LONG_TEXT) {
      reading.readTree(text);
      return false;
    }
    const near = neighbourhood(text);
    scanner.reset();
    const isWorthIt =
      near.some(({ node }) => marks.in(node).length > 0) ||
      near.map((each) => scanner.feed(each.text)).includes(true);
    return isWorthIt && marker.mark({ node: text }, seen);
  };
}

/** Forgets the marks whose text is gone. */
function pruning<Label>(marks: MarkStore<Label>, result: { changed: boolean }): Job {
  const rest = marks.all()[Symbol.iterator]();
  return () => {
    for (let count = 0; count < MARKS_PER_STEP; count++) {
      const next = rest.next();
      if (next.done === true) return false;
      result.changed = marks.prune(next.value) || result.changed;
    }
    return true;
  };
}

/** Forgets the marks inside of a node. @returns whether there was any */
function removeBelow<Label>(marks: MarkStore<Label>, root: Node): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let changed = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (marks.in(node).length === 0) continue;
    changed = marks.removeIn([{ node: node as Text, from: 0, to: Infinity }]) || changed;
  }
  return changed;
}
