/** Starts the gate of a document, once: the background may bring it where the browser has just started it. */
import { readScanning, type Scanning } from '../detect/index.ts';
import { canHaveText } from '../page/walk.ts';
import { createGate, type Gate } from './gate.ts';
import { castSlot, gateSlot, runningReader } from './slots.ts';

export interface StartParts {
  /** For `createQuickLook`. */
  quickLook: string;
  /** The scanner's tables as JSON. */
  scanner: string;
  /** False after the extension was updated or removed. */
  isAlive: () => boolean;
  /** Sends to the background. @returns its answer; undefined if there is none */
  send: (message: unknown) => Promise<unknown>;
}

export function startGate({ quickLook, scanner, isAlive, send }: StartParts): void {
  const hasCast = castSlot.get() === true;
  const before = gateSlot.get();
  // A reader scans for what it needs itself.
  if (before?.isAlive() && (before.hasCast === hasCast || runningReader())) {
    open(before);
    return;
  }
  if (!canHaveText()) return;
  before?.close();
  let scanning: Scanning | undefined;
  const gate = createGate({
    scanning: () => (scanning ??= readScanning(scanner)),
    ...{ quickLook, hasCast, isAlive },
    hasReader: () => runningReader() !== undefined,
    async send(message) {
      await send(message);
      // After an update the new version brings its own gate.
      if (!isAlive()) gate.close();
    },
  });
  gateSlot.set(gate);
  open(gate);
}

/** A reader decides itself whether the page is read. */
function open(gate: Gate): void {
  const reader = runningReader();
  if (reader) reader.onGate();
  else gate.open();
}
