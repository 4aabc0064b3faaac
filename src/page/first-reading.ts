/**
 * Reads the whole page, and judges parts of it again if the end of the page changes the meaning of its beginning; also reads
 * single trees that are added later. Owns the progress of the reading, and what waits for a judge. Knows steps, not what is looked
 * for.
 */
import type { Judge, Scanner } from './judge.ts';
import { createKept } from './kept.ts';
import { newPass, type Pass } from './pass.ts';
import { createReadings, type Readings } from './readings.ts';
import type { Step } from './text-piece.ts';

/** How often a page is judged again because its end changed what its beginning meant. */
const PASSES_MAX = 3;
/** The revision before the first pass. */
const NEVER = -1;

export interface FirstReadingParts {
  /** The judge, once there is one. */
  judge: () => Judge | undefined;
  /** Scanners for as long as there is no judge. */
  createScanner: () => Scanner;
  /** Whether a text may have something for such a scanner. */
  isWorthScanning: (text: string) => boolean;
  /** Called when the document has been read. */
  onRead: () => void;
  /** Open shadow trees of the page. */
  shadowRoots: () => readonly ShadowRoot[];
}

export interface FirstReading {
  /** Reads the document and every open shadow tree from the beginning, and ends a reading in progress. */
  readAll: () => void;
  /** Reads one tree. @param pass of the change that added the tree */
  readTree: (root: Node, pass?: Pass) => void;
  /** Takes a closer look at a step now; without a judge, once there is one. @returns whether marks changed */
  look: (step: Readonly<Step>, pass: Pass) => boolean;
  createScanner: () => Scanner;
  /** Whether a text has to be scanned. */
  isWorthScanning: (text: string) => boolean;
  /** Judges everything that was kept. Call it when the judge has come. */
  judgeKept: () => void;
}

export function createFirstReading(parts: FirstReadingParts, signal: AbortSignal): FirstReading {
  const { judge } = parts;
  /** Ends the reading in progress. Renewed by `readAll` alone. */
  let current = new AbortController();
  /** What happens to the whole page now. Owned by `readAll` and `settle`. */
  let work: 'reading' | 'judging' | undefined;
  const kept = createKept();
  const createScanner = (): Scanner => (judge() ?? parts).createScanner();
  const look: FirstReading['look'] = (step, pass) => {
    const now = judge();
    // While the whole page is read, its end may make us judge its beginning again.
    if (!now || work === 'reading') kept.add(step, now === undefined);
    return now?.mark(step, pass) === true;
  };
  const isWorthScanning = (text: string): boolean => !!judge() || parts.isWorthScanning(text);
  const signalNow = (): AbortSignal => AbortSignal.any([signal, current.signal]);
  const own = { createScanner, isWorthScanning, look };
  const readings = createReadings({ judge, ...own, signal: signalNow });

  const readTree: FirstReading['readTree'] = (root, pass = newPass()) => {
    const revision = judge()?.revision();
    readings.overTree(root, pass, () => {
      const now = judge();
      // While the whole page is read, its own reading decides whether to begin again.
      if (work || revision === undefined || now?.revision() === revision) return;
      now?.restart();
      readAll();
    });
  };
  const settle = (steps: readonly Step[], since: number, passes = 1): void => {
    const onSettled = (): void => {
      work = undefined;
    };
    work = 'judging';
    judgeAgain({ judge, readings, onSettled }, steps, since, passes);
  };
  const readAll = (): void => {
    current.abort();
    current = new AbortController();
    kept.take();
    work = 'reading';
    const revision = judge()?.revision() ?? 0;
    const onEnd = (): void => {
      work = undefined;
      parts.onRead();
      if (judge()) settle(kept.take() ?? [], revision);
    };
    readings.overTree(document, newPass(), onEnd, true);
    for (const root of parts.shadowRoots()) readTree(root);
  };
  const judgeKept = (): void => {
    const isReading = work === 'reading';
    const steps = isReading ? kept.copy() : kept.take();
    if (!steps) readAll();
    // The reading goes on, and at its end decides whether to judge again.
    else if (isReading) readings.overKept(steps, newPass(), () => undefined, true);
    else settle(steps, NEVER, 0);
  };
  return { readAll, readTree, ...own, judgeKept };
}

interface Again extends Pick<FirstReadingParts, 'judge'> {
  readings: Readings;
  onSettled: () => void;
}

/** Judges steps as long as the last of them changes what the first meant. @param since the judge's revision before the last pass */
function judgeAgain(parts: Again, steps: readonly Step[], since: number, passes: number): void {
  const judge = parts.judge();
  if (!judge || judge.revision() === since || passes === PASSES_MAX) {
    parts.onSettled();
    return;
  }
  if (passes > 0) judge.restart();
  const revision = judge.revision();
  const onEnd = (): void => {
    judgeAgain(parts, steps, revision, passes + 1);
  };
  parts.readings.overKept(steps, newPass(), onEnd, passes === 0);
}
