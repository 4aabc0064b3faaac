/**
 * Follows the settings in one page: reads them at the start, when the background tells of a new revision, and when the page comes
 * back from the browser's cache, where nobody could tell it. No page listens to the storage: the browser would hand it the old and
 * the new value of whatever changes.
 */
import { readRevision } from '../messages/index.ts';
import type { ReadSettings, SettingsRead } from './settings-source.ts';

export interface SettingsNow {
  /** Resolves when the settings have been read for the first time. */
  ready: Promise<void>;
  /** @returns whether the message was about the settings */
  onMessage(message: unknown): boolean;
}

/** @param apply called with the settings whenever they were read */
export function followSettings(
  read: ReadSettings,
  apply: (now: SettingsRead) => void,
  signal: AbortSignal,
): SettingsNow {
  /** How often they were read, so that a slow answer does not undo a later one. Owned by `readAgain`. */
  let reads = 0;
  /** Owned by `onMessage`. */
  let known = 0;
  const readAgain = async (): Promise<void> => {
    const number = ++reads;
    const now = await read();
    if (number === reads && !signal.aborted) apply(now);
  };
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) void readAgain();
    },
    { signal },
  );
  return {
    ready: readAgain(),
    onMessage(message) {
      const revision = readRevision(message);
      if (revision === undefined) return false;
      if (revision !== known) void readAgain();
      known = revision;
      return true;
    },
  };
}
