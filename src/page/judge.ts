/**
 * What the walk over a page needs of the part that judges text and keeps marks. The walk runs without it until there is something
 * to judge. Types only.
 */
import type { Pass } from './pass.ts';
import type { Step } from './text-piece.ts';

/** Reads chunk after chunk fast, and says at the end of each chunk whether it deserves a closer look. */
export interface Scanner {
  feed(chunk: string): boolean;
  reset(): void;
}

/** Does a little work. @returns true while there is more */
export type Job = () => boolean | undefined;

export interface Judge {
  /** Scanners for what is wanted now. */
  createScanner: () => Scanner;
  /** Judges a text node or a piece of it, and the unseen part of its run. @returns whether marks changed */
  mark: (step: Pick<Step, 'node' | 'piece'>, pass: Pass) => boolean;
  hasMarks(node: Text): boolean;
  /** Removes the marks whose text has gone. @param onDone called after each part of the work: whether there were any */
  pruning(onDone: (isChange: boolean) => void): Job;
  /** Removes the marks inside a node. @returns whether there were any */
  removeBelow(node: Node): boolean;
  /** Removes all marks and starts to judge a new page. */
  begin(): void;
  /** Grows when something was learned that may change what was found before. */
  revision: () => number;
  /** Starts to judge the same page again. */
  restart: () => void;
  /** The first reading takes longer than a slice: reads first what the reader sees. */
  whenLong(read: (steps: readonly Step[]) => void, signal: AbortSignal): void;
  /** Called after marks were added or removed, or when the page became slow or fast. */
  onChange: () => void;
  /** Called when the document has another root element: listeners on window and document may have been removed. */
  onRooted: () => void;
}
