/** The reader's work in one page: connects page, detection, highlights and popover. */
export { signalWhileAlive } from './lifecycle.ts';
export { startReader } from './reader.ts';
export { privateSettings, storedSettings } from './settings-source.ts';
