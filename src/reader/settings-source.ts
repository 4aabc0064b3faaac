/**
 * How a page reads its settings: the stored record, or in a private window what the background says. If anything goes wrong, the
 * page counts as switched off. Knows the browser only through the functions that it gets.
 */
import type { Question } from '../messages/index.ts';
import {
  policyInPage,
  readSettings,
  settingsInPage,
  UNREADABLE_SETTINGS,
  type PolicyInPage,
  type Settings,
} from '../settings/index.ts';

/** What a page reads: the settings in force, and who has set those that are locked. */
export interface SettingsRead {
  settings: Settings;
  policy: PolicyInPage;
}

/** Reads the settings as they are now. Never fails. */
export type ReadSettings = () => Promise<SettingsRead>;

/** What counts as long as nothing was read. */
export const UNREAD: SettingsRead = {
  settings: UNREADABLE_SETTINGS,
  policy: policyInPage(undefined),
};

type Read = () => Promise<unknown>;
type Send = (question: Question) => Promise<unknown>;

/** The stored settings. If they cannot be read, asks the background to repair them, which then tells of the change. */
export const storedSettings =
  (parts: { read: Read; send: Send }): ReadSettings =>
  async () => {
    try {
      const stored = await parts.read();
      const settings = settingsInPage(stored);
      if (settings === UNREADABLE_SETTINGS) parts.send({ kind: 'mend' }).catch(() => undefined);
      return { settings, policy: policyInPage(stored) };
    } catch {
      return UNREAD;
    }
  };

/** The settings as private windows see them. The stored record has the policy for both. */
export const privateSettings =
  (parts: { read: Read; send: Send }): ReadSettings =>
  async () => {
    try {
      const [settings, stored] = await Promise.all([
        parts.send({ kind: 'private-settings?' }),
        parts.read(),
      ]);
      return {
        settings: readSettings(settings) ?? UNREADABLE_SETTINGS,
        policy: policyInPage(stored),
      };
    } catch {
      return UNREAD;
    }
  };
