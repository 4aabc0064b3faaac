/**
 * How a page reads its settings: the stored record, or in a private window what the background says. If anything goes wrong, the
 * page counts as switched off. Knows the browser only through the functions that it gets.
 */
import type { Question } from '../messages/index.ts';
import {
  readSettings,
  settingsInPage,
  UNREADABLE_SETTINGS,
  type Settings,
} from '../settings/index.ts';

/** Reads the settings as they are now. Never fails. */
export type ReadSettings = () => Promise<Settings>;

type Send = (question: Question) => Promise<unknown>;

/** The stored settings. If they cannot be read, asks the background to repair them, which then tells of the change. */
export const storedSettings =
  (parts: { read: () => Promise<unknown>; send: Send }): ReadSettings =>
  async () => {
    try {
      const settings = settingsInPage(await parts.read());
      if (settings === UNREADABLE_SETTINGS) parts.send({ kind: 'mend' }).catch(() => undefined);
      return settings;
    } catch {
      return UNREADABLE_SETTINGS;
    }
  };

/** The settings as private windows see them. */
export const privateSettings =
  (parts: { send: Send }): ReadSettings =>
  async () => {
    try {
      return readSettings(await parts.send({ kind: 'private-settings?' })) ?? UNREADABLE_SETTINGS;
    } catch {
      return UNREADABLE_SETTINGS;
    }
  };
