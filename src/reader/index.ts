/** One page's life: page, detection, highlights and popover composed. */
export { isWorthReading, signalWhileAlive } from './lifecycle.ts';
export { startReader } from './reader.ts';
export { privateSettings, storedSettings, type SettingsSource } from './settings-source.ts';
