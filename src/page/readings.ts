/**
 * Starts single readings: over a walk, whose text is scanned first, or over steps that were kept. Knows steps and passes, not the
 * progress of the page.
 */
import type { Judge, Scanner } from './judge.ts';
import type { Pass } from './pass.ts';
import { startReading, type ReadingParts } from './reading.ts';
import type { Step } from './text-piece.ts';
import { walkOver, type TextWalk } from './text-walk.ts';

export interface ReadingsParts {
  /** The judge, once there is one. */
  judge: () => Judge | undefined;
  createScanner: () => Scanner;
  /** Takes a closer look at a step that the scanner found. @returns whether marks changed */
  look: (step: Readonly<Step>, pass: Pass) => boolean;
  /** Ends the readings that start now. */
  signal: () => AbortSignal;
}

export interface Readings {
  /** @param inViewFirst whether what the reader sees comes first, if this takes long */
  overWalk(walk: TextWalk, pass: Pass, onEnd: () => void, inViewFirst?: boolean): void;
  /** Judges steps that were found before. */
  overKept(steps: readonly Step[], pass: Pass, onEnd: () => void, inViewFirst?: boolean): void;
}

export function createReadings(parts: ReadingsParts): Readings {
  const { judge, look } = parts;
  const onChange = (): void => judge()?.onChange();
  const overWalk: Readings['overWalk'] = (walk, pass, onEnd, inViewFirst = false) => {
    const isWorthIt = scanWith(parts.createScanner);
    const mark: ReadingParts['mark'] = (step) => look(step, pass);
    startReading(
      { walk, isWorthIt, mark, onChange, onEnd, ...(inViewFirst && { onLong: inView(pass) }) },
      parts.signal(),
    );
  };
  /** Reads what the reader sees now. */
  const inView =
    (pass: Pass) =>
    (ended: AbortSignal): void => {
      const readNow = (steps: readonly Step[]): void => {
        overWalk(walkOver(steps), pass, () => undefined);
      };
      judge()?.whenLong(readNow, AbortSignal.any([parts.signal(), ended]));
    };
  return {
    overWalk,
    overKept(steps, pass, onEnd, inViewFirst = false) {
      const mark: ReadingParts['mark'] = (step) => judge()?.mark(step, pass) === true;
      const shared = { walk: walkOver(steps), isWorthIt: () => true, mark, onChange, onEnd };
      startReading({ ...shared, ...(inViewFirst && { onLong: inView(pass) }) }, parts.signal());
    },
  };
}

/**
 * Tells which steps deserve a closer look. Text beside the line has its own scanner, so that it does not split the words
 * around it.
 */
function scanWith(createScanner: () => Scanner): ReadingParts['isWorthIt'] {
  const inLine = createScanner();
  /** Made for the first such text, which most pages do not have. */
  let beside: Scanner | undefined;
  /** Owned by the function that is returned. */
  let wasAside = false;
  return ({ text, aside = false }) => {
    const scanner = aside ? (beside ??= createScanner()) : inLine;
    if (aside && !wasAside) scanner.reset();
    wasAside = aside;
    return scanner.feed(text);
  };
}
