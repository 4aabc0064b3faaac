/**
 * The protocol between the contexts of the extension. The popup opens a port to every frame of the tab in front,
 * and each frame answers with its state; the background hands key commands to the frames; a frame hands what the
 * reader asked for to the background, which checks it and writes. Free of zod: see schema.ts.
 */
import { readFailure, type Failure } from '../settings/failure.ts';

export { readCardAddress, writeCardAddress, type CardAddress } from './card-address.ts';

/** Name of the port that the popup opens. */
export const POPUP_PORT = 'backgrounder-popup';

/** The state of one frame, sent to the popup at once and whenever it changes. */
export interface PageState {
  kind: 'page-state';
  /** As `siteOf` names it. */
  site: string;
  /** Any text that no other frame of the tab uses: all of them answer through the same port. */
  frame: string;
  /** Whether this is the tab's main document. */
  top: boolean;
  /** Whether the product works here. */
  on: boolean;
  /** Mentions by entity id. */
  counts: Record<string, number>;
  /** What kind of document keeps its text from being read. */
  odd?: 'pdf' | 'canvas' | undefined;
  /** Whether the page changes so fast that it is read more slowly. */
  slow: boolean;
  /** The mention that the popup jumped to last. */
  here?: { surface: string; position: number; total: number } | undefined;
}

/** What the popup asks of one frame: to show the next or previous mention of an entity. */
export interface JumpMessage {
  kind: 'jump';
  /** As the frame named itself. */
  frame: string;
  entity: string;
  steps: 1 | -1;
}

/** How many mentions a page has, for the toolbar button; sent only where it changes. */
export interface CountMessage {
  kind: 'count';
  total: number;
}

/** Key commands, as the manifest names them. */
export const COMMANDS = [
  'next-mention',
  'previous-mention',
  'open-mention',
  'switch-site',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** A key command that the background hands to all frames of the tab in front. */
export interface CommandMessage {
  kind: 'command';
  name: CommandName;
  /** Names this press of the key: the one change that may switch a site on has it for its id. */
  id: string;
}

/**
 * What a reader asked for in a page. With the undo it is all that a page can make the extension store: it switches
 * off, and names no site, since the browser says which one the page is of.
 */
export type Intent = { kind: 'intent'; id: string } & (
  | { what: 'entity'; entity: string }
  /** `on` only where the reader pressed the key for it, and with the id of that press. */
  | { what: 'site'; on: boolean }
  | { what: 'all' }
  | { what: 'mention'; entity: string; surface: string }
);

/** Takes back exactly what an intent of the same tab did, once, within some minutes. */
export interface UndoMessage {
  kind: 'undo';
  /** That of the intent. */
  id: string;
}

/**
 * Why the background did not do what a page asked for:
 * - `often`: too many changes in a short time
 * - `entity`: no entity of this dataset
 * - `site`: the browser does not say which site the page is of
 * - `on`: nobody pressed the key that would switch the site on
 * - `undo`: nothing of that name to take back, or no longer
 * - `storage`: the change could not be stored
 */
export const REFUSALS = ['often', 'entity', 'site', 'on', 'undo', 'storage'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** How the background answers an intent or an undo. */
export type Answer =
  | true
  | {
      refused: Refusal;
      /** Of `storage`: what went wrong. */
      failure?: Failure;
    };

/** Why something was not done. @returns undefined where it was; without zod, for the content script */
export function refusalOf(answer: unknown): { refused: Refusal; failure: Failure } | undefined {
  if (answer === true) return undefined;
  const { refused, failure } = Object(answer) as Record<'refused' | 'failure', unknown>;
  return {
    refused: REFUSALS.find((known) => known === refused) ?? 'storage',
    failure: readFailure(failure),
  };
}

/**
 * What a page asks the background for: the settings of private windows, which are not where pages can read; or
 * to mend a record of settings that cannot be read.
 */
export interface Question {
  kind: 'private-settings?' | 'mend';
}

/** What a page of the extension in a private window wants changed; a patch of the settings. */
export interface PrivateChange {
  kind: 'private-change';
  id: string;
  /** Of unknown shape: the background reads it once it knows that the sender may change anything. */
  patch: unknown;
}

/** What a content script may send to the background. */
export type ContentScriptRequest = Intent | UndoMessage | Question | CountMessage;
/** What a page of the extension may send to it. */
export type ExtensionPageRequest = PrivateChange | { kind: 'private-settings?' };

/** What the background sends to private tabs when their settings changed. */
export const PRIVATE_SETTINGS = { kind: 'private-settings' } as const;

/** Without zod, for the content script. */
export function isPrivateSettings(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    message.kind === PRIVATE_SETTINGS.kind
  );
}

/** @returns undefined for anything but a command; without zod, for the content script */
export function readCommand(message: unknown): CommandMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, name, id } = message as Record<keyof CommandMessage, unknown>;
  const command = COMMANDS.find((known) => known === name);
  return kind === 'command' && command && typeof id === 'string'
    ? { kind, name: command, id }
    : undefined;
}

/** @returns undefined for anything but a jump for this frame; without zod, for the content script */
export function readJump(message: unknown, frame: string): JumpMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, frame: named, entity, steps } = message as Record<keyof JumpMessage, unknown>;
  if (kind !== 'jump' || named !== frame || typeof entity !== 'string') return undefined;
  return steps === 1 || steps === -1 ? { kind, frame, entity, steps } : undefined;
}
