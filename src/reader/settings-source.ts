/**
 * Where a page's settings come from: the stored record, or in a private window the background. If anything goes wrong, the page
 * counts as switched off. Knows the browser only through the functions that it gets.
 */
import type { Question } from '../messages/index.ts';
import {
  readSettings,
  settingsInPage,
  UNREADABLE_SETTINGS,
  type Settings,
} from '../settings/index.ts';

export interface SettingsSource {
  /** Never fails. */
  read(): Promise<Settings>;
  /** Reports every change. */
  onChange(listener: (settings: Settings) => void): void;
}

type Send = (question: Question) => Promise<unknown>;

/** The stored settings. If they cannot be read, asks the background to repair them. */
export function storedSettings(parts: {
  read: () => Promise<unknown>;
  onRecord: (listener: (value: unknown) => void) => void;
  send: Send;
}): SettingsSource {
  const settingsOf = (stored: unknown): Settings => {
    const settings = settingsInPage(stored);
    // The repaired settings arrive as a change.
    if (settings === UNREADABLE_SETTINGS) parts.send({ kind: 'mend' }).catch(() => undefined);
    return settings;
  };
  return {
    read: () => parts.read().then(settingsOf, () => UNREADABLE_SETTINGS),
    onChange(listener) {
      parts.onRecord((value) => {
        listener(settingsOf(value));
      });
    },
  };
}

/** The settings as private windows see them. */
export function privateSettings(parts: {
  send: Send;
  /** Reports every change of the stored settings, and of what private windows see. */
  onChanged: (listener: () => void) => void;
}): SettingsSource {
  const read = (): Promise<Settings> =>
    parts.send({ kind: 'private-settings?' }).then(
      (answer) => readSettings(answer) ?? UNREADABLE_SETTINGS,
      () => UNREADABLE_SETTINGS,
    );
  return {
    read,
    onChange(listener) {
      parts.onChanged(() => void read().then(listener));
    },
  };
}
