/**
 * The protocol between the popup and the content script. The popup opens a port of this name to every frame
 * of the tab in front; each frame answers with its state. Free of zod: see schema.ts.
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
