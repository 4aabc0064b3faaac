/**
 * Looks at the page again after it has changed. Works in slices, and only where there is a mark or the scanner finds
 * something. Knows changes, not what is looked for.
 */
import { isInDocument } from './dom.ts';
import type { FirstReading } from './first-reading.ts';
import type { Job, Judge, Scanner } from './judge.ts';
import { newPass, type Pass } from './pass.ts';
import { runInSlices } from './slices.ts';
import type { TextChanges } from './text-changes.ts';
import { LONG_TEXT, type Step } from './text-piece.ts';
import { edgeTexts, neighbourhood } from './text-walk.ts';

export interface LaterChangesParts {
  /** Undefined as long as there is nothing to judge. */
  judge: Judge | undefined;
  reading: FirstReading;
  /** Called with each added node; it stands for everything below it. */
  onAdded: (node: Node) => void;
}

/** @param done called at the end: whether marks changed, and the cost in ms */
export function dealWith(
  changes: TextChanges,
  parts: LaterChangesParts,
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

function jobsFor(
  { added, touched, edited, everything }: TextChanges,
  parts: LaterChangesParts,
  result: { changed: boolean },
): Job[] {
  const { reading, judge } = parts;
  const pass = newPass();
  const look = lookWith(parts, pass);
  const noteChange = (isChange: boolean): void => {
    result.changed ||= isChange;
  };
  const lookAtEdges = (node: Node): void => {
    for (const text of edgeTexts(node)) noteChange(look(text));
  };
  return [
    ...(judge ? [judge.pruning(noteChange)] : []),
    ...edited.map((node): Job => () => {
      noteChange(judge?.removeBelow(node) === true);
      reading.readTree(node);
      return false;
    }),
    ...[...touched, ...added].map((node): Job => () => {
      lookAtEdges(node);
      return false;
    }),
    ...added.map((node): Job => () => {
      if (!isInDocument(node)) return false;
      reading.readTree(node, pass);
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

/** Takes a closer look at a text only if it has a mark, or if the scanner finds something in it or its neighbours. */
function lookWith({ judge, reading }: LaterChangesParts, pass: Pass): (text: Text) => boolean {
  /** Created for the first text that has to be scanned. */
  let scanner: Scanner | undefined;
  const hasCandidate = (near: readonly Step[]): boolean => {
    if (!reading.isWorthScanning(near.map(({ text }) => text).join(''))) return false;
    const own = (scanner ??= reading.createScanner());
    own.reset();
    return near.map(({ text }) => own.feed(text)).includes(true);
  };
  return (text) => {
    if (text.length > LONG_TEXT) {
      reading.readTree(text);
      return false;
    }
    const near = neighbourhood(text);
    const isWorthIt = near.some(({ node }) => judge?.hasMarks(node)) || hasCandidate(near);
    return isWorthIt && reading.look({ node: text, text: '' }, pass);
  };
}
