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
      /** The browser's id of the document. */
      document: string;
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
  const { id, origin, url = '', frameId, documentId, tab } = sender;
  if (id !== own.id || origin === undefined) return undefined;
  const isOwnUrl = url.startsWith(`${own.origin}/`);
  if (origin === own.origin) return isOwnUrl ? { kind: 'extension-page' } : undefined;
  if (isOwnUrl || tab?.id === undefined || documentId === undefined) return undefined;
  const isMain = frameId === 0;
  return {
    kind: 'content-script',
    tab: tab.id,
    document: documentId,
    isMain,
    isPrivate: tab.incognito,
    address: isMain ? addressOfMain(origin, [tab.url, url]) : addressOf(tab.url ?? ''),
  };
}

/**
 * The address of a main document, which includes its path. If the origin differs, the origin decides; also for an empty document
 * that another page opened. The origin of a sandboxed document or a file tells nothing.
 * @param urls what its tab shows now; then that of its beginning, which a single-page application leaves behind
 */
function addressOfMain(
  origin: string,
  urls: readonly [now: string | undefined, first: string],
): PageAddress | undefined {
  const site = addressOf(origin)?.site;
  if (site === undefined) return addressOf(urls[1]);
  const addresses = urls.map((url = '') => addressOf(url));
  return addresses.find((address) => address?.site === site) ?? { site };
}
