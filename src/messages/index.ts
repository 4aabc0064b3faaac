/**
 * The protocol between the contexts of the extension. The popup opens a port of this name to every frame of the
 * tab in front, and each frame answers with its state; the background hands key commands to the frames; a frame
 * hands what the reader asked for in a card to the background, which alone writes. Free of zod: see schema.ts.
 */
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

/** What the reader asked for in a page: the only things that a page can make the extension store. */
export type Intent = { kind: 'intent'; on: boolean } & (
  | { what: 'entity'; entity: string; tier: 'main' | 'cast' }
  | { what: 'site'; site: string }
  | { what: 'all' }
  | { what: 'mention'; site: string; entity: string; surface: string }
);

/** @returns undefined for anything but a command; without zod, for the content script */
export function readCommand(message: unknown): CommandName | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  if (message.kind !== 'command' || !('name' in message)) return undefined;
  return COMMANDS.find((name) => name === message.name);
}
