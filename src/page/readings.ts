/**
 * Starts single readings: over a tree, whose text is scanned first if a look at all of it says so, or over steps that were kept.
 * Knows steps and passes, not the progress of the page.
 */
import type { Judge, Scanner } from './judge.ts';
import type { Pass } from './pass.ts';
import { startReading, type ReadingParts } from './reading.ts';
import type { Step } from './text-piece.ts';
import { createTextWalk, walkOver, type TextWalk } from './text-walk.ts';
import { askOfText } from './whole-text.ts';

export interface ReadingsParts {
  /** The judge, once there is one. */
  judge: () => Judge | undefined;
  createScanner: () => Scanner;
  /** Whether a text has to be scanned. */
  isWorthScanning: (text: string) => boolean;
  /** Takes a closer look at a step that the scanner found. @returns whether marks changed */
  look: (step: Readonly<Step>, pass: Pass) => boolean;
  /** Ends the readings that start now. */
  signal: () => AbortSignal;
}

export interface Readings {
  /** @param inViewFirst whether what the reader sees comes first, if this takes long */
  overTree(root: Node, pass: Pass, onEnd: () => void, inViewFirst?: boolean): void;
  /** Judges steps that were found before. */
  overKept(steps: readonly Step[], pass: Pass, onEnd: () => void, inViewFirst?: boolean): void;
}

export function createReadings(parts: ReadingsParts): Readings {
  const { judge, look } = parts;
  const onChange = (): void => judge()?.onChange();
  const overWalk = (walk: TextWalk, pass: Pass, onEnd: () => void, inViewFirst = false): void => {
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
    overTree(root, pass, onEnd, inViewFirst) {
      const onAnswer = (answer: boolean): void => {
        // Meanwhile a judge may have come.
        if (answer || judge()) overWalk(createTextWalk(root), pass, onEnd, inViewFirst);
        else onEnd();
      };
      if (judge()) onAnswer(true);
      else askOfText(root, parts.isWorthScanning, onAnswer, parts.signal());
    },
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
  /** Both are made for the first such text. An empty page has none, and few pages have text beside the line. */
  let inLine: Scanner | undefined;
  let beside: Scanner | undefined;
  /** Owned by the function that is returned. */
  let wasAside = false;
  return ({ text, aside = false }) => {
    const scanner = aside ? (beside ??= createScanner()) : (inLine ??= createScanner());
    if (aside && !wasAside) scanner.reset();
    wasAside = aside;
    return scanner.feed(text);
  };
}
