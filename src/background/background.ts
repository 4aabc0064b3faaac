/**
 * What runs without a page: sends key commands to the active tab, stores the changes that readers request in pages, and keeps
 * the changes of private windows in the session. The browser may stop it at any time, so nothing that must last is kept in
 * memory. Knows the browser only through the functions that it gets.
 */
import type { Access, Action, Commands, Messages, Tabs, Windows } from '../browser/interfaces.ts';
import {
  COMMANDS,
  type CommandMessage,
  type CommandName,
  type CountMessage,
} from '../messages/index.ts';
import {
  parseContentScriptRequest,
  parseExtensionPageRequest,
  readBy,
} from '../messages/schema.ts';
import { patched, type Switchable } from '../settings/index.ts';
import { patchSchema, type SessionChanges } from '../settings/session.ts';
import type { SettingsStore } from '../settings/store.ts';
import type { AddedDatasets } from './added-datasets.ts';
import { createChanges, type Changes } from './changes.ts';
import { welcomeOnce, type FirstInstallParts } from './first-install.ts';
import { followPolicy, type PolicyParts } from './policy.ts';
import { createKeyPresses, type KeyPresses } from './key-presses.ts';
import { answerPage, type PageChangesParts } from './page-changes.ts';
import { createPageScripts, type PageScripts, type PageScriptsParts } from './page-scripts.ts';
import { createRateLimit } from './rate-limit.ts';
import { senderOf, type Sender } from './sender.ts';

export interface BackgroundParts
  extends
    Pick<Access, 'onMoreSites'>,
    Pick<Commands, 'onCommand'>,
    Pick<Messages, 'own' | 'onMessage'>,
    Pick<Tabs, 'findActiveTab'>,
    Pick<Windows, 'onPrivateEnd'>,
    Action,
    // The local area of the policy is enough for all.
    Omit<FirstInstallParts, 'localArea'>,
    PolicyParts,
    Omit<PageScriptsParts, 'now' | 'store' | 'localArea'> {
  store: SettingsStore;
  /** Reports that the extension was installed or updated, and that the browser was started. */
  onBeginning(listener: () => void): void;
  /** Reports every change of the stored settings; `isPrivate`: of what private windows see. */
  onSettings(listener: (isPrivate: boolean) => void): void;
  /** Reports every change of the pointer to the compiled set. */
  onCompiledSet(listener: () => void): void;
  /** All entities of the bundled dataset; called at the first change to one. */
  entities: () => readonly Switchable[];
  /** What is known of the added datasets. */
  added: AddedDatasets;
  /** Compiles them again if another version of the program did, and mends what is damaged. */
  ensureCurrentLibrary: () => Promise<void>;
}

export function startBackground(parts: BackgroundParts): void {
  const { store, session } = parts;
  const presses = createKeyPresses();
  const changes = createChanges({ store, session });
  const scripts = createPageScripts({ ...parts, now: Date.now });
  const pageChanges: PageChangesParts = {
    changes,
    // An added dataset can count a bundled entity of the cast among the main ones.
    findEntity: async (key) =>
      (await parts.added.findEntity(key).catch(() => undefined)) ??
      parts.entities().find(({ id }) => id === key),
    presses,
    limit: createRateLimit(() => performance.now()),
    now: Date.now,
  };

  parts.onCommand((name) => {
    const command = COMMANDS.find((known) => known === name);
    if (command) void sendCommand(command, parts, presses);
  });
  welcomeOnce(parts);
  const policy = followPolicy(parts);
  // To read the settings also updates those of an earlier version, and repairs damaged ones.
  parts.onBeginning(() => {
    policy.begin();
    void scripts.begin();
    // What fails is tried again at the next start, and when the options open.
    void parts.ensureCurrentLibrary().catch(() => undefined);
  });
  // Into pages that were open while the browser withheld them.
  parts.onMoreSites(() => void scripts.begin());
  parts.onSettings((isPrivate) => void scripts.follow(isPrivate));
  parts.onCompiledSet(() => void scripts.followSet());
  // A pause has ended.
  parts.onAlarm(() => void scripts.follow());
  parts.onPrivateEnd(() => void session.endPrivate());
  parts.onMessage((message, from) => {
    const sender = senderOf(from, parts.own);
    switch (sender?.kind) {
      case undefined:
        return undefined;
      case 'extension-page':
        return answerExtensionPage(message, parts, changes);
      case 'content-script':
        return answerContentScript(message, sender, parts, { ...pageChanges, scripts });
    }
  });
}

async function sendCommand(
  name: CommandName,
  { findActiveTab, sendToTab, inject }: BackgroundParts,
  presses: KeyPresses,
): Promise<void> {
  const tab = await findActiveTab();
  if (tab === undefined) return;
  const id = name === 'switch-site' ? presses.press(tab) : crypto.randomUUID();
  const message: CommandMessage = { kind: 'command', name, id };
  if ((await sendToTab(tab, message)) === true) return;
  // The frame with the focus has no reader, because it has no mention or is switched off.
  if (await inject('reader', { tab })) await sendToTab(tab, message);
}

/** @returns undefined for a message that our content script does not send */
function answerContentScript(
  message: unknown,
  sender: Extract<Sender, { kind: 'content-script' }>,
  parts: BackgroundParts,
  { scripts, ...pageChanges }: PageChangesParts & { scripts: PageScripts },
): Promise<unknown> | undefined {
  const { store, session } = parts;
  const request = parseContentScriptRequest(message);
  switch (request?.kind) {
    case undefined:
      return undefined;
    case 'count':
      if (!sender.isMain) return undefined;
      return showOnButton(sender.tab, request, parts).then(() => true);
    case 'change-request':
    case 'undo':
      return answerPage(request, sender, pageChanges);
    case 'gate?':
    case 'reader?':
    case 'card?':
    case 'styles?':
      return scripts.bring(request, sender);
    case 'contexts?':
      return parts.added.contexts(request.entities);
    case 'mend':
      return store.read().then(() => true);
    case 'private-settings?':
      return sender.isPrivate ? privateSettings(store, session) : undefined;
  }
}

/** @returns undefined for a message that no page of the extension sends */
function answerExtensionPage(
  message: unknown,
  { store, session }: BackgroundParts,
  changes: Changes,
): Promise<unknown> | undefined {
  const request = parseExtensionPageRequest(message);
  if (request === undefined) return undefined;
  if (request.kind === 'private-settings?') return privateSettings(store, session);
  const patch = readBy(patchSchema, request.patch);
  // The page has asked the policy about the change already.
  const isPartial = true;
  return (
    patch &&
    changes
      .make(request.id, (settings) => patched(settings, patch), true, isPartial)
      .then(() => true)
  );
}

/** The settings as private windows see them. */
async function privateSettings(store: SettingsStore, session: SessionChanges): Promise<unknown> {
  const { settings, policy } = await store.read();
  return session.inPrivate(settings, policy);
}

async function showOnButton(
  tab: number,
  { total, off }: CountMessage,
  action: Action,
): Promise<void> {
  if (off !== undefined) await action.setIcon(tab, !off);
  await action.setBadge(tab, badgeOf(total));
}

/** The text on the toolbar button for a number of mentions: at most three characters, and empty for 0. */
export function badgeOf(total: number): string {
  if (total === 0) return '';
  return total > 99 ? '99+' : String(total);
}
