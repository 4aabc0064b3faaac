/** What the scripts of a document leave for each other. */
import type { Gate } from './gate.ts';
import { createSlot } from './slot.ts';

/** The reader that runs in a document. */
export interface RunningReader {
  /** Aborts some time after the extension was removed or updated. */
  signal: AbortSignal;
  /** False at once after that. */
  isAlive: () => boolean;
  /** Tells it that the gate has come. */
  onGate: () => void;
}

export const gateSlot = createSlot<Gate>('gate');
/** Set before the gate comes, if mentions of the cast count. */
export const castSlot = createSlot<boolean>('cast');
export const readerSlot = createSlot<RunningReader>('reader');

export function runningReader(): RunningReader | undefined {
  const reader = readerSlot.get();
  return reader?.isAlive() && !reader.signal.aborted ? reader : undefined;
}
