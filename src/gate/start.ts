/** Starts the gate of a document, once: the background may bring it where the browser has just started it. */
import { canHaveText } from '../page/walk.ts';
import { createGate, type Gate, type GateParts } from './gate.ts';
import { castSlot, gateSlot, runningReader } from './slots.ts';

export interface StartParts extends Pick<
  GateParts,
  'quickLook' | 'scanning' | 'set' | 'apart' | 'isAlive'
> {
  /** Sends to the background. @returns its answer; undefined if there is none */
  send: (message: unknown) => Promise<unknown>;
}

export function startGate(parts: StartParts): void {
  const { isAlive } = parts;
  const hasCast = castSlot.get() === true;
  const before = gateSlot.get();
  // A reader scans for the cast itself. Another set is another gate for it, too.
  const isSame = before?.set === parts.set && (before?.hasCast === hasCast || runningReader());
  if (before?.isAlive() && isSame) {
    open(before);
    return;
  }
  if (!canHaveText()) return;
  before?.close();
  const gate = createGate({
    ...parts,
    hasCast,
    hasReader: () => runningReader() !== undefined,
    async send(message) {
      await parts.send(message);
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
