/**
 * What runs without a page: hands key commands to the tab in front, stores what a reader asked for in a card,
 * and keeps what private windows do in the session. Keeps nothing in memory, since the browser stops it at will.
 * Knows the browser by what it is handed.
 */
import type { CommandMessage, CommandName, Intent } from '../messages/index.ts';
import { COMMANDS, PRIVATE_SETTINGS } from '../messages/index.ts';
import { parseRequest } from '../messages/schema.ts';
import {
  patched,
  switchEntity,
  switchMention,
  switchSite,
  unpatched,
  type Settings,
  type SettingsPatch,
} from '../settings/index.ts';
import { patchSchema, type SessionChanges } from '../settings/session.ts';
import type { SettingsStore } from '../settings/store.ts';

/** Who sent a message. */
export interface Sender {
  /** Whether it came from a tab of a private window. */
  isPrivate: boolean;
  /** Whether it came from a page of the extension. */
  isOwnPage: boolean;
  /** Id of the tab, where it came from the main document of one. */
  mainOf: number | undefined;
}

export interface BackgroundParts {
  /** Tells of the key commands of the manifest. */
  onCommand(listener: (name: string) => void): void;
  sendToActiveTab(message: CommandMessage): Promise<void>;
  /**
   * Tells of messages of the extension's own contexts. What the listener promises is the answer; undefined is
   * none, and a promise that fails answers with nothing.
   */
  onMessage(listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined): void;
  /** Writes on the toolbar button of one tab. */
  setBadge(tab: number, text: string): Promise<void>;
  /** Tells all tabs of private windows. */
  sendToPrivateTabs(message: typeof PRIVATE_SETTINGS): Promise<void>;
  /** Tells that the last private window was closed. */
  onPrivateEnd(listener: () => void): void;
  /** Tells that the extension was installed or updated. */
  onInstalled(listener: () => void): void;
  store: SettingsStore;
  session: SessionChanges;
}

export function startBackground(parts: BackgroundParts): void {
  const { store, session } = parts;
  parts.onCommand((name) => {
    if (isCommand(name)) void parts.sendToActiveTab({ kind: 'command', name });
  });
  // Reading brings what an earlier version stored up to date, and mends what is damaged.
  parts.onInstalled(() => void store.read());
  parts.onPrivateEnd(() => void session.endPrivate());

  const change = async (id: string, mutate: Mutate, isPrivate: boolean): Promise<true> => {
    if (isPrivate) {
      await session.changePrivate(id, (await store.read()).settings, mutate);
      await parts.sendToPrivateTabs(PRIVATE_SETTINGS);
      return true;
    }
    const { patch } = await store.change(mutate);
    // Delivered twice, the second time changes nothing: what the first one did is still to be taken back.
    if (Object.keys(patch).length > 0) await session.remember(id, patch);
    return true;
  };
  const undo = async (id: string, otherwise: Intent, isPrivate: boolean): Promise<true> => {
    if (isPrivate) {
      if (!(await session.takeBackPrivate(id))) return change(otherwise.id, asked(otherwise), true);
      await parts.sendToPrivateTabs(PRIVATE_SETTINGS);
      return true;
    }
    const patch = await session.recall(id);
    await store.change(patch ? (settings) => unpatched(settings, patch) : asked(otherwise));
    return true;
  };

  parts.onMessage((message, { isPrivate, isOwnPage, mainOf }) => {
    const request = parseRequest(message);
    switch (request?.kind) {
      case undefined:
        return undefined;
      case 'count':
        if (mainOf === undefined) return undefined;
        return parts.setBadge(mainOf, badgeOf(request.total)).then(() => true);
      case 'intent':
        return change(request.id, asked(request), isPrivate);
      case 'undo':
        return undo(request.id, request.otherwise, isPrivate);
      case 'mend':
        return store.read().then(() => true);
      case 'private-settings?':
        return isPrivate || isOwnPage
          ? store.read().then(({ settings }) => session.inPrivate(settings))
          : undefined;
      case 'private-change': {
        const patch = patchSchema.safeParse(request.patch).data as SettingsPatch | undefined;
        if (!isOwnPage || !patch) return undefined;
        return change(request.id, (settings) => patched(settings, patch), true);
      }
    }
  });
}

type Mutate = (settings: Settings) => Settings;

/** What an intent does to settings. */
function asked(intent: Intent): Mutate {
  const { on } = intent;
  return (settings) => {
    switch (intent.what) {
      case 'all':
        return { ...settings, on };
      case 'mention': {
        const { site, entity, surface } = intent;
        return switchMention(settings, { site, entity, surface }, on);
      }
      case 'site':
        return switchSite(settings, { site: intent.site, path: intent.path }, on);
      case 'entity':
        return switchEntity(settings, { id: intent.entity, tier: intent.tier }, on);
    }
  };
}

function isCommand(name: string): name is CommandName {
  return COMMANDS.some((command) => command === name);
}

/** A number as the toolbar button has room for it: at most four characters, and none for none. */
export function badgeOf(total: number): string {
  if (total === 0) return '';
  return total > 999 ? '999+' : String(total);
}
