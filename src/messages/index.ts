/**
 * The messages between the contexts of the extension. The popup opens a port to every frame of the active tab, and each frame
 * answers with its state. The background sends key commands to the frames. A frame sends change requests to the background,
 * which checks and stores them. A frame also asks for the scripts that it lacks. Free of zod: see schema.ts.
 */
import { readFailure, type Failure } from '../settings/failure.ts';
import { partsOf } from '../settings/index.ts';

export { readCardAddress, writeCardAddress, type CardAddress } from './card-address.ts';

/** Name of the port that the popup opens. */
export const POPUP_PORT = 'backgrounder-popup';

/** The state of one frame: sent to the popup at once, and whenever it changes. */
export interface PageState {
  kind: 'page-state';
  /** The site, as `siteOf` returns it. */
  site: string;
  /** A text that no other frame of the tab uses: all frames answer through the same port. */
  frame: string;
  /** Whether this is the tab's main document. */
  top: boolean;
  /** Whether the page is read. */
  on: boolean;
  /** Mentions by entity id. */
  counts: Record<string, number>;
  /** The kind of document, if its text cannot be read. */
  unreadable?: 'pdf' | 'canvas' | undefined;
  /** Whether the page changes so often that it is read more slowly. */
  slow: boolean;
  /** The mention that the popup jumped to last. */
  currentMention?: { surface: string; position: number; total: number } | undefined;
}

/** Asks one frame to show the next or previous mention of an entity. */
export interface JumpMessage {
  kind: 'jump';
  /** The frame's name from its state. */
  frame: string;
  entity: string;
  steps: 1 | -1;
}

/** What the toolbar button shows of a page; sent only when it changes. */
export interface CountMessage {
  kind: 'count';
  /** How many mentions the page has. */
  total: number;
  /** Whether nothing is read here: the site is off, everything is off or paused, or the text cannot be read. Left out if that did not change; false at first. */
  off?: boolean | undefined;
}

/** Key commands, as the manifest names them. */
export const COMMANDS = [
  'next-mention',
  'previous-mention',
  'open-mention',
  'switch-site',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** A key command, which the background sends to all frames of the active tab. */
export interface CommandMessage {
  kind: 'command';
  name: CommandName;
  /** Id of this key press. Only a change request with this id may switch a site on. */
  id: string;
}

/**
 * What a reader asked for in a page. With its undo it is everything that a page can make the extension store: it switches things
 * off, and names no site, because the browser tells the site of the page.
 */
export type ChangeRequest = { kind: 'change-request'; id: string } & (
  | { what: 'entity'; entity: string }
  /** `on` only with the id of a key press for it. */
  | { what: 'site'; on: boolean }
  | { what: 'all' }
  /** The tip was shown. */
  | { what: 'tip' }
  | { what: 'mention'; entity: string; surface: string }
);

/** Undoes a change request of the same tab, once, within some minutes. */
export interface UndoMessage {
  kind: 'undo';
  /** Id of the change request. */
  id: string;
}

/**
 * Why the background refused a request of a page:
 * - `often`: too many changes in a short time
 * - `entity`: not an entity of a dataset that is on
 * - `site`: the browser does not tell the site of the page
 * - `on`: nobody pressed the key that would switch the site on
 * - `undo`: no such change, or it cannot be undone any more
 * - `storage`: the change could not be stored
 */
export const REFUSALS = ['often', 'entity', 'site', 'on', 'undo', 'storage'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The background's answer to a change request or an undo. */
export type Answer =
  | true
  | {
      refused: Refusal;
      /** With `storage`: what went wrong. */
      failure?: Failure;
    };

/** Why a request was refused. @returns undefined if it was done; without zod, for the content script */
export function refusalOf(answer: unknown): { refused: Refusal; failure: Failure } | undefined {
  if (answer === true) return undefined;
  const { refused, failure } = partsOf(answer);
  return {
    refused: REFUSALS.find((known) => known === refused) ?? 'storage',
    failure: readFailure(failure),
  };
}

/**
 * What a page asks the background for: the settings of private windows, which a page cannot read from the storage; or to repair
 * settings that cannot be read.
 */
export interface Question {
  kind: 'private-settings?' | 'mend';
}

/**
 * A script that a document wants. The background brings it into the document that sent this, and nowhere else.
 * - `gate?`: whether the page may be read, and if so the gate. Answered with whether it may
 * - `reader?`: the page may have mentions
 * - `card?`: the reader of the page points at a mention
 * - `styles?`: the document has no highlight styles, because the browser did not start the gate there by itself
 */
export interface Wanted {
  kind: 'gate?' | 'reader?' | 'card?' | 'styles?';
}

/** Most entities that one question may name: more than a card has parts. */
export const CONTEXTS_MAX = 12;

/**
 * What added datasets say about entities, for a card. Answered with the JSON text of `CardPart[]`; an entity that no added dataset
 * has is left out.
 */
export interface ContextsQuestion {
  kind: 'contexts?';
  /** Keys of entities, at most `CONTEXTS_MAX`. */
  entities: string[];
}

/** A change of the settings by a page of the extension in a private window. */
export interface PrivateChange {
  kind: 'private-change';
  id: string;
  /** Of unknown shape: the background reads it after it has checked the sender. */
  patch: unknown;
}

/** What a content script may send to the background. */
export type ContentScriptRequest =
  ChangeRequest | UndoMessage | Question | ContextsQuestion | Wanted | CountMessage;
/** What a page of the extension may send to the background. */
export type ExtensionPageRequest = PrivateChange | { kind: 'private-settings?' };

/** Settings have changed: a page with a reader reads them again. */
export interface RevisionMessage {
  kind: 'settings-revision';
  /** Another one for every change. It may be smaller, where the clock was set back. */
  revision: number;
}

/** @returns undefined for anything but a revision; without zod, for the content script */
export function readRevision(message: unknown): number | undefined {
  const { kind, revision } = partsOf(message);
  return kind === 'settings-revision' && typeof revision === 'number' ? revision : undefined;
}

/** @returns undefined for anything but a command; without zod, for the content script */
export function readCommand(message: unknown): CommandMessage | undefined {
  const { kind, name, id } = partsOf(message);
  const command = COMMANDS.find((known) => known === name);
  return kind === 'command' && command && typeof id === 'string'
    ? { kind, name: command, id }
    : undefined;
}

/** @returns undefined for anything but a jump for this frame; without zod, for the content script */
export function readJump(message: unknown, frame: string): JumpMessage | undefined {
  const { kind, frame: named, entity, steps } = partsOf(message);
  if (kind !== 'jump' || named !== frame || typeof entity !== 'string') return undefined;
  return steps === 1 || steps === -1 ? { kind, frame, entity, steps } : undefined;
}
