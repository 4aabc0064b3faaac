/** What runs in every page: finds out whether there may be a mention, and asks for the rest. */
export type { Gate, ScanningApart } from './gate.ts';
export { startGate } from './start.ts';
export { startGateWithLibrary } from './with-library.ts';
export { askToRead, stopReading } from './may-read.ts';
export { createSlot } from './slot.ts';
export { castSlot, gateSlot, readerSlot, runningReader } from './slots.ts';
