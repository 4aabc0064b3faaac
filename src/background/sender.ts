/**
 * Who sent a message, and from which site: by what the browser says about the sender, never by what the message says. Pure.
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
      /** Address of the tab's page; undefined if the browser does not tell it. */
      address: PageAddress | undefined;
    };

/**
 * @returns undefined for any other sender: another extension, a page of ours that holds a document of another origin, or a
 * document outside of any tab, which may or may not be private
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
 * The address of a main document, which includes its path. If the origin differs, the origin decides; also for an empty document
 * that another page opened. The origin of a sandboxed document or a file tells nothing.
 */
function addressOfMain(url: string, origin: string): PageAddress | undefined {
  const address = addressOf(url);
  const site = addressOf(origin)?.site;
  return site === undefined || site === address?.site ? address : { site };
}
