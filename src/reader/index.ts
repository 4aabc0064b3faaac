/** The content script's work in one page: connects page, detection, highlights and popover. */
export { isWorthReading, signalWhileAlive } from './lifecycle.ts';
export { startReader } from './reader.ts';
export { privateSettings, storedSettings, type SettingsSource } from './settings-source.ts';
