/**
 * Who sent a message, and of which site: by what the browser says of the sender, never by what the message says.
 * Pure.
 */
import type { MessageSender, OwnNames } from '../browser/interfaces.ts';
import { addressOf, type PageAddress } from '../settings/index.ts';

export type Sender =
  | { kind: 'extension-page' }
  | {
      kind: 'content-script';
      tab: number;
      /** Whether it runs in the main document of its tab. */
      isMain: boolean;
      /** Whether the tab is in a private window. */
      isPrivate: boolean;
      /** The page of the whole tab; undefined where the browser does not say. */
      address: PageAddress | undefined;
    };

/**
 * @returns undefined for anybody else: another extension, a page of ours that holds a document of another origin, a
 * document outside of any tab, of which nobody knows whether it is private
 */
export function senderOf(sender: MessageSender, own: OwnNames): Sender | undefined {
  const { id, origin, url = '', frameId, tab } = sender;
  if (id !== own.id || origin === undefined) return undefined;
  const isOwnUrl = url.startsWith(`${own.origin}/`);
  if (origin === own.origin) return isOwnUrl ? { kind: 'extension-page' } : undefined;
  if (isOwnUrl || tab?.id === undefined) return undefined;
  const isMain = frameId === 0;
  return {
    kind: 'content-script',
    tab: tab.id,
    isMain,
    isPrivate: tab.incognito,
    address: isMain ? addressOfMain(url, origin) : addressOf(tab.url ?? ''),
  };
}

/**
 * The address of a main document says most, its path too. The origin decides where they differ, and for an empty
 * document that another page opened; that of a sandboxed document or a file says nothing.
 */
function addressOfMain(url: string, origin: string): PageAddress | undefined {
  const address = addressOf(url);
  const site = addressOf(origin)?.site;
  return site === undefined || site === address?.site ? address : { site };
}
