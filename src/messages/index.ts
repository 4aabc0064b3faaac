/**
 * The protocol between the contexts of the extension. The popup opens a port of this name to every frame of the
 * tab in front, and each frame answers with its state; the background hands key commands to the frames; a frame
 * hands what the reader asked for in a card to the background, which alone writes. Free of zod: see schema.ts.
 */
export { readCardAddress, writeCardAddress, type CardAddress } from './card-address.ts';

export const POPUP_PORT = 'backgrounder-popup';

/** What one frame of a page tells the popup, at once and whenever it changes. */
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

/** How many mentions a frame has, for the toolbar button; told only where it changes. */
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

/** What the background tells all frames of the tab in front. */
export interface CommandMessage {
  kind: 'command';
  name: CommandName;
}

/** What the reader asked for in a page: with the undo, the only things that a page can make the extension store. */
export type Intent = { kind: 'intent'; id: string; on: boolean } & (
  | { what: 'entity'; entity: string; tier: 'main' | 'cast' }
  /** `path` is absent where it is not known. */
  | { what: 'site'; site: string; path?: string | undefined }
  | { what: 'all' }
  | { what: 'mention'; site: string; entity: string; surface: string }
);

/** Takes back what an intent did, exactly. */
export interface UndoMessage {
  kind: 'undo';
  /** Any text by which its maker knows the intent; nobody else has used it. */
  id: string;
  /** What to do where it is not remembered any more. */
  otherwise: Intent;
}

/**
 * What a page or the popup asks the background for: the settings of private windows, which are not where pages
 * can read; or to mend a record of settings that cannot be read.
 */
export interface Question {
  kind: 'private-settings?' | 'mend';
}

/** What a page of the extension in a private window wants changed; a patch of the settings. */
export interface PrivateChange {
  kind: 'private-change';
  id: string;
  patch: unknown;
}

/** What the background tells private tabs when their settings changed. */
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
export function readCommand(message: unknown): CommandName | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  if (message.kind !== 'command' || !('name' in message)) return undefined;
  return COMMANDS.find((name) => name === message.name);
}

/** @returns undefined for anything but a jump for this frame; without zod, for the content script */
export function readJump(message: unknown, frame: string): JumpMessage | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  const jump = message as Record<keyof JumpMessage, unknown>;
  return jump.kind === 'jump' && jump.frame === frame && typeof jump.entity === 'string'
    ? (message as JumpMessage)
    : undefined;
}
